import { ublInvoice } from '../e-invoice/e-invoice-file.ts';
import { andThen, success, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { plainAmount } from '../money/format-money.ts';
import { roundMoney } from '../money/round.ts';
import { renderInvoice, type RenderedInvoice } from '../pipeline.ts';
import type { Press } from '../press.ts';
import { usageCsv } from '../usage-csv/usage-csv.ts';
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
  readonly pdf: RenderedInvoice['pdf'];
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

/** Make all files of one invoice, and write none. */
export function makeDocument(raw: RawInvoice, press: Press, wanted: Wanted): Attempt {
  const rendered = strictly(renderInvoice(raw, press), wanted.strict);
  const outcome = andThen(rendered, (value) => success(documentOf(value, wanted)));
  return { invoiceUri: uriOf(raw.body), outcome };
}

function documentOf(rendered: RenderedInvoice, { csv, format }: Wanted): MadeDocument {
  const { invoice, tax, settings, view, pdf } = rendered;
  const due = roundMoney(tax.due.payment, settings.rounding);
  const beside = csv || settings.usage.csv === 'beside' || settings.usage.csv === 'both';
  return {
    invoiceUri: invoice.uri,
    number: view.number,
    currency: due.currency.code,
    amountDue: plainAmount(due),
    pdf,
    csv: beside ? new TextEncoder().encode(usageCsv(invoice, settings)) : null,
    ubl: format === 'pdf' ? null : ublInvoice(rendered),
  };
}
