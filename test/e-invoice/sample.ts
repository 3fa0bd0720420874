import type { EInvoice, ItemTax, Line, Party, TaxRow } from '../../src/e-invoice/e-invoice.ts';

export const STANDARD: ItemTax = { category: 'S', rate: '19' };

export const seller: Party = {
  name: 'Halcyon Cloud GmbH',
  tradingName: null,
  id: null,
  legalId: { value: 'HRB 123456', scheme: null },
  vatId: 'DE123456789',
  taxNumber: '27/123/45678',
  legalText: 'Managing directors: Ada Lindqvist, Jonas Meier',
  endpoint: { value: 'billing@halcyon.example', scheme: 'EM' },
  address: {
    lines: ['Hafenstraße 12'],
    postalCode: '20457',
    city: 'Hamburg',
    region: null,
    country: 'DE',
  },
  contact: { name: 'Billing', phone: '+49 40 5550 1420', email: 'billing@halcyon.example' },
};

export const buyer: Party = {
  ...seller,
  name: 'Käufer & Söhne <AG>',
  legalId: null,
  vatId: 'DE987654321',
  taxNumber: null,
  legalText: null,
  endpoint: { value: 'ap@kaeufer.example', scheme: 'EM' },
  address: {
    lines: ['Bahnhofstr. 7', 'Hof', 'Etage 3'],
    postalCode: '80331',
    city: 'München',
    region: 'Bayern',
    country: 'DE',
  },
  contact: null,
};

export function line(changes: Partial<Line>): Line {
  return {
    id: '1',
    note: null,
    name: 'API calls',
    description: null,
    sellerId: null,
    properties: [],
    quantity: '1',
    unit: 'C62',
    price: changes.net ?? '100.00',
    baseQuantity: null,
    period: null,
    adjustments: [],
    tax: STANDARD,
    net: '100.00',
    ...changes,
  };
}

export function taxRow(changes: Partial<TaxRow>): TaxRow {
  return {
    ...STANDARD,
    base: '100.00',
    tax: '19.00',
    reason: null,
    reasonCode: null,
    ...changes,
  };
}

/** One line of 100 EUR at 19 %. */
export const plain: EInvoice = {
  guideline: 'urn:cen.eu:en16931:2017',
  process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  number: 'INV-1',
  issued: '2026-11-01',
  kind: '380',
  currency: 'EUR',
  accounting: null,
  due: '2026-12-01',
  buyerReference: '04011000-12345-67',
  purchaseOrder: 'PO-48213',
  contract: null,
  terms: null,
  notes: [],
  preceding: [],
  seller,
  buyer,
  delivered: '2026-10-31',
  deliveredTo: null,
  period: { start: '2026-10-01', end: '2026-10-31' },
  payment: {
    code: '58',
    reference: 'INV-1',
    account: { kind: 'iban', value: 'DE02120300000000202051' },
    holder: 'Halcyon Cloud GmbH',
    bic: 'BYLADEM1001',
  },
  adjustments: [],
  totals: {
    lines: '100.00',
    allowances: '0.00',
    charges: '0.00',
    net: '100.00',
    tax: '19.00',
    gross: '119.00',
    prepaid: '0.00',
    rounding: '0.00',
    due: '119.00',
  },
  taxes: [taxRow({})],
  lines: [line({})],
};

/** Two currencies, allowances and charges on lines and on the document, sub-cent prices, a negative line, prepaid. */
export const rich: EInvoice = {
  ...plain,
  number: 'INV-2',
  currency: 'USD',
  accounting: { currency: 'EUR', tax: '103.27' },
  terms: 'Net 30 days',
  notes: [
    { text: 'Prices are "net" & final', subject: null },
    { text: 'Late payment: 9 points', subject: 'PMD' },
  ],
  preceding: [{ number: 'INV-0', issued: '2026-10-01' }],
  payment: {
    code: '30',
    reference: 'INV-2',
    account: { kind: 'other', value: '0042 7719 03' },
    holder: null,
    bic: null,
  },
  lines: [
    line({
      sellerId: 'api-calls',
      description: 'Tier 2',
      properties: [{ name: 'Region', value: 'Ireland' }],
      quantity: '1234567',
      price: '0.42',
      baseQuantity: '1000',
      period: { start: '2026-10-01', end: '2026-10-31' },
      adjustments: [{ kind: 'allowance', amount: '10.00', reason: 'Volume', code: '95' }],
      net: '508.52',
    }),
    line({ id: '2', name: 'Storage', quantity: '730.5', price: '0.0231', net: '16.87' }),
    line({
      id: '3',
      name: 'Seats',
      note: 'Prorated',
      quantity: '5',
      price: '27.4194',
      adjustments: [{ kind: 'charge', amount: '5.00', reason: 'Set-up', code: 'ABL' }],
      net: '142.10',
    }),
    line({ id: '4', name: 'Credit', quantity: '-1', price: '20.00', net: '-20.00' }),
  ],
  adjustments: [
    { kind: 'allowance', amount: '64.75', reason: 'Committed', code: '95', tax: STANDARD },
    { kind: 'charge', amount: '9.90', reason: 'On paper', code: 'ABL', tax: STANDARD },
  ],
  taxes: [taxRow({ base: '592.64', tax: '112.60' })],
  totals: {
    lines: '647.49',
    allowances: '64.75',
    charges: '9.90',
    net: '592.64',
    tax: '112.60',
    gross: '705.24',
    prepaid: '200.00',
    rounding: '0.00',
    due: '505.24',
  },
};

/** A credit note over `plain`. */
export const credit: EInvoice = {
  ...plain,
  kind: '381',
  number: 'CN-1',
  preceding: [{ number: 'INV-1', issued: '2026-11-01' }],
};
