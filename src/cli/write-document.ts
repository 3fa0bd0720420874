import { writeBytes, writePdf, type Writing } from '../deliver/write-file.ts';
import type { Receipt } from '../deliver/receipt.ts';
import { ublInvoice } from '../e-invoice/e-invoice-file.ts';
import { andThen, success, type Outcome } from '../failure.ts';
import type { RenderedInvoice } from '../pipeline.ts';

/** What `--format` takes: the PDF, the invoice as UBL in its place, or both side by side. */
export const FORMATS = ['pdf', 'ubl', 'both'] as const;

/** A value of `--format`. */
export type Format = (typeof FORMATS)[number];

/** Write an invoice in the asked format, `INV-1.pdf` or `INV-1.xml`; nothing is written unless all of it can be made. */
export function writeDocument(
  rendered: RenderedInvoice,
  pdfFile: string,
  format: Format,
  writing: Writing,
): Outcome<Receipt> {
  const pdf = () => writePdf(rendered.pdf, pdfFile, writing);
  if (format === 'pdf') return pdf();
  return andThen(ublInvoice(rendered), (xml) => {
    const written = writeBytes(xml, pdfFile.replace(/\.pdf$/, '.xml'), writing);
    return andThen(written, (receipt) => (format === 'ubl' ? success(receipt) : pdf()));
  });
}
