import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { createComposer, type ComposerSettings } from '../../src/mail/compose-delivery.ts';
import type { Letter } from '../../src/mail/letter.ts';
import type { Delivery } from '../../src/mail/mail.ts';
import { makeLetter } from './make-letter.ts';

const plain: ComposerSettings = {
  domain: undefined,
  bounceAddress: undefined,
  idempotencyHeader: undefined,
  headers: {},
};

async function write(letter: Letter, settings: Partial<ComposerSettings> = {}): Promise<Delivery> {
  const made = await createComposer({ ...plain, ...settings }, null)(letter);
  if (!made.ok) throw new Error(JSON.stringify(made.failures));
  return made.value;
}

const read = (delivery: Delivery): Promise<Email> => PostalMime.parse(delivery.bytes);

/** Names of the message's own headers, in order. */
function headerNames({ bytes }: Delivery): readonly string[] {
  const head = Buffer.from(bytes).toString('latin1').split('\r\n\r\n')[0] ?? '';
  return head
    .split('\r\n')
    .filter((line) => !/^[ \t]/.test(line))
    .map((line) => line.split(':')[0] ?? '');
}

test('the message carries both bodies, the file, the language and who it is from', async () => {
  const mail = await read(await write(makeLetter()));
  expect(mail).toMatchObject({
    subject: 'Invoice INV-1',
    from: { name: 'Ampère Cloud', address: 'billing@ampere.example' },
    to: [{ name: 'Acme', address: 'ap@acme.example' }],
    date: '2026-11-02T08:00:00.000Z',
  });
  expect(mail.html?.trim()).toBe('<p>Hello</p>');
  expect(mail.text?.trim()).toBe('Hello');
  expect(mail.attachments[0]).toMatchObject({ filename: 'INV-1.pdf', mimeType: 'application/pdf' });
  expect(mail.headers).toContainEqual(
    expect.objectContaining({ key: 'content-language', value: 'en-US' }),
  );
  expect(mail.headers).toContainEqual(
    expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
  );
});

test('the same letter gives the same bytes; another run, invoice, revision or recipient another Message-ID', async () => {
  const letter = makeLetter();
  const [one, two] = [await write(letter), await write(letter)];
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
  expect(one).toEqual(two);
  const others = [
    { run: '2026-11' },
    { invoiceUri: 'invoice:acme:2' },
    { revision: 2 },
    { recipient: 'cfo@acme.example' },
  ].map((change) => write(makeLetter({ identity: { ...letter.identity, ...change } })));
  const ids = (await Promise.all(others)).map(({ messageId }) => messageId);
  expect(new Set([one.messageId, ...ids]).size).toBe(5);
  expect(one.messageId).toMatch(/^<[0-9a-f]{32}@ampere\.example>$/);
});

test('the delivery’s key is in the envelope, the bounce address and the headers asked for', async () => {
  const { key, envelope, bytes } = await write(makeLetter(), {
    bounceAddress: 'bounces@ampere.example',
    idempotencyHeader: 'Resend-Idempotency-Key',
    headers: { 'X-Mailgun-Variables': '{"delivery":"{key}"}' },
  });
  expect(envelope).toEqual({
    from: `bounces+${key}@ampere.example`,
    to: 'ap@acme.example',
    envelopeId: key,
  });
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n ', ' ');
  expect(text).toContain(`\r\nResend-Idempotency-Key: ${key}\r\n`);
  expect(text).toContain(`\r\nX-Mailgun-Variables: {"delivery":"${key}"}\r\n`);
});

test('copies are named, blind copies are not', async () => {
  const letter = makeLetter();
  const settings = {
    ...letter.settings,
    cc: ['cfo@acme.example'],
    bcc: ['audit@ampere.example'],
    replyTo: 'ar@ampere.example',
  };
  const identity = { ...letter.identity, recipient: 'audit@ampere.example' };
  const delivery = await write(makeLetter({ settings, identity }));
  expect(delivery.envelope.to).toBe('audit@ampere.example');
  expect(Buffer.from(delivery.bytes).toString()).not.toContain('audit@');
  expect(await read(delivery)).toMatchObject({
    cc: [{ address: 'cfo@acme.example' }],
    replyTo: [{ address: 'ar@ampere.example' }],
  });
});

