import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printHtml } from '../../src/index.ts';
import { createPress } from '../../src/press.ts';
import { renderCase } from '../render-case.ts';
import { missing, validate, type Verdict } from './validate.ts';

const folder = mkdtempSync(join(tmpdir(), 'platen-conformance-'));
const press = createPress();

/** Pages that break a rule by what their author wrote, and the rule: headings that skip a level, rows without all cells. */
const WRITTEN_SO: Readonly<Record<string, string>> = {
  'invoice-email-tables.html': '7.4.2-1',
  'invoice-utility-classes.html': '7.4.2-1',
  'list-items-with-blocks.html': '7.4.2-1',
  'selectors-is-where-not.html': '7.4.2-1',
  'table-content.html': '7.4.2-1',
  'table-rowspans.html': '7.2-43',
};

function store(name: string, bytes: Uint8Array): string {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return file;
}

function cases(): readonly string[] {
  return readdirSync('test/cases').flatMap((name) =>
    renderCase(name).flatMap((outcome, index) =>
      outcome.ok ? [store(`${name}-${index}`, outcome.value.pdf.bytes)] : [],
    ),
  );
}

function pages(): readonly string[] {
  const names = readdirSync('test/fidelity/pages').filter((name) => name.endsWith('.html'));
  return names.map((name) =>
    store(name, print(readFileSync(join('test/fidelity/pages', name), 'utf8'))),
  );
}

function print(html: string): Uint8Array {
  const titled = html.replace('<style>', '<title>A page</title><style>');
  const printed = printHtml(titled, { press, folder: 'test/fidelity/pages' });
  if (!printed.ok) throw new Error(JSON.stringify(printed.failures));
  return printed.value.bytes;
}

function isExpected({ file, profile, broken }: Verdict): boolean {
  const rule = profile === 'ua1' ? WRITTEN_SO[basename(file, '.pdf')] : undefined;
  return rule === undefined
    ? broken === ''
    : broken.startsWith(`${rule} `) && !broken.includes('; ');
}

describe.skipIf(missing !== null)(
  `PDF/A-3a and PDF/UA-1${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    test('every case and every page conforms', { timeout: 300_000 }, async () => {
      const files = [...cases(), ...pages()];
      const verdicts = await validate(files);
      expect(verdicts).toHaveLength(files.length * 2);
      expect(verdicts.filter((verdict) => !isExpected(verdict))).toEqual([]);
    });

    test('what does not conform is noticed', { timeout: 120_000 }, async () => {
      const good = Buffer.from(print('<style></style><p>A page</p>'));
      const raw = (from: string, to: string) =>
        Buffer.from(good.toString('latin1').replace(from, to), 'latin1');
      const ampersand = store('ampersand', raw('A page</rdf:li>', 'A & e</rdf:li>'));
      const part = store('part', raw('<pdfuaid:part>1', '<pdfuaid:part>7'));
      const [a, , , b] = await validate([ampersand, part]);
      expect(a?.broken).not.toBe('');
      expect(b?.broken).not.toBe('');
    });
  },
);
