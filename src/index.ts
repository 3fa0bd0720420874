import { andThen, failed, failure, success, type Outcome } from './failure.ts';
import type { PdfBytes, UnsignedPdf } from './draw/pdf-bytes.ts';
import { printMarkup, renderInvoice as render, type RenderedInvoice } from './pipeline.ts';
import { createPress, type Press } from './press.ts';
import type { RemoteSigner } from './signature/signer.ts';

export type { Attachment } from './attachment.ts';
export type { RemoteSigner, Signer } from './signature/signer.ts';
export type { Config } from './config/schema.ts';
export type { Settings } from './config/settings.ts';
export type { Failure, Outcome, Stage } from './failure.ts';
export type { RawInvoice } from './fetch/raw-invoice.ts';
export type { Invoice } from './invoice/invoice.ts';
export type { PdfBytes } from './draw/pdf-bytes.ts';
export type { Press, PressOptions } from './press.ts';
export type { RenderedInvoice } from './pipeline.ts';
export type { RenderedStatement, StatementOf } from './statement.ts';
export type { TaxBreakdown } from './tax/tax-breakdown.ts';
export type { InvoiceView } from './view/invoice-view.ts';
export { readConfig } from './config/read-config.ts';
export { readInvoices } from './fetch/read-invoices.ts';
export { fileNameOf } from './deliver/file-name.ts';
export { createPress } from './press.ts';
export { renderStatement } from './statement.ts';

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

/** What a signature says of itself. */
export interface SignatureWords {
  readonly reason?: string;
  readonly location?: string;
}

/**
 * Render one invoice and have it signed (PAdES B-B) with a key that is held elsewhere, such as in a key management
 * service. Never throws for bad input.
 */
export async function renderSigned(
  body: unknown,
  signer: RemoteSigner,
  press: Press = createPress(),
  { reason = '', location = '' }: SignatureWords = {},
): Promise<Outcome<RenderedInvoice>> {
  const { signatureSize, signPdfRemotely } = await import('./signature/sign-pdf.ts');
  const held: UnsignedPdf[] = [];
  const sign = (pdf: UnsignedPdf) => {
    held.push(pdf);
    return success<PdfBytes>({ kind: 'pdf', bytes: pdf.bytes, pages: pdf.pages });
  };
  const sealing = { reason, location, size: signatureSize(signer), sign };
  const rendered = renderInvoice(body, { ...press, sealing });
  const [unsigned] = held;
  if (!rendered.ok || unsigned === undefined) return rendered;
  const signed = await signPdfRemotely(unsigned, signer);
  return andThen(signed, (pdf) => success({ ...rendered.value, pdf }, rendered.warnings));
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
