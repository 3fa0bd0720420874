import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeCii } from '../../src/e-invoice/cii/write-cii.ts';
import type { EInvoice } from '../../src/e-invoice/e-invoice.ts';
import { ublInvoice } from '../../src/e-invoice/e-invoice-file.ts';
import { PROFILES } from '../../src/e-invoice/profile.ts';
import { writeUbl } from '../../src/e-invoice/ubl/write-ubl.ts';
import type { RenderedInvoice } from '../render-whole.ts';
import { E_INVOICE_CASES, renderEInvoice } from '../e-invoice/cases.ts';
import { credit, plain, rich } from '../e-invoice/sample.ts';
import { checkStructure, findOnPath, missing, validate, type Task } from './validate.ts';

const folder = mkdtempSync(join(tmpdir(), 'platen-e-invoice-'));

function store(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const known = new Map<string, RenderedInvoice>();

function rendered(one: (typeof E_INVOICE_CASES)[number]): RenderedInvoice {
  const made = known.get(one.name);
  if (made !== undefined) return made;
  const outcome = renderEInvoice(one);
  if (!outcome.ok) throw new Error(`${one.name}: ${JSON.stringify(outcome.failures, null, 1)}`);
  known.set(one.name, outcome.value);
  return outcome.value;
}

const xml = (name: string, bytes: Uint8Array): Task => ({
  file: store(`${name}.xml`, bytes),
  profiles: ['invoice'],
});

/** Cases whose UBL says something that the others' does not. */
const UBL_CASES = new Set([
  'standard-and-zero-rate',
  'within-the-union',
  'out-of-scope',
  'xrechnung',
]);

/** A document made by hand in every syntax and profile. */
function byHand(name: string, invoice: EInvoice): readonly Task[] {
  return [
    xml(`${name}-cii`, writeCii(invoice)),
    xml(`${name}-xrechnung`, writeCii({ ...invoice, ...PROFILES.xrechnung })),
    xml(`${name}-peppol`, writeUbl({ ...invoice, ...PROFILES.peppol })),
  ];
}

/** What every validator has to accept. */
function good(): readonly Task[] {
  const pdfs = E_INVOICE_CASES.map((one): Task => {
    const file = store(`${one.name}.pdf`, rendered(one).pdf.bytes);
    return { file, profiles: ['3a', 'ua1', 'invoice'] };
  });
  const ubl = E_INVOICE_CASES.filter(({ name }) => UBL_CASES.has(name)).map((one) => {
    const written = ublInvoice(rendered(one));
    if (!written.ok) throw new Error(JSON.stringify(written.failures, null, 1));
    return xml(one.name, written.value);
  });
  return [...pdfs, ...ubl, ...byHand('rich', rich), ...byHand('credit', credit)];
}

/** What no validator may accept: a total that is a cent off, and an ampersand as it is. */
function bad(): readonly Task[] {
  const total = { ...plain, totals: { ...plain.totals, due: '119.01' } };
  const raw = Buffer.from(writeCii(plain)).toString('utf8').replace('&amp;', '&');
  return [
    xml('total-cii', writeCii(total)),
    xml('total-ubl', writeUbl({ ...total, ...PROFILES.peppol })),
    xml('ampersand', Buffer.from(raw)),
  ];
}

describe.skipIf(missing !== null)(
  `electronic invoices${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    test('every case is valid, PDF and XML, and what is wrong is noticed', async () => {
      const valid = good();
      const invalid = bad();
      const verdicts = await validate([...valid, ...invalid]);
      const expected = [...valid, ...invalid].flatMap(({ profiles }) => profiles);
      expect(verdicts).toHaveLength(expected.length);
      expect(verdicts.slice(0, -3).filter(({ broken }) => broken !== '')).toEqual([]);
      const [cii, ubl, ampersand] = verdicts.slice(-3);
      expect(cii?.broken).toContain('BR-CO-16');
      expect(ubl?.broken).toContain('BR-CO-16');
      expect(ampersand?.broken).not.toBe('');
      const pdfs = valid.map(({ file }) => file).filter((file) => file.endsWith('.pdf'));
      if (findOnPath('qpdf')) expect(await checkStructure(pdfs)).toEqual([]);
    }, 600_000);
  },
);

describe.skipIf(!findOnPath('pdfdetach'))('pdfdetach (skipped where it is absent)', () => {
  test.each(E_INVOICE_CASES)('gives the XML of $name back, byte for byte', (one) => {
    const { pdf, attachments } = rendered(one);
    const file = store(`detach-${one.name}.pdf`, pdf.bytes);
    expect(attachments.map(({ name }) => name)).toEqual([
      one.name === 'xrechnung' ? 'xrechnung.xml' : 'factur-x.xml',
    ]);
    const saved = join(folder, `${one.name}.saved`);
    execFileSync('pdfdetach', ['-save', '1', '-o', saved, file]);
    expect(readFileSync(saved).equals(attachments[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
  });
});
