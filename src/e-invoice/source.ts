import type { Settings } from '../config/settings.ts';
import type { DocumentFacts } from '../document/document.ts';
import type { Invoice } from '../invoice/invoice.ts';
import type { TaxBreakdown } from '../tax/tax-breakdown.ts';
import type { InvoiceView } from '../view/invoice-view.ts';

/** All that an electronic invoice is made from: the facts, their tax, the settings, and what the page says. */
export interface EInvoiceSource {
  readonly document: DocumentFacts;
  readonly invoice: Invoice;
  readonly tax: TaxBreakdown;
  readonly settings: Settings;
  readonly view: InvoiceView;
}

/** Which rules the document follows. */
export type Profile = 'en16931' | 'xrechnung' | 'peppol';
