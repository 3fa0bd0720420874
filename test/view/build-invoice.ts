import { eInvoiceSettings } from '../../src/config/schema-e-invoice.ts';
import { readFileSync } from 'node:fs';
import type { Settings } from '../../src/config/settings.ts';
import type {
  Amounts,
  Invoice,
  MeteredItem,
  OptionalAmounts,
  Totals,
  Usage,
  Variant,
} from '../../src/invoice/invoice.ts';
import { creditCurrency, isoCurrency } from '../../src/money/currency.ts';
import { decimal } from '../../src/money/decimal.ts';
import { money, type Currency } from '../../src/money/money.ts';
import { identifyDocument } from '../../src/document/identify-document.ts';
import { taxInvoice } from '../../src/tax/tax-invoice.ts';
import type { TaxedInvoice } from '../../src/view/context.ts';
import { loadMessages, type Messages } from '../../src/view/messages.ts';
import type { InvoiceView } from '../../src/view/invoice-view.ts';
import { viewInvoice } from '../../src/view/view-invoice.ts';
import { templateWorld } from '../template/template-world.ts';

/** The ISO currency of a code that the test knows to exist. */
export function iso(code: string): Currency {
  const currency = isoCurrency(code);
  if (currency === null) throw new Error(`${code} is no currency`);
  return currency;
}

export const EUR = iso('EUR');
export const USD = iso('USD');
export const HCU = creditCurrency('HCU', 2);

/** Amounts in euros, dollars and credits from three decimals. */
export function amounts(eur: string, usd = eur, hcu: string | null = eur): Amounts {
  return {
    payment: money(eur, EUR),
    base: money(usd, USD),
    credits: hcu === null ? null : money(hcu, HCU),
  };
}

export const NOTHING: OptionalAmounts = { payment: null, base: null, credits: null };

export function usage(
  units: string,
  price: Amounts,
  tiers: readonly [string, string][] = [],
): Usage {
  return {
    units: decimal(units),
    price,
    tiers: tiers.map(([key, count]) => ({ key, from: decimal(key), units: decimal(count) })),
  };
}

export function variant(total: Usage, overrides: Partial<Variant> = {}): Variant {
  const plain = { key: 'v', dimensions: [], label: null, hours: [], lateArrivals: decimal('0') };
  return { ...plain, total, ...overrides };
}

export function item(name: string, total: Usage, variants: readonly Variant[]): MeteredItem {
  return { id: `id-${name}`, name, meter: `meter-${name}`, planName: 'Scale', variants, total };
}

export function totals(given: Partial<Totals> = {}): Totals {
  const zero = amounts('0');
  return {
    items: zero,
    planFees: zero,
    invoiceFees: zero,
    commitments: zero,
    discount: zero,
    beforeDiscount: zero,
    beforeCommitments: zero,
    beforePrepaid: zero,
    prepaid: zero,
    due: zero,
    ...given,
  };
}

/** A final, unpaid invoice of September 2025 over nothing. */
export function invoice(given: Partial<Invoice> = {}): Invoice {
  return {
    uri: 'payments/invoices/account_id=1',
    uuid: null,
    key: {
      accountId: '1',
      customerId: 'cus-1',
      productId: '1',
      productPlanId: 'p',
      year: 2025,
      month: 9,
      day: 1,
    },
    planName: 'Scale',
    billingPeriod: { interval: 'month', count: 1 },
    start: Date.UTC(2025, 8, 1) / 1000,
    end: Date.UTC(2025, 9, 1) / 1000,
    gracePeriodHours: null,
    priceStatus: 'price_locked',
    paymentStatus: 'pending',
    externalStatus: null,
    paymentCreated: null,
    columns: { payment: EUR, base: USD, credits: HCU },
    exchange: null,
    creditUnit: null,
    items: [],
    planFees: [],
    invoiceFees: [],
    commitments: [],
    promotions: [],
    totals: totals(),
    prepaidLeft: NOTHING,
    payAsYouGoLeft: NOTHING,
    ...given,
  };
}

const ADDRESS = {
  lines: ['Hafenstraße 12'],
  postalCode: '20457',
  city: 'Hamburg',
  state: '',
  country: 'DE',
};

export function settings(given: Partial<Settings> = {}): Settings {
  return {
    seller: {
      entity: 'seller',
      vatId: '',
      taxId: '',
      name: 'Halcyon Cloud GmbH',
      address: ADDRESS,
      email: '',
      phone: '',
      website: '',
      identifiers: [],
      registration: [],
      bankAccounts: [],
    },
    customer: {
      id: 'cus-1',
      name: 'Halden Robotics',
      contact: '',
      address: ADDRESS,
      vatId: '',
      kind: 'consumer',
      identifiers: [],
      purchaseOrder: '',
      recipients: [],
    },
    brand: { name: '', logo: null, colors: {}, fonts: { body: '', heading: '' }, texts: {} },
    template: 'standard',
    locale: 'en-GB',
    secondLocale: null,
    timeZone: 'UTC',
    paper: 'A4',
    number: {
      pattern: 'INV-{date}-{hash}',
      creditNote: 'CN-{date}-{hash}',
      receipt: 'RC-{date}-{hash}',
      statement: 'ST-{date}-{hash}',
    },
    tax: { prices: 'exclusive', rules: [], title: 'auto', accounting: null },
    payment: { link: '', codes: 'off', referencePrefix: '' },
    eInvoice: eInvoiceSettings(undefined),
    documents: {},
    documentRecord: null,
    revision: 1,
    sequence: { value: 'none', series: null },
    terms: { days: 14, text: '' },
    names: { meters: {}, dimensions: {}, values: {} },
    rounding: 'half-up',
    reconcile: 'warn',
    negatives: 'minus',
    letter: {
      send: true,
      from: '',
      fromName: '',
      replyTo: '',
      cc: [],
      bcc: [],
      attach: ['pdf'],
    },
    usage: {
      groupBy: [],
      hideZero: false,
      top: null,
      annex: 'none',
      csv: 'none',
      allowances: {},
    },
    creditDigits: 2,
    showExternalStatus: false,
    ...given,
  };
}

/** The invoice as a document, with its tax. */
export function taxed(given: Invoice, by: Settings = settings()): TaxedInvoice {
  const identified = identifyDocument(given, by);
  const tax = identified.ok ? taxInvoice(identified.value.invoice, by) : identified;
  if (!identified.ok || !tax.ok) throw new Error(JSON.stringify([identified, tax]));
  return { ...identified.value, tax: tax.value };
}

/** The standard template's words. */
export function messages(locale = 'en-GB'): Messages {
  const outcome = loadMessages(templateWorld(), { locale });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** The view of an invoice, where it has one. */
export function view(given: Invoice, by: Settings = settings()): InvoiceView {
  const outcome = viewInvoice(taxed(given, by), by, messages(by.locale));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** The words of a language as its file has them. */
export function wordsOf(language: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(`templates/shared/messages/${language}.json`, 'utf8'));
}
