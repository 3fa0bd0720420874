import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { printHtml } from '../../src/index.ts';
import { createPress, templatesFolder, type Press } from '../../src/press.ts';
import { renderWhole } from '../render-whole.ts';
import { readCase, renderCase } from '../render-case.ts';
import { checkStructure, findOnPath, missing, validate, type Verdict } from './validate.ts';

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

/** The sample in every template, whether any case uses it or not. */
function templates(): readonly string[] {
  const { press, raws } = readCase('september');
  const isTemplate = (name: string) => existsSync(join(templatesFolder, name, 'template.json'));
  return readdirSync(templatesFolder)
    .filter(isTemplate)
    .flatMap((template) => {
      const own: Press = { ...press, overrides: { ...press.overrides, template } };
      return (raws.ok ? raws.value : []).map((raw) => {
        const outcome = renderWhole(raw, own);
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
        return store(`template-${template}`, outcome.value.pdf.bytes);
      });
    });
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
    let good: readonly string[];
    let verdicts: readonly Verdict[];
    beforeAll(async () => {
      good = [...cases(), ...templates(), ...pages()];
      const files = [...good, ...(await broken())];
      verdicts = await validate(files.map((file) => ({ file, profiles: ['3a', 'ua1'] })));
    }, 600_000);

    test('every case, template and page conforms', { timeout: 300_000 }, async () => {
      expect(verdicts).toHaveLength((good.length + 3) * 2);
      const ofGood = verdicts.slice(0, good.length * 2);
      expect(ofGood.filter((verdict) => !isExpected(verdict))).toEqual([]);
      if (findOnPath('qpdf')) expect(await checkStructure(good)).toEqual([]);
    });

    test('what does not conform is noticed', () => {
      const [a, , , b, c] = verdicts.slice(good.length * 2);
      expect(a?.broken).not.toBe('');
      expect(b?.broken).not.toBe('');
      expect(c?.broken).toContain('6.2.11.4.1-1');
    });
  },
);

/** An ampersand as it is in the metadata, another part of PDF/UA, and a font that is not in the file. */
async function broken(): Promise<readonly string[]> {
  const page = Buffer.from(print('<style></style><p>A page</p>'));
  const raw = (from: string, to: string) =>
    Buffer.from(page.toString('latin1').replace(from, to), 'latin1');
  return [
    store('ampersand', raw('A page</rdf:li>', 'A & e</rdf:li>')),
    store('part', raw('<pdfuaid:part>1', '<pdfuaid:part>7')),
    store('standard-font', await withStandardFont()),
  ];
}

/** pdfkit takes fonts that it does not embed without a word. */
function withStandardFont(): Promise<Buffer> {
  const options = { pdfVersion: '1.7', subset: 'PDF/A-3a', tagged: true, lang: 'en' } as object;
  const document = new PDFDocument(options);
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  document.font('Helvetica').text('Invoice');
  document.end();
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(parts))));
}
