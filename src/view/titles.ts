import type { ViewContext } from './context.ts';
import type { MessageKey } from './message-keys.ts';

/** What the law of a country calls an invoice with tax, and its correction. */
interface Titles {
  readonly invoice: MessageKey;
  readonly creditNote: MessageKey;
}

const TAX_INVOICE: Titles = { invoice: 'title.taxInvoice', creditNote: 'title.creditNote' };
const GULF: Titles = { invoice: 'title.taxInvoice', creditNote: 'title.taxCreditNote' };

/**
 * Countries whose law wants the words “tax invoice” on the sheet: Australia (A New Tax System (GST) Act 1999, 29-70; a
 * correction is an adjustment note, 29-75), India, Kenya, New Zealand, Singapore, South Africa, Thailand, and the Gulf.
 */
const BY_COUNTRY: Readonly<Record<string, Titles>> = {
  AE: GULF,
  AU: { invoice: 'title.taxInvoice', creditNote: 'title.adjustmentNote' },
  BH: GULF,
  IN: TAX_INVOICE,
  KE: TAX_INVOICE,
  NZ: TAX_INVOICE,
  OM: GULF,
  SA: GULF,
  SG: TAX_INVOICE,
  TH: TAX_INVOICE,
  ZA: TAX_INVOICE,
};

const PLAIN: Titles = { invoice: 'document.title', creditNote: 'title.creditNote' };

/** Supplies that are no taxable ones: an invoice over these alone is no tax invoice. */
const UNTAXED: ReadonlySet<string> = new Set(['E', 'O']);

/** The key of the document's title. */
export function titleKey({ document, tax, settings }: ViewContext): MessageKey {
  if (document.kind === 'receipt') return 'title.receipt';
  const { country } = settings.seller.address;
  const isTaxed = tax.rows.some(({ category }) => !UNTAXED.has(category));
  const own = Object.hasOwn(BY_COUNTRY, country) ? BY_COUNTRY[country] : undefined;
  const titles = isTaxed && settings.tax.title === 'auto' ? (own ?? PLAIN) : PLAIN;
  return document.kind === 'credit-note' ? titles.creditNote : titles.invoice;
}
