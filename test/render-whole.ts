import { andThen, success, type Outcome } from '../src/failure.ts';
import type { RawInvoice } from '../src/fetch/raw-invoice.ts';
import { renderInvoice, type PrintedInvoice, type ViewedInvoice } from '../src/pipeline.ts';
import type { Press } from '../src/press.ts';

/** An invoice with everything that was made of it. */
export type RenderedInvoice = ViewedInvoice & Omit<PrintedInvoice<ViewedInvoice>, 'kept'>;

/** Render an invoice, and keep all that the document says. */
export function renderWhole(raw: RawInvoice, press: Press): Outcome<RenderedInvoice> {
  const rendered = renderInvoice({ read: () => success(raw), press, keep: success });
  return andThen(rendered, ({ kept, pdf, attachments }) => success({ ...kept, pdf, attachments }));
}
