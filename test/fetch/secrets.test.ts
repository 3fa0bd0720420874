import fc from 'fast-check';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createAmberflo } from '../../src/fetch/amberflo.ts';
import { readApiKey } from '../../src/fetch/read-api-key.ts';
import { collect, play, say } from './scripted-server.ts';

const characters = [...'abcdefghijkXYZ0123456789-_.~+/=%&"\\<>{}'];
const keys = fc.string({ unit: fc.constantFrom(...characters), minLength: 12, maxLength: 60 });

/** A server that says the key it was given in every way it can. */
const ways = ['body', 'in json', 'html', 'location', 'in a 200', 'in a list', 'cut'] as const;

function betray(way: (typeof ways)[number], key: string) {
  const headers = { location: `https://other.example/${encodeURIComponent(key)}`, 'x-echo': key };
  switch (way) {
    case 'body':
      return { status: 400, body: `the key ${key} is wrong`, headers };
    case 'in json':
      return { status: 401, body: JSON.stringify({ message: `no ${key}` }), headers };
    case 'html':
      return { status: 200, body: `<html>${key}</html>`, headers };
    case 'location':
      return { status: 302, body: key, headers };
    case 'in a 200':
      return { status: 200, body: JSON.stringify({ error: { key } }), headers };
    case 'in a list':
      return { status: 200, body: `[{"invoiceUri": ${key}}]`, headers };
    case 'cut':
      return { status: 200, body: `["${key}`, headers };
  }
}

test('the key is in no failure and no record, whatever the server and the customer are called', () =>
  fc.assert(
    fc.asyncProperty(keys, fc.constantFrom(...ways), async (apiKey, way) => {
      const { status, body, headers } = betray(way, apiKey);
      await play(
        (_, __, response) => say(response, status, body, headers),
        async ({ amberflo, records }) => {
          const lists = [amberflo.invoicesOf(`id ${apiKey}`, null), amberflo.customers()];
          const said = await Promise.all(lists.map((list) => collect<unknown>(list)));
          const one = await amberflo.customer(apiKey);
          const words = JSON.stringify([
            said.map(({ failures }) => failures),
            one.ok || one,
            records,
          ]);
          expect(records.length).toBeGreaterThan(2);
          for (const form of [
            apiKey,
            encodeURIComponent(apiKey),
            JSON.stringify(apiKey).slice(1, -1),
          ])
            expect(words).not.toContain(form.slice(0, 10));
        },
        { apiKey, attempts: 1 },
      );
    }),
    { numRuns: 40 },
  ));

test('a key that no header can carry is refused without being shown', () => {
  const clock = { now: () => 0, random: () => 0, sleep: () => Promise.resolve() };
  for (const apiKey of [
    '',
    '   ',
    'two words secret',
    'secret\u0000',
    'sécret',
    'x'.repeat(5000),
  ]) {
    const made = createAmberflo({ apiKey, clock });
    if (made.ok) throw new Error('taken');
    expect(JSON.stringify(made.failures)).not.toMatch(/s.?cret|xxx/);
    expect(made.failures[0]?.hint).toContain('AMBERFLO_API_KEY');
  }
});

test('the environment wins over the file; a file that others can read is warned of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'platen-key-'));
  try {
    const file = join(folder, 'key');
    writeFileSync(file, 'from-the-file\n');
    chmodSync(file, 0o600);
    expect(readApiKey({ environment: undefined, file })).toEqual({
      ok: true,
      value: 'from-the-file',
      warnings: [],
    });
    expect(readApiKey({ environment: 'from-env', file })).toMatchObject({ value: 'from-env' });
    chmodSync(file, 0o640);
    expect(readApiKey({ environment: '', file }).warnings).toMatchObject([
      { place: file, message: 'Others can read the API key', found: 'permissions 640' },
    ]);
    expect(readApiKey({ environment: '', file: join(folder, 'none') })).toMatchObject({
      ok: false,
      failures: [{ found: 'ENOENT' }],
    });
    expect(readApiKey({ environment: undefined, file: null }).ok).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the key goes over TLS only, but for this machine', () => {
  const clock = { now: () => 0, random: () => 0, sleep: () => Promise.resolve() };
  const accepted = (baseUrl: string) => createAmberflo({ apiKey: 'key', clock, baseUrl }).ok;
  expect(
    ['https://app.amberflo.io', 'http://localhost:1', 'http://127.0.0.9', 'http://[::1]:8/x'].map(
      accepted,
    ),
  ).toEqual([true, true, true, true]);
  for (const url of [
    'http://app.amberflo.io',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'https://user:secret@app.amberflo.io',
    'https://app.amberflo.io/?key=1',
    'ftp://app.amberflo.io',
    'app.amberflo.io',
    '',
  ])
    expect([url, accepted(url)]).toEqual([url, false]);
});
