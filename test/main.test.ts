import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '../src/version.ts';

const MAIN = resolve('dist/main.cjs');
const SAMPLES = resolve('examples/amberflo-invoices.json');

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Run the built command as a newcomer would, in a folder of its own. */
function platen(
  args: readonly string[],
  input = '',
  environment: NodeJS.ProcessEnv = {},
): Promise<Run & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'platen-cli-'));
  return new Promise((done) => {
    const env = { ...process.env, ...environment };
    const child = execFile(
      process.execPath,
      [MAIN, ...args],
      { cwd: folder, env, maxBuffer: 1 << 26 },
      (_, out, err) => done({ code: child.exitCode ?? -1, out, err, folder }),
    );
    child.stdin?.end(input);
  });
}

const noTrace = (text: string) => expect(text).not.toMatch(/\n\s+at .*\.[jt]s:\d+/);
const linesOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('the demo renders the samples and says what it made', async () => {
  const { code, err, folder } = await platen(['demo']);
  expect(code).toBe(0);
  const files = readdirSync(join(folder, 'output')).filter((file) => file.endsWith('.pdf'));
  expect(files).toHaveLength(2);
  for (const file of files) expect(err).toContain(file);
  expect(err).toMatch(/invoice archived +23\n/);
  const mails = readdirSync(join(folder, 'output', 'billing', 'outbox'));
  expect(err).toMatch(new RegExp(`mail sent +${mails.length}\n`));
  expect(mails.length).toBeGreaterThan(15);
}, 180_000);

test('--help, which the build keeps, is what the command says of itself', async () => {
  const [kept, said] = await Promise.all([platen(['--help']), platen(['help'])]);
  expect(kept).toMatchObject({ code: 0, out: said.out, err: '' });
  expect(kept.out).toMatch(/^Usage: platen /);
});

test('--json prints one line per invoice, with the contract’s keys', async () => {
  const { code, out } = await platen(['render', SAMPLES, '--json', '--quiet']);
  expect(code).toBe(0);
  const [october, september] = linesOf(out);
  expect(september).toMatchObject({ status: 'ok', currency: 'EUR', amountDue: '828.00' });
  expect(october).toMatchObject({ status: 'ok', amountDue: '14.51' });
  expect(Object.keys(september ?? {}).sort()).toEqual([
    'amountDue',
    'bytes',
    'currency',
    'file',
    'invoiceUri',
    'number',
    'pages',
    'sha256',
    'status',
    'warnings',
  ]);
});

test('one bad invoice fails by name and the others are rendered', async () => {
  const [october, september] = JSON.parse(readFileSync(SAMPLES, 'utf8')) as [object, object];
  const broken = { ...october, planName: 7, totalBill: null };
  const { code, out, err, folder } = await platen(
    ['render', '-', '--json'],
    JSON.stringify([broken, september]),
  );
  expect(code).toBe(1);
  const [first, second] = linesOf(out);
  expect(first).toMatchObject({
    status: 'failed',
    invoiceUri: expect.stringContaining('month=10'),
  });
  const places = (first?.['failures'] as { place: string }[]).map(({ place }) => place);
  expect(places).toEqual(expect.arrayContaining(['[0].planName', '[0].totalBill']));
  expect(second).toMatchObject({ status: 'ok' });
  expect(readdirSync(join(folder, 'output'))).toHaveLength(1);
  noTrace(err);
});

const bodies: readonly (readonly [string, string | Buffer])[] = [
  ['an empty body', ''],
  ['null', 'null'],
  ['an empty object', '{}'],
  ['an errorMessage', '{"errorMessage":"Customer not found"}'],
  ['a message', '{"message":"Endpoint request timed out"}'],
  ['an error', '{"error":"nope"}'],
  ['truncated JSON', '[{"invoiceUri": "x", '],
  ['a number', '42'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['UTF-16', Buffer.from('\ufeff{"a":1}', 'utf16le')],
];

test('every wrong body gets its own message and no stack trace', async () => {
  const said = new Set<string>();
  for (const [name, body] of bodies) {
    const folder = mkdtempSync(join(tmpdir(), 'platen-body-'));
    const file = join(folder, 'invoice.json');
    writeFileSync(file, body);
    const { code, err, out } = await platen(['render', file, '--json']);
    expect(code, name).toBe(1);
    noTrace(err);
    const [line] = linesOf(out);
    expect(line, name).toMatchObject({ status: 'failed', invoiceUri: null });
    const failures = line?.['failures'] as { message: string; found: string | null }[];
    said.add(failures.map(({ message, found }) => `${message} ${found}`).join());
  }
  expect(said.size).toBe(bodies.length);
});

test('a file of 300 MB is refused before it is read', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'platen-large-')), 'invoice.json');
  writeFileSync(file, '');
  truncateSync(file, 300 * 1024 * 1024);
  const { code, out, err } = await platen(['render', file, '--json']);
  expect(code).toBe(1);
  noTrace(err);
  expect(linesOf(out)[0]).toMatchObject({
    status: 'failed',
    failures: [{ place: `${file}#[0]` }],
  });
});

test('a byte order mark is passed over', async () => {
  const { code } = await platen(
    ['render', '-', '--json'],
    `\ufeff${readFileSync(SAMPLES, 'utf8')}`,
  );
  expect(code).toBe(0);
});

test('time zone, locale and language of the machine change no byte', async () => {
  const tokyo = await platen(['render', SAMPLES, '--json', '--quiet'], '', {
    TZ: 'Asia/Tokyo',
    LANG: 'de_DE',
    LC_ALL: 'de_DE',
  });
  const plain = await platen(['render', SAMPLES, '--json', '--quiet'], '', {
    TZ: 'UTC',
    LANG: 'C',
    LC_ALL: 'C',
  });
  const sums = ({ out }: Run) => linesOf(out).map((line) => line['sha256']);
  expect(sums(tokyo)).toEqual(sums(plain));
});

