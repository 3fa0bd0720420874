import type { Settings } from '../config/settings.ts';
import type { IdentifiedInvoice } from '../document/document.ts';
import type { TaxBreakdown } from '../tax/tax-breakdown.ts';
import type { ColumnKind } from './invoice-view.ts';
import { cleanText } from './clean-text.ts';
import { createMemo } from './memo.ts';
import type { Messages } from './messages.ts';

/** An invoice, what its document is, and what it comes to with tax. */
export interface TaxedInvoice extends IdentifiedInvoice {
  readonly tax: TaxBreakdown;
}

/** Messages whose words were looked at once, for they are the same for many documents. */
export interface CheckedMessages extends Messages {
  /** The words, where none of them holds a character that no page may hold; else null. */
  readonly clean: object | null;
}

/** What every section is made from. */
export interface ViewContext extends TaxedInvoice {
  readonly settings: Settings;
  readonly messages: CheckedMessages;
  /** The money columns in their printed order. */
  readonly columns: readonly ColumnKind[];
  /** What was said of dimensions so far, by name and value. */
  readonly dimensionTexts: Map<string, Map<string, string>>;
}

/** Gather it; the columns are payment currency, base, credits, as far as the invoice has them. */
export function viewContext(
  taxed: TaxedInvoice,
  settings: Settings,
  messages: Messages,
): ViewContext {
  const all = ['payment', 'base', 'credits'] as const;
  const columns = all.filter((kind) => taxed.invoice.columns[kind] !== null);
  const { invoice, document, tax } = taxed;
  const dimensionTexts = new Map<string, Map<string, string>>();
  return {
    invoice,
    document,
    tax,
    settings,
    messages: withTexts(messages, settings),
    columns,
    dimensionTexts,
  };
}

/** Vocabularies of brands that are kept at once: each is as large as the language. */
const MOST_VOCABULARIES = 50;

function withTexts(messages: Messages, { brand: { texts } }: Settings): CheckedMessages {
  const vocabularies = messages.memo('vocabularies', () => createMemo(MOST_VOCABULARIES));
  return vocabularies(JSON.stringify(texts), () => {
    const words = { ...messages.words, ...texts };
    const isClean = cleanText(words).warnings.length === 0;
    return { ...messages, words, clean: isClean ? words : null };
  });
}
