import { failed, failure, type Outcome } from './failure.ts';
import type { PdfBytes } from './draw/pdf-bytes.ts';
import { printMarkup, renderInvoice as render, type RenderedInvoice } from './pipeline.ts';
import { createPress, type Press } from './press.ts';

export type { Config } from './config/schema.ts';
export type { Settings } from './config/settings.ts';
export type { Failure, Outcome, Stage } from './failure.ts';
export type { RawInvoice } from './fetch/raw-invoice.ts';
export type { Invoice } from './invoice/invoice.ts';
export type { PdfBytes } from './draw/pdf-bytes.ts';
export type { Press, PressOptions } from './press.ts';
export type { RenderedInvoice } from './pipeline.ts';
export type { InvoiceView } from './view/invoice-view.ts';
export { readConfig } from './config/read-config.ts';
export { readInvoices } from './fetch/read-invoices.ts';
export { fileNameOf } from './deliver/file-name.ts';
export { createPress } from './press.ts';

/**
 * Render one invoice as Amberflo's API gives it, parsed from JSON.
 * Never throws for bad input: the outcome holds the PDF with warnings beside it, or everything that is wrong.
 */
export function renderInvoice(
  body: unknown,
  press: Press = createPress(),
): Outcome<RenderedInvoice> {
  return render({ body, origin: 'invoice', path: '$' }, press);
}

/** What `printHtml` may be told. */
export interface PrintOptions {
  /** Folder of the page's pictures, style sheets and fonts; without it only `data:` URLs are found. */
  readonly folder?: string;
  /** Name of the page in warnings. */
  readonly name?: string;
  readonly press?: Press;
}

/** Print an HTML page: the page engine alone. Never throws for bad input. */
export function printHtml(html: string, options: PrintOptions = {}): Outcome<PdfBytes> {
  const { folder = null, name = 'page.html', press = createPress() } = options;
  if (typeof html !== 'string') {
    return failed([
      failure('markup', name, 'This is no page', {
        expected: 'a string of HTML',
        found: typeof html,
      }),
    ]);
  }
  return printMarkup({ kind: 'markup', html, file: name }, press.pageWorld(folder));
}
