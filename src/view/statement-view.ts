import type { FactView, InvoiceView } from './invoice-view.ts';

/** All that the template of a statement of account may print. What it shares with invoices has the same names. */
export interface StatementView extends Pick<
  InvoiceView,
  | 'locale'
  | 'direction'
  | 'second'
  | 'paper'
  | 'letter'
  | 'documentTitle'
  | 'title'
  | 'number'
  | 'isoDate'
  | 'brand'
  | 'seller'
  | 'customer'
  | 'facts'
  | 'due'
  | 'payment'
  | 'messages'
> {
  /** One account for each currency, in the order of their codes. */
  readonly accounts: readonly StatementAccountView[];
}

/** The documents of one currency, and what is open by age. */
export interface StatementAccountView {
  readonly currency: string;
  readonly entries: readonly StatementEntryView[];
  /** Sum of what is open. */
  readonly open: string;
  readonly ageing: readonly FactView[];
}

/** One document of the statement. */
export interface StatementEntryView {
  readonly number: string;
  readonly date: string;
  readonly due: string;
  readonly status: string;
  /** Negative for credit notes. */
  readonly amount: string;
  readonly open: string;
}
