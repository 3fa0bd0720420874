import { isZero } from '../money/money.ts';
import { formatQuantity } from '../money/format-money.ts';
import type { TaxRow } from '../tax/tax-breakdown.ts';
import type { ViewContext } from './context.ts';
import { formatIsoDay } from './iso-day.ts';
import type { RowView } from './invoice-view.ts';
import { round, sayMoney, type Printed } from './printed.ts';
import { say } from './say.ts';
import { row } from './sections.ts';
import { reasonTexts, taxLabel, taxName } from './tax-words.ts';

/** One tax as a row: its label, what it is reckoned from, and what it comes to. */
export interface PrintedTax {
  readonly label: string;
  readonly note: string;
  readonly printed: Printed;
}

/** A row for each category and rate. */
export function printedTaxes(context: ViewContext): readonly PrintedTax[] {
  return context.tax.rows.map((one) => ({
    label: taxLabel(one, context),
    note: say(context.messages, 'tax.base', { amount: sayMoney(context, one.base.payment) }),
    printed: round(context, one.tax),
  }));
}

/** Where prices hold the tax: what is net and what is tax in the total. */
export function viewIncludedTaxes(context: ViewContext): readonly RowView[] {
  const { tax, messages } = context;
  if (tax.prices === 'exclusive' || tax.rows.length === 0) return [];
  const net = { label: say(messages, 'totals.net'), printed: round(context, tax.net) };
  const gross = { label: say(messages, 'totals.gross'), printed: round(context, tax.gross) };
  return [
    row(context, net, 'row'),
    ...printedTaxes(context).map((one) => row(context, one, 'row')),
    row(context, gross, 'total'),
  ];
}

/** What the law wants said of the tax: why there is none, and the tax in the seller's own currency. */
export function viewTaxNotes(context: ViewContext): readonly string[] {
  const reasons = context.tax.rows.flatMap((one: TaxRow) => reasonTexts(one, context));
  return [...new Set([...reasons, ...accountingNote(context)])];
}

function accountingNote(context: ViewContext): readonly string[] {
  const { tax, messages, invoice } = context;
  const { accounting } = tax;
  if (accounting === null || isZero(accounting.tax)) return [];
  const values = {
    tax: taxName(context),
    amount: sayMoney(context, accounting.tax),
    from: invoice.columns.payment.code,
    rate: formatQuantity(accounting.rate, messages.numbers),
    currency: accounting.currency.code,
    date: formatIsoDay(accounting.date, messages.dates),
    source: accounting.source,
  };
  return [say(messages, 'tax.accounting', values)];
}
