import type { InvoiceView } from '../view/invoice-view.ts';

/** What kind of thing a field of the view is, for checking templates before they meet an invoice. */
export type Shape =
  | 'text'
  | 'flag'
  /** Texts by any key: the words of a language. */
  | 'words'
  | { readonly list: Shape }
  | { readonly record: Readonly<Record<string, Shape>> };

/** The one shape that a type of the view can have; keeps shapes true to their views. */
export type ShapeOf<T> = T extends string
  ? 'text'
  : T extends boolean
    ? 'flag'
    : T extends readonly (infer Item)[]
      ? { readonly list: ShapeOf<Item> }
      : string extends keyof T
        ? 'words'
        : { readonly record: { readonly [Key in keyof T]: ShapeOf<T[Key]> } };

const facts = { list: { record: { label: 'text', value: 'text', wide: 'flag' } } } as const;
const texts = { list: 'text' } as const;
const amounts = { list: { record: { text: 'text', value: 'text', kind: 'text' } } } as const;

const rows = {
  list: { record: { label: 'text', note: 'text', amounts, kind: 'text' } },
} as const;

const line = {
  record: {
    kind: 'text',
    label: 'text',
    notes: texts,
    quantity: 'text',
    unit: 'text',
    unitPrice: 'text',
    amounts,
  },
} as const;

const section = { record: { title: 'text', rows: { list: line }, totals: rows } } as const;

const party = {
  record: {
    label: 'text',
    name: 'text',
    lines: texts,
    contacts: texts,
    identifiers: facts,
    legal: texts,
  },
} as const;

const brand = {
  record: {
    name: 'text',
    logo: 'text',
    properties: { list: { record: { name: 'text', value: 'text' } } },
  },
} as const;

const due = {
  record: { label: 'text', kind: 'text', amount: 'text', sentence: 'text', others: texts },
} as const;

const code = { record: { title: 'text', size: 'text', path: 'text' } } as const;

const swissWords = {
  record: {
    language: 'text',
    paymentPart: 'text',
    receipt: 'text',
    account: 'text',
    reference: 'text',
    additionalInformation: 'text',
    payableBy: 'text',
    payableByName: 'text',
    currency: 'text',
    amount: 'text',
    acceptancePoint: 'text',
    separate: 'text',
  },
} as const;

const swiss = {
  record: {
    words: swissWords,
    code,
    account: texts,
    reference: 'text',
    remark: 'text',
    debtor: texts,
    currency: 'text',
    amount: 'text',
  },
} as const;

const payment = {
  record: {
    label: 'text',
    shown: 'flag',
    accounts: { list: facts },
    sentence: 'text',
    link: 'text',
    linkText: 'text',
    codes: { list: code },
    swiss: { list: swiss },
  },
} as const;

const marks = { list: { record: { label: 'text', place: 'text' } } } as const;

const chart = {
  record: {
    title: 'text',
    text: 'text',
    viewBox: 'text',
    bars: 'text',
    axis: 'text',
    ticks: marks,
    days: marks,
  },
} as const;

const annex = {
  record: {
    title: 'text',
    lines: section,
    items: { list: { record: { unit: 'text', chart, section } } },
    note: 'text',
  },
} as const;

/** The shape of everything that a template can name. */
export const VIEW_SHAPE: ShapeOf<InvoiceView> = {
  record: {
    locale: 'text',
    direction: 'text',
    second: { record: { locale: 'text', direction: 'text' } },
    paper: 'text',
    letter: { record: { window: 'text', fold: 'text' } },
    documentTitle: 'text',
    kind: 'text',
    final: 'flag',
    title: 'text',
    number: 'text',
    isoDate: 'text',
    draft: 'flag',
    paid: 'flag',
    brand,
    seller: party,
    customer: party,
    facts,
    due,
    payment,
    columns: { list: { record: { label: 'text', kind: 'text', size: 'text' } } },
    quantitySize: 'text',
    unitPriceSize: 'text',
    dense: 'flag',
    denser: 'flag',
    summary: rows,
    items: section,
    fees: section,
    invoiceFees: section,
    commitments: section,
    promotions: section,
    totals: rows,
    taxes: rows,
    taxNotes: texts,
    account: rows,
    annex,
    notes: texts,
    messages: 'words',
  },
};
