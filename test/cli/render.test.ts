import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const MAIN = resolve('dist/main.cjs');

/** The benchmark is plain JavaScript, so its modules have no types here. */
const bench = new URL('../../bench/', import.meta.url);
const { makeInvoice } = (await import(new URL('make-invoice.mjs', bench).href)) as {
  makeInvoice: (rows: number, options: { seed: number }) => object;
};

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Names and bytes of what was written. */
  readonly files: Readonly<Record<string, string>>;
}

function render(input: string, args: readonly string[]): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'platen-render-'));
  const output = join(folder, 'output');
  writeFileSync(join(folder, 'invoices.json'), input);
  return new Promise((done) => {
    const options = { cwd: folder, maxBuffer: 1 << 26 };
    const all = [MAIN, 'render', 'invoices.json', ...args];
    const child = execFile(process.execPath, all, options, (_, out, err) => {
      const names = readdirSync(output);
      const files = names.map((name) => [name, readFileSync(join(output, name), 'base64')]);
      const code = child.exitCode ?? -1;
      done({ code, out, err, files: Object.fromEntries(files) as Record<string, string> });
    });
  });
}

/** One that fails, two of one number, and enough others to be worth threads, if only by their size. */
function manyInvoices(): string {
  const plain = Array.from({ length: 24 }, (_, index) => ({
    ...makeInvoice(12, { seed: index + 1 }),
    unknown: 'x'.repeat(100_000),
  }));
  const [first = {}, second = {}] = plain;
  const odd = [{ ...first, planName: 7 }, second, { ...second, planName: 'Another' }];
  return JSON.stringify([...plain.slice(2, 13), ...odd, ...plain.slice(13)]);
}

test('any number of jobs gives the same files, report and code', async () => {
  const input = manyInvoices();
  const one = await render(input, ['--json', '--csv', '--force', '--jobs', '1']);
  const two = await render(input, ['--json', '--csv', '--force', '--jobs', '2']);
  expect(one.code).toBe(1);
  expect(Object.keys(one.files)).toHaveLength(2 * 23);
  expect(one.err).toContain('A file with other content is there already');
  expect(two).toEqual(one);
});

test('--timings adds a table of stages and counts, or a last line of JSON, from threads too', async () => {
  const input = manyInvoices();
  const threads = await render(input, ['--json', '--quiet', '--timings', '--jobs', '2']);
  const last = JSON.parse(threads.out.trim().split('\n').at(-1) ?? '') as {
    readonly timings: {
      readonly invoices: number;
      readonly milliseconds: Readonly<Record<string, number>>;
      readonly counts: Readonly<Record<string, number>>;
    };
  };
  const { invoices, milliseconds, counts } = last.timings;
  const pdfs = Object.values(threads.files);
  const bytes = pdfs.reduce((sum, file) => sum + Buffer.from(file, 'base64').length, 0);
  expect(invoices).toBe(pdfs.length);
  // One more was drawn than written: the one whose number was taken.
  expect(counts['pages']).toBe(pdfs.length + 1);
  expect(counts['bytes']).toBeGreaterThan(bytes);
  expect(Object.keys(milliseconds)).toEqual([
    ...['fetch', 'invoice', 'document', 'tax', 'view', 'e-invoice', 'template', 'markup'],
    ...['box', 'layout', 'paginate', 'draw', 'deliver'],
  ]);
  expect(milliseconds['layout']).toBeGreaterThan(0);
});

test('--timings says nothing of what was not asked, and a table to people', async () => {
  const input = JSON.stringify(makeInvoice(12, { seed: 1 }));
  const { err, out } = await render(input, ['--quiet', '--timings']);
  expect(out).toBe('');
  expect(err).toMatch(/^stage +ms +%\nfetch +\d/);
  expect(err).toMatch(/\npages +1\n/);
  expect((await render(input, ['--quiet'])).err).toBe('');
});
