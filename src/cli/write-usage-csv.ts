import type { Settings } from '../config/settings.ts';
import { writeBytes, type Writing } from '../deliver/write-file.ts';
import { success, type Outcome } from '../failure.ts';
import type { RenderedInvoice } from '../pipeline.ts';
import { usageCsv } from '../usage-csv/usage-csv.ts';

/** Whether usage.csv goes beside the PDF: by the settings, or because the command line asks for it. */
export function wantsCsvBeside({ usage }: Settings, asked: boolean): boolean {
  return asked || usage.csv === 'beside' || usage.csv === 'both';
}

/** Write the usage of an invoice beside its PDF: `INV-1.pdf` and `INV-1.usage.csv`. */
export function writeUsageCsv(
  { invoice, settings }: Pick<RenderedInvoice, 'invoice' | 'settings'>,
  pdfFile: string,
  writing: Writing,
): Outcome<string> {
  const file = pdfFile.replace(/\.pdf$/, '.usage.csv');
  const bytes = new TextEncoder().encode(usageCsv(invoice, settings));
  const written = writeBytes(bytes, file, writing);
  return written.ok ? success(file) : written;
}
