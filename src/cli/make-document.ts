import { ublInvoice } from '../e-invoice/e-invoice-file.ts';
import { andThen, success, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import type { PdfBytes } from '../draw/pdf-bytes.ts';
import { renderAbreast, type ViewedInvoice } from '../pipeline.ts';
import type { Press } from '../press.ts';
import { usageCsv } from '../usage-csv/usage-csv.ts';
import { statedFacts } from '../view/stated-facts.ts';
import { uriOf } from './outcome-line.ts';
import { strictly } from './strictly.ts';

/** What `--format` takes: the PDF, the invoice as UBL in its place, or both side by side. */
export type Format = 'pdf' | 'ubl' | 'both';

/** What is wanted of each invoice. */
export interface Wanted {
  /** Warnings are failures. */
  readonly strict: boolean;
  /** The usage beside each PDF, whatever the configuration says. */
  readonly csv: boolean;
  readonly format: Format;
}

/** All that is written and reported of an invoice: plain data, which crosses from a thread. */
export interface MadeDocument {
  readonly invoiceUri: string;
  readonly number: string;
  readonly currency: string;
  readonly amountDue: string;
  readonly pdf: PdfBytes;
  /** The usage, where it goes beside the PDF. */
  readonly csv: Uint8Array | null;
  /** The invoice as UBL, where it is wanted. */
  readonly ubl: Outcome<Uint8Array> | null;
}

/** What became of an invoice; the URI is that of its body, if it has one. */
export interface Attempt {
  readonly invoiceUri: string | null;
  readonly outcome: Outcome<MadeDocument>;
}

/** Make all files of some invoices side by side, and write none. */
export function makeDocuments(
  raws: readonly RawInvoice[],
  press: Press,
  wanted: Wanted,
): readonly Attempt[] {
  const keep = (viewed: ViewedInvoice) => success(besidePdf(viewed, wanted));
  const orders = raws.map((raw) => ({ read: () => success(raw), press, keep }));
  return renderAbreast(orders).map((rendered, index) => ({
    invoiceUri: uriOf(raws[index]?.body),
    outcome: andThen(strictly(rendered, wanted.strict), ({ pdf, kept }) =>
      success({ ...kept, pdf }),
    ),
  }));
}

function besidePdf(viewed: ViewedInvoice, { csv, format }: Wanted): Omit<MadeDocument, 'pdf'> {
  const { invoice, settings } = viewed;
  const { number, currency, due } = statedFacts(viewed);
  const beside = csv || settings.usage.csv === 'beside' || settings.usage.csv === 'both';
  return {
    invoiceUri: invoice.uri,
    number,
    currency,
    amountDue: due,
    csv: beside ? new TextEncoder().encode(usageCsv(invoice, settings)) : null,
    ubl: format === 'pdf' ? null : ublInvoice(viewed),
  };
}
