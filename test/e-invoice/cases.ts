import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../src/config/read-config.ts';
import type { Outcome } from '../../src/failure.ts';
import { renderWhole, type RenderedInvoice } from '../render-whole.ts';
import { createPress, examplesFolder, type Press } from '../../src/press.ts';

type Json = Readonly<Record<string, unknown>>;

/** An invoice of test/cases under a configuration that gives it an electronic invoice. */
export interface EInvoiceCase {
  readonly name: string;
  /** Folder of test/cases. */
  readonly invoice: string;
  /** Laid over the sample configuration, table by table. */
  readonly config: Json;
  /** What the invoice's totals are instead. */
  readonly totals?: Json;
}

const untaxed = (category: string, more: Json = {}): Json => ({
  tax: { rules: [{ category, ...more }] },
});
const STANDARD = { category: 'S', rate: '19' };
const standard: Json = { tax: { rules: [STANDARD] } };
const original = { number: 'INV-20250831-1', date: '2025-09-01' };

/** Every category, kind and trap that electronic invoices have; each is valid. */
export const E_INVOICE_CASES: readonly EInvoiceCase[] = [
  { name: 'standard-rate', invoice: 'september', config: standard },
  {
    name: 'standard-and-zero-rate',
    invoice: 'september',
    config: {
      tax: {
        rules: [
          { category: 'Z', charges: ['planFee'] },
          { category: 'S', rate: '25' },
        ],
      },
    },
  },
  { name: 'reverse-charge', invoice: 'september', config: untaxed('AE') },
  { name: 'within-the-union', invoice: 'september', config: untaxed('K') },
  { name: 'export', invoice: 'september', config: untaxed('G') },
  { name: 'out-of-scope', invoice: 'september', config: untaxed('O') },
  {
    name: 'exempt',
    invoice: 'september',
    config: untaxed('E', { reason: 'VATEX-EU-132', texts: { en: 'Exempt: article 132' } }),
  },
  {
    name: 'two-currencies',
    invoice: 'september',
    config: {
      tax: {
        rules: [STANDARD],
        accounting: {
          currency: 'SEK',
          rates: { EUR: { rate: '11.0645', date: '2025-09-30', source: 'ECB' } },
        },
      },
    },
  },
  {
    name: 'prices-with-tax',
    invoice: 'september',
    config: { tax: { ...taxOf(standard), prices: 'inclusive' } },
  },
  {
    name: 'xrechnung',
    invoice: 'september',
    config: { ...standard, locale: 'de-DE', eInvoice: { profile: 'xrechnung' } },
  },
  {
    name: 'paid-by-credit',
    invoice: 'september',
    config: untaxed('AE'),
    totals: { prepaid: 1196, totalPrice: 0 },
  },
  { name: 'price-below-a-cent', invoice: 'price-below-a-cent', config: standard },
  { name: 'negative-amount', invoice: 'negative-amount-due', config: standard },
  { name: 'hostile-names', invoice: 'hostile-names', config: standard },
  { name: 'no-cents', invoice: 'yen-has-no-cents', config: standard },
  { name: 'sums-that-do-not-agree', invoice: 'sums-that-do-not-agree', config: standard },
  { name: 'sixty-items', invoice: 'sixty-items', config: standard },
  {
    name: 'credit-note',
    invoice: 'september',
    config: { ...standard, documents: recordOf('september', { kind: 'credit-note', original }) },
  },
  {
    name: 'credit-note-over-a-negative-invoice',
    invoice: 'negative-amount-due',
    config: {
      ...standard,
      documents: recordOf('negative-amount-due', { kind: 'credit-note', original }),
    },
  },
];

function taxOf({ tax }: Json): Json {
  return tax as Json;
}

function readJson(file: string): Json {
  return JSON.parse(readFileSync(file, 'utf8')) as Json;
}

function recordOf(name: string, record: Json): Json {
  return { [String(readJson(join('test/cases', name, 'invoice.json'))['invoiceUri'])]: record };
}

/** The sample account with what an electronic invoice needs. */
function configOf({ config }: EInvoiceCase): Json {
  const sample = readJson(join(examplesFolder, 'platen.config.json'));
  const seller = sample['seller'] as Json;
  const customers = Object.entries(sample['customers'] as Json).map(([id, customer]) => [
    id,
    { ...(customer as Json), vatId: 'SE556677889901' },
  ]);
  return {
    ...sample,
    seller: { ...seller, vatId: 'DE123456789', taxId: '27/123/45678' },
    customers: Object.fromEntries(customers) as Json,
    eInvoice: { profile: 'en16931', buyerReference: '04011000-12345-67' },
    ...config,
    ...(config['eInvoice'] === undefined
      ? {}
      : {
          eInvoice: { buyerReference: '04011000-12345-67', ...(config['eInvoice'] as Json) },
        }),
  };
}

/** What to render an electronic invoice with. */
export function pressFor(one: EInvoiceCase): Press {
  const config = readConfig(JSON.stringify(configOf(one)), one.name);
  if (!config.ok) throw new Error(JSON.stringify(config.failures, null, 1));
  return createPress({ config: config.value, brandFolder: examplesFolder });
}

/** Render a case. */
export function renderEInvoice(one: EInvoiceCase): Outcome<RenderedInvoice> {
  const json = readJson(join('test/cases', one.invoice, 'invoice.json'));
  const body = { ...json, totalBill: { ...(json['totalBill'] as Json), ...one.totals } };
  return renderWhole({ body, origin: one.name, path: '$' }, pressFor(one));
}
