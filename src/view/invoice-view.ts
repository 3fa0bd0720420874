import type { DocumentKind } from '../config/settings-document.ts';
import type { PaymentView } from './payment-view.ts';
import type { AnnexView } from './annex-view.ts';

/** Between the two languages of a label (`فاتورة / Invoice`); templates set what follows it more quietly. */
export const BETWEEN_LANGUAGES = '\u00a0/ ';

/**
 * All that a template may print: strings in the customer's language, booleans and lists. Empty strings and empty lists
 * mean "not there"; `{{#if}}` tests both.
 */
export interface InvoiceView {
  /** BCP 47 locale and its text direction, for `<html lang dir>`. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Language and direction of the second words of labels; empty in documents of one language. */
  readonly second: { readonly locale: string; readonly direction: 'ltr' | 'rtl' };
  readonly paper: 'A4' | 'Letter';
  readonly letter: LetterView;
  /** `Invoice INV-20250930-1a2b3c4d – Halden Robotics`, for `<title>`. */
  readonly documentTitle: string;
  readonly kind: DocumentKind;
  /** Its amounts can no longer change: it may be archived as final and mailed. */
  readonly final: boolean;
  /** `Invoice`, `Tax invoice`, `Credit note`. */
  readonly title: string;
  readonly number: string;
  /** ISO 8601 date of issue, for the file's metadata. */
  readonly isoDate: string;
  /** The amounts may still change. */
  readonly draft: boolean;
  readonly paid: boolean;
  readonly brand: BrandView;
  readonly seller: PartyView;
  readonly customer: PartyView;
  /** Date, period, plan, status, due date, order number … in reading order. */
  readonly facts: readonly FactView[];
  readonly due: DueView;
  readonly payment: PaymentView;
  /** Head of every money table. */
  readonly columns: readonly ColumnView[];
  /** How much room quantities and unit prices need. */
  readonly quantitySize: FigureSize;
  readonly unitPriceSize: FigureSize;
  /** The numbers need so much room that names get little: set them smaller. */
  readonly dense: boolean;
  /** So much room that quantity and price stand under the name. */
  readonly denser: boolean;
  /** The totals once more, for the first page of a bill of many lines; else empty. */
  readonly summary: readonly RowView[];
  readonly items: SectionView;
  readonly fees: SectionView;
  readonly invoiceFees: SectionView;
  readonly commitments: SectionView;
  readonly promotions: SectionView;
  /** Usage to amount due, in Amberflo's order, with rounding rows. */
  readonly totals: readonly RowView[];
  /** Where prices hold the tax: net amount, taxes and total; else empty, because taxes are rows of the totals. */
  readonly taxes: readonly RowView[];
  /** Why there is no tax, and the tax in the seller's own currency: one sentence each. */
  readonly taxNotes: readonly string[];
  /** Prepaid credit and pay-as-you-go money. */
  readonly account: readonly RowView[];
  readonly annex: AnnexView;
  /** Exchange rate, credit rate, late arrivals, rounding: one sentence each. */
  readonly notes: readonly string[];
  /** Words of the template, by key, in the customer's language. */
  readonly messages: Readonly<Record<string, string>>;
}

/** How the sheet fits the sender's window envelopes. */
export interface LetterView {
  /** The side of the address. */
  readonly window: 'left' | 'right';
  /** Marks at 105 and 210 mm (DIN 5008, form B), or at the thirds of the sheet. */
  readonly fold: 'din' | 'thirds';
}

export interface BrandView {
  readonly name: string;
  /** `data:` URL or file name; empty without a logo. */
  readonly logo: string;
  /** `--name: value;` pairs for `:root`. */
  readonly properties: readonly PropertyView[];
}

/** A custom property of the style sheet; the name without its dashes. */
export interface PropertyView {
  readonly name: string;
  readonly value: string;
}

export interface PartyView {
  readonly label: string;
  readonly name: string;
  /** Address and the like, one string per printed line, never empty strings. */
  readonly lines: readonly string[];
  /** E-mail, phone, website: one string each. */
  readonly contacts: readonly string[];
  readonly identifiers: readonly FactView[];
  /** Legal columns for the foot (seller only). */
  readonly legal: readonly string[];
}

export interface FactView {
  readonly label: string;
  readonly value: string;
  /** Too long for one of four columns. */
  readonly wide: boolean;
}

/** The sentence in large type. */
export interface DueView {
  readonly label: string;
  readonly kind: 'due' | 'paid' | 'nothing' | 'credit' | 'draft';
  /** `€828.00`; empty where the sentence says that nothing is due. */
  readonly amount: string;
  /** `due 15 October 2025`, `paid`, `Nothing due: covered by prepaid credit`. */
  readonly sentence: string;
  /** The same amount in the other columns, `$900.00`, `3,600.00 HCU`. */
  readonly others: readonly string[];
}

/** A money column: `EUR` over the amounts. The first is the payment currency. */
export interface ColumnView {
  readonly label: string;
  readonly kind: ColumnKind;
  readonly size: FigureSize;
}

export type ColumnKind = 'payment' | 'base' | 'credits';

/** Room for the longest number of a column, counted in figures: `7`. */
export type FigureSize = string;

/**
 * One amount per column, in the columns' order; `–` where there is none, empty in rows that have no amounts at all.
 * `value` is the exact decimal printed, empty where no number is.
 */
export interface AmountView {
  readonly text: string;
  readonly value: string;
  readonly kind: ColumnKind;
}

/** A labelled row of amounts. */
export interface RowView {
  readonly label: string;
  /** A second, quieter line; empty without one. */
  readonly note: string;
  readonly amounts: readonly AmountView[];
  readonly kind: 'row' | 'rounding' | 'subtotal' | 'total';
}

/** A section of the bill; without rows it is not printed. */
export interface SectionView {
  readonly title: string;
  readonly rows: readonly LineView[];
  /** Rounding row where needed and the section's total; empty where one line is all. */
  readonly totals: readonly RowView[];
}

/**
 * A line of a section. `single` and `line` carry amounts of their own; `group` is the head of an item with several
 * variants, its `line`s follow, then `rest` for those that only the annex lists, then `rounding` where they do not add
 * up, then its `subtotal`. `dimension` and `dimensionTotal` enclose the items of one value of a dimension. `tier` has a
 * quantity, and a price where the data proves one.
 */
export interface LineView {
  readonly kind:
    | 'dimension'
    | 'group'
    | 'single'
    | 'line'
    | 'tier'
    | 'rest'
    | 'rounding'
    | 'subtotal'
    | 'dimensionTotal';
  readonly label: string;
  /** Quieter lines under the label: dimensions, marks, validity. */
  readonly notes: readonly string[];
  readonly quantity: string;
  /** `in GB-hours`, beside the name. */
  readonly unit: string;
  /** Effective unit price in the payment currency. */
  readonly unitPrice: string;
  readonly amounts: readonly AmountView[];
}
