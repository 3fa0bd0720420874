import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { resolveSettings } from '../../src/config/resolve-settings.ts';
import { isMailAddress } from '../../src/config/schema-mail.ts';

const read = (config: object) => readConfig(JSON.stringify(config), 'c.json');

test('addresses with domains and names of any script pass, what could end a header does not', () => {
  for (const good of [
    'a@b.example',
    'jörg@bücher.example',
    "o'brien+x@e.example",
    '用户@例え.example',
  ])
    expect(isMailAddress(good), good).toBe(true);
  for (const bad of [
    '',
    'a',
    'a@',
    '@b',
    'a b@c.d',
    'a@b@c',
    'a@b\r\nBcc: x@y',
    '<a@b>',
    'a,b@c',
    '.a@b',
    'a..b@c',
    'a@b.',
  ])
    expect(isMailAddress(bad), bad).toBe(false);
});

test('no address that passes holds a control character, a space or a second @', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      (a, b) => {
        const text = `${a}@${b}`;
        return !isMailAddress(text) || !/[\s\p{Cc}<>,]|@.*@/u.test(text);
      },
    ),
  );
});

test('a customer’s letter wins over the file’s; the seller is the sender by default', () => {
  const config = read({
    seller: { name: 'Ampère', email: 'billing@ampere.example' },
    mail: { cc: ['a@ampere.example'], replyTo: 'ar@ampere.example' },
    customers: { c1: { mail: { cc: [], send: false } } },
  });
  if (!config.ok) throw new Error(JSON.stringify(config.failures));
  const letterOf = (id: string) => {
    const settings = resolveSettings(config.value, id);
    return settings.ok ? settings.value.letter : null;
  };
  expect(letterOf('c1')).toMatchObject({ send: false, cc: [], replyTo: 'ar@ampere.example' });
  expect(letterOf('c2')).toMatchObject({
    send: true,
    cc: ['a@ampere.example'],
    from: 'billing@ampere.example',
    fromName: 'Ampère',
    attach: ['pdf'],
  });
});

test('everything wrong with mail and archive is named with its place', () => {
  const config = read({
    mail: { transport: 'smtp', headers: { 'X-A': 'b\r\nBcc: x' }, from: 'a b' },
    archive: { type: 's3', pattern: '{period}/{name}' },
  });
  const places = config.ok ? [] : config.failures.map(({ place }) => place);
  expect(places).toContain('c.json: mail.from');
  expect(places).toContain('c.json: mail.headers.X-A');
  expect(places).toContain('c.json: archive.pattern');
  expect(read({ mail: { transport: 'smtp' } })).toMatchObject({
    failures: [{ place: 'c.json: mail.smtp' }],
  });
  expect(read({ archive: { type: 's3' } })).toMatchObject({
    failures: [{ place: 'c.json: archive.s3' }],
  });
});
