import type { Settings } from '../config/settings.ts';
import type { Invoice } from '../invoice/invoice.ts';
import type { ColumnKind } from './invoice-view.ts';
import type { Messages } from './messages.ts';

/** What every section is made from. */
export interface ViewContext {
  readonly invoice: Invoice;
  readonly settings: Settings;
  readonly messages: Messages;
  /** The money columns in their printed order. */
  readonly columns: readonly ColumnKind[];
}

/** Gather it; the columns are payment currency, base, credits, as far as the invoice has them. */
export function viewContext(invoice: Invoice, settings: Settings, messages: Messages): ViewContext {
  const all = ['payment', 'base', 'credits'] as const;
  const columns = all.filter((kind) => invoice.columns[kind] !== null);
  return { invoice, settings, messages: withTexts(messages, settings), columns };
}

function withTexts(messages: Messages, { brand }: Settings): Messages {
  return { ...messages, words: { ...messages.words, ...brand.texts } };
}