test('names, subjects and file names of any script and any malice make no header', async () => {
  const usual = headerNames(await write(makeLetter()));
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'A\r\nBcc: x@evil.example',
      'A\nB',
      'x" <y@evil.example>, "z',
      'a\u2028Bcc: b',
      '=?utf-8?q?=0D=0ABcc:_x?=',
      '株式会社',
      'شركة',
    ),
  );
  await fc.assert(
    fc.asyncProperty(text, text, text, async (name, subject, file) => {
      const delivery = await write(
        makeLetter({
          to: [{ name, address: 'ap@acme.example' }],
          body: { subject, html: '<p>a</p>', text: 'a' },
          attachments: [
            { name: `${file}.pdf`, contentType: 'application/pdf', bytes: Buffer.from('a') },
          ],
        }),
      );
      expect(headerNames(delivery).filter((one) => one !== 'Subject')).toEqual(
        usual.filter((one) => one !== 'Subject'),
      );
      const mail = await read(delivery);
      expect(mail.to).toHaveLength(1);
      expect(mail.to?.[0]?.address).toBe('ap@acme.example');
      expect(mail.attachments).toHaveLength(1);
    }),
    { numRuns: 40 },
  );
});

test('a name in another script comes out as it went in', async () => {
  const to = [{ name: '株式会社サンプル „Süd“', address: 'ap@例え.example' }];
  const letter = makeLetter({ to, body: { subject: 'فاتورة 1 – Ünïted', html: '', text: '' } });
  const mail = await read(await write(letter));
  expect(mail.to?.[0]?.name).toBe('株式会社サンプル „Süd“');
  expect(mail.subject).toBe('فاتورة 1 – Ünïted');
});

test('addresses that would end a header are refused by name, all of them', async () => {
  const letter = makeLetter({
    to: [{ name: '', address: 'a@b.example\r\nBcc: x@evil.example' }],
    settings: { ...makeLetter().settings, from: '' },
  });
  const made = await createComposer(plain, null)(letter);
  expect(made).toMatchObject({
    ok: false,
    failures: [{ place: 'mail.from' }, { place: 'recipients' }],
  });
});

test('a signature verifies with the public key, and is the same each time', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const compose = createComposer(plain, {
    domain: 'ampere.example',
    selector: 's1',
    privateKey: pem,
  });
  const [one, two] = [await compose(makeLetter()), await compose(makeLetter())];
  if (!one.ok || !two.ok) throw new Error('not composed');
  expect(Buffer.compare(one.value.bytes, two.value.bytes)).toBe(0);
  expect(
    verifyDkim(
      Buffer.from(one.value.bytes).toString('latin1'),
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ),
  ).toBe(true);
});

/** RFC 6376 section 6.1, relaxed/relaxed, for the one signature of a test. */
function verifyDkim(message: string, publicKey: string): boolean {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const fields = head.replace(/\r\n(?=[ \t])/g, '').split('\r\n');
  const relaxed = (field: string) => {
    const at = field.indexOf(':');
    return `${field.slice(0, at).toLowerCase().trim()}:${field
      .slice(at + 1)
      .replace(/[ \t]+/g, ' ')
      .trim()}`;
  };
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? '';
  const tag = (name: string) =>
    new RegExp(`[;:]\\s*${name}=([^;]*)`).exec(signature)?.[1]?.replace(/\s/g, '') ?? '';
  const body = rest
    .join('\r\n\r\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '\r\n');
  const bodyHash = createHash('sha256').update(body, 'latin1').digest('base64');
  const signed = tag('h')
    .split(':')
    .flatMap((name) =>
      fields
        .filter((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`))
        .slice(0, 1),
    );
  const text = [
    ...signed.map((field) => `${relaxed(field)}\r\n`),
    relaxed(signature).replace(/b=[^;]*$/, 'b='),
  ].join('');
  return (
    bodyHash === tag('bh') &&
    createVerify('RSA-SHA256').update(text, 'latin1').verify(publicKey, tag('b'), 'base64')
  );
}
