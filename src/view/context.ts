import type { Settings } from '../config/settings.ts';
import type { IdentifiedInvoice } from '../document/document.ts';
import type { TaxBreakdown } from '../tax/tax-breakdown.ts';
import type { ColumnKind } from './invoice-view.ts';
import type { Messages } from './messages.ts';

/** An invoice, what its document is, and what it comes to with tax. */
export interface TaxedInvoice extends IdentifiedInvoice {
  readonly tax: TaxBreakdown;
}

/** What every section is made from. */
export interface ViewContext extends TaxedInvoice {
  readonly settings: Settings;
  readonly messages: Messages;
  /** The money columns in their printed order. */
  readonly columns: readonly ColumnKind[];
}

/** Gather it; the columns are payment currency, base, credits, as far as the invoice has them. */
export function viewContext(
  taxed: TaxedInvoice,
  settings: Settings,
  messages: Messages,
): ViewContext {
  const all = ['payment', 'base', 'credits'] as const;
  const columns = all.filter((kind) => taxed.invoice.columns[kind] !== null);
  return { ...taxed, settings, messages: withTexts(messages, settings), columns };
}

function withTexts(messages: Messages, { brand }: Settings): Messages {
  if (Object.keys(brand.texts).length === 0) return messages;
  return { ...messages, words: { ...messages.words, ...brand.texts } };
}