test('a second run finds the same bytes and is content; other bytes are never overwritten', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'platen-again-'));
  const args = ['render', SAMPLES, '--out', folder, '--quiet'];
  expect((await platen(args)).code).toBe(0);
  expect((await platen(args)).code).toBe(0);
  const other = await platen([...args, '--locale', 'de-DE']);
  expect(other.code).toBe(1);
  expect(other.err).toContain('--force');
  expect((await platen([...args, '--locale', 'de-DE', '--force'])).code).toBe(0);
});

test('usage and configuration errors end with 2', async () => {
  expect((await platen(['rendr'])).code).toBe(2);
  expect((await platen(['render'])).code).toBe(2);
  expect((await platen(['render', SAMPLES, '--paper', 'A5'])).code).toBe(2);
  const missing = await platen(['render', SAMPLES, '--config', 'nowhere.json']);
  expect(missing.code).toBe(2);
  expect(missing.err).toContain('nowhere.json');
});

test('help and version end well, and the version is the package’s', async () => {
  expect((await platen(['--help'])).code).toBe(0);
  const { code, out } = await platen(['--version']);
  expect(code).toBe(0);
  expect(out.trim()).toBe(version);
  expect(version).toBe(
    (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
  );
});

test('a page prints, and its boxes are JSON', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'platen-page-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, '<!doctype html><title>One</title><p>Hello, page.</p>');
  const printed = await platen(['print', page, '--out', folder]);
  expect(printed.code).toBe(0);
  expect(readFileSync(join(folder, 'page.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  const { out } = await platen(['boxes', page]);
  const { pages } = JSON.parse(out) as { pages: { items: { type: string; text?: string }[] }[] };
  expect(pages[0]?.items.map(({ text }) => text).join('')).toBe('Hello, page.');
});

test('--strict takes a warning for a failure', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'platen-strict-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, '<style>p { float: left }</style><p>Hello</p>');
  expect((await platen(['print', page, '--out', folder])).code).toBe(0);
  const strict = await platen(['print', page, '--out', folder, '--force', '--strict']);
  expect(strict.code).toBe(1);
  expect(strict.err).toContain('float');
});

test('the configuration is checked and has a schema', async () => {
  const sample = resolve('examples/platen.config.json');
  expect((await platen(['config', 'check', sample])).code).toBe(0);
  const { out } = await platen(['config', 'schema']);
  expect(JSON.parse(out)).toMatchObject({ type: 'object' });
});

test('the standard template is well', async () => {
  const { code, err } = await platen(['template', 'check']);
  expect(err).toContain('standard');
  expect(code).toBe(0);
});

test.each([
  ['--locale', 'xx_YY'],
  ['--locale', ''],
  ['--template', 'nope'],
  ['--template', '../standard'],
  ['--brand', 'nope'],
])('%s %s is a mistake of usage, told once', async (option, value) => {
  const { code, err } = await platen(['render', SAMPLES, option, value]);
  expect(code).toBe(2);
  expect(err.match(/error: /g)).toHaveLength(1);
  expect(err).toContain(`error: ${option}: `);
  noTrace(err);
});

test('a configuration that is not there, or names a template that is not, is a mistake', async () => {
  const none = await platen(['config', 'check']);
  expect([none.code, none.err]).toEqual([2, expect.stringContaining('ENOENT')]);
  writeFileSync(join(none.folder, 'c.json'), '{"customers":{"a":{"template":"nope"}}}');
  const named = await platen(['config', 'check', join(none.folder, 'c.json')]);
  expect(named.code).toBe(2);
  expect(named.err).toContain('c.json: customers.a.template: There is no such template');
});

test('even with --force, no invoice of a run replaces another', async () => {
  const [october, september] = JSON.parse(readFileSync(SAMPLES, 'utf8')) as [object, object];
  const changed = { ...september, planName: 'Another plan' };
  const input = JSON.stringify([september, changed, september, october]);
  const { code, out } = await platen(['render', '-', '--json', '--force'], input);
  expect(code).toBe(1);
  expect(linesOf(out).map(({ status }) => status)).toEqual(['ok', 'failed', 'ok', 'ok']);
});

test('two invoices of one number are told apart', async () => {
  const { folder } = await platen(['--version']);
  writeFileSync(join(folder, 'c.json'), '{"number":{"pattern":"{customer}"}}');
  const { code, out } = await platen([
    ...['render', SAMPLES, '--json', '--force', '--config'],
    join(folder, 'c.json'),
  ]);
  expect(code).toBe(1);
  const [, second] = linesOf(out);
  expect(second).toMatchObject({
    failures: [{ message: 'Another invoice of this run has the same number' }],
  });
});

test('messages say which file and invoice they are about', async () => {
  const { folder } = await platen(['--version']);
  const [october] = JSON.parse(readFileSync(SAMPLES, 'utf8')) as [object];
  writeFileSync(join(folder, 'a.json'), '[1]');
  writeFileSync(
    join(folder, 'b.json'),
    JSON.stringify({ ...october, invoiceUri: 'u\u202e', x: 1 }),
  );
  const { err } = await platen(['render', join(folder, 'a.json'), join(folder, 'b.json')]);
  expect(err).toContain(`failed: ${join(folder, 'a.json')}\nerror: [0]: This is not an invoice`);
  expect(err).toContain(`warnings: ${join(folder, 'b.json')}: u\\u202e\nwarning: x: This field`);
});
