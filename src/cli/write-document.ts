import { join } from 'node:path';
import { fileNameOf } from '../deliver/file-name.ts';
import type { Receipt } from '../deliver/receipt.ts';
import { writeBytes, writePdf, type Writing } from '../deliver/write-file.ts';
import { andThen, failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { Format, MadeDocument } from './make-document.ts';
import type { RenderedLine } from './outcome-line.ts';

/** Where documents go, and what this run has put there. */
export interface Desk {
  readonly out: string;
  readonly format: Format;
  readonly force: boolean;
  /** URI of the invoice in each file of this run. */
  readonly written: Map<string, string>;
}

/** Write all files of an invoice. With `--force` too, no invoice replaces another one of the same run. */
export function writeDocument(made: MadeDocument, desk: Desk): Outcome<RenderedLine> {
  const { invoiceUri, number, currency, amountDue, pdf } = made;
  const file = join(desk.out, `${fileNameOf(number)}.pdf`);
  const other = desk.written.get(file);
  if (other !== undefined && other !== invoiceUri) return failed([sameNumber(file, other)]);
  const writing = { force: desk.force && other === undefined };
  desk.written.set(file, invoiceUri);
  const csv = writeCsv(made, file, writing);
  return andThen(
    andThen(csv, () => writeFormat(made, file, desk.format, writing)),
    ({ file, bytes, sha256 }) =>
      success({
        ...{ status: 'ok', invoiceUri, number, file },
        ...(csv.ok && csv.value !== null ? { csv: csv.value } : {}),
        ...{ pages: pdf.pages, bytes, sha256, currency, amountDue, warnings: [] },
      }),
  );
}

/** `INV-1.usage.csv` beside `INV-1.pdf`. */
function writeCsv(
  { csv }: MadeDocument,
  pdfFile: string,
  writing: Writing,
): Outcome<string | null> {
  if (csv === null) return success(null);
  const file = pdfFile.replace(/\.pdf$/, '.usage.csv');
  const written = writeBytes(csv, file, writing);
  return written.ok ? success(file) : written;
}

/** `INV-1.pdf`, `INV-1.xml` or both; nothing is written unless all of it could be made. */
function writeFormat(
  { pdf, ubl }: MadeDocument,
  pdfFile: string,
  format: Format,
  writing: Writing,
): Outcome<Receipt> {
  if (ubl === null) return writePdf(pdf, pdfFile, writing);
  return andThen(ubl, (xml) => {
    const written = writeBytes(xml, pdfFile.replace(/\.pdf$/, '.xml'), writing);
    return andThen(written, (receipt) =>
      format === 'ubl' ? success(receipt) : writePdf(pdf, pdfFile, writing),
    );
  });
}

function sameNumber(file: string, other: string): Failure {
  return failure('deliver', file, 'Another invoice of this run has the same number', {
    expected: 'a number for each invoice',
    found: `the number of ${other}`,
    hint: 'Put {hash} into number.pattern.',
  });
}
