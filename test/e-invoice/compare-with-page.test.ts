import { beforeAll, describe, expect, test } from 'vitest';
import { buildEInvoice } from '../../src/e-invoice/build-e-invoice.ts';
import { compareWithPage } from '../../src/e-invoice/compare-with-page.ts';
import { eInvoiceFiles, ublInvoice } from '../../src/e-invoice/e-invoice-file.ts';
import type { EInvoice } from '../../src/e-invoice/e-invoice.ts';
import type { RenderedInvoice } from '../render-whole.ts';
import type { InvoiceView } from '../../src/view/invoice-view.ts';
import { E_INVOICE_CASES, renderEInvoice } from './cases.ts';

let rendered: RenderedInvoice;
let stated: EInvoice;

beforeAll(() => {
  const [one] = E_INVOICE_CASES;
  const outcome = one === undefined ? null : renderEInvoice(one);
  if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
  rendered = outcome.value;
  const built = buildEInvoice(rendered, 'en16931');
  if (!built.ok) throw new Error(JSON.stringify(built.failures));
  stated = built.value;
});

const terms = (view: InvoiceView, invoice: EInvoice) =>
  compareWithPage(view, invoice).map(({ place }) => place);

describe('page and XML', () => {
  test('say the same', () => {
    expect(terms(rendered.view, stated)).toEqual([]);
  });

  test.each([
    ['number', 'BT-1 invoice number'],
    ['issued', 'BT-2 issue date'],
    ['due', 'BT-9 payment due date'],
  ] as const)('another %s in the XML is noticed', (key, term) => {
    expect(terms(rendered.view, { ...stated, [key]: '2031-01-31' })).toContain(term);
  });

  test.each([
    ['net', 'BT-109 total without VAT'],
    ['gross', 'BT-112 total with VAT'],
    ['prepaid', 'BT-113 paid amount'],
    ['due', 'BT-115 amount due'],
  ] as const)('another total (%s) in the XML is noticed', (key, term) => {
    const totals = { ...stated.totals, [key]: '0.01' };
    expect(terms(rendered.view, { ...stated, totals })).toEqual([term]);
  });

  test('a tax that the page prints otherwise is noticed, and one that it lacks', () => {
    const taxes = stated.taxes.map((row) => ({ ...row, tax: '1.00' }));
    expect(terms(rendered.view, { ...stated, taxes })).toEqual(['BT-117 VAT of a category']);
    expect(terms(rendered.view, { ...stated, taxes: [] })).toContain('BG-23 VAT rows');
  });

  test('other parties and accounts are noticed', () => {
    const other = { ...stated.seller, name: 'Another', vatId: 'DE999999999' };
    expect(terms(rendered.view, { ...stated, seller: other })).toEqual([
      'BT-27 seller name',
      'BT-31 seller VAT identifier',
    ]);
  });

  test('the render fails where they differ', () => {
    const view = { ...rendered.view, number: 'INV-2', isoDate: '2031-01-31' };
    const outcome = eInvoiceFiles({ ...rendered, view });
    expect(outcome.ok ? [] : outcome.failures.map(({ stage }) => stage)).toContain('e-invoice');
  });
});

describe('which documents have one', () => {
  test('drafts and receipts have none, and no UBL either', () => {
    for (const change of [{ final: false }, { kind: 'receipt' as const }]) {
      const source = { ...rendered, document: { ...rendered.document, ...change } };
      expect(eInvoiceFiles(source)).toMatchObject({ ok: true, value: [] });
      expect(ublInvoice(source).ok).toBe(false);
    }
  });

  test('what nobody asked for only warns of what it lacks', () => {
    const { settings } = rendered;
    const address = { ...settings.customer.address, country: '' };
    const poor = {
      ...settings,
      customer: { ...settings.customer, address },
      eInvoice: { ...settings.eInvoice, profile: 'auto' as const },
    };
    const outcome = eInvoiceFiles({ ...rendered, settings: poor });
    expect(outcome).toMatchObject({ ok: true, value: [] });
    expect(outcome.warnings.map(({ message }) => message).join()).toContain('BT-55');
  });
});
