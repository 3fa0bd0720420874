import { isZeroDecimal } from '../money/decimal.ts';
import type { ViewContext } from './context.ts';
import type { InvoiceView, LineView, RowView } from './invoice-view.ts';
import { sayUnits } from './quantities.ts';
import { say } from './say.ts';
import { isDraft } from './status.ts';

/** What of the bill the notes speak about. */
export type BillView = Pick<
  InvoiceView,
  'items' | 'fees' | 'invoiceFees' | 'commitments' | 'promotions' | 'totals'
>;

/** Rates and remarks, one sentence each; only what this bill needs. */
export function viewNotes(context: ViewContext, bill: BillView): readonly string[] {
  const { messages } = context;
  const remarks = [
    bill.items.rows.some(({ unitPrice }) => unitPrice !== '') &&
      say(messages, 'note.unitPrice', { currency: context.invoice.columns.payment.code }),
    hasRounding(bill) && say(messages, 'note.rounding'),
    hasLateArrivals(context) && say(messages, 'note.late'),
  ];
  const kept = remarks.filter((remark) => remark !== false);
  return [...draftNotes(context), ...exchangeNote(context), ...creditNote(context), ...kept];
}

function draftNotes({ invoice, messages }: ViewContext): readonly string[] {
  if (!isDraft(invoice)) return [];
  const hours = invoice.gracePeriodHours;
  const grace = hours === null || hours === 0 ? [] : [sayGrace(hours, messages)];
  return [say(messages, 'note.draft'), ...grace];
}

function sayGrace(hours: number, messages: ViewContext['messages']): string {
  return say(messages, 'note.grace', { hours: messages.numbers.plain(0).format(hours) });
}

function exchangeNote(context: ViewContext): readonly string[] {
  const { invoice, messages } = context;
  if (invoice.exchange === null) return [];
  const { from, to, rate } = invoice.exchange;
  const values = { from: from.code, to: to.code, rate: sayUnits(rate, context) };
  return [say(messages, 'note.exchange', values)];
}

function creditNote(context: ViewContext): readonly string[] {
  const { creditUnit: unit, columns } = context.invoice;
  if (unit === null || columns.credits === null) return [];
  const base = (columns.base ?? columns.payment).code;
  const values = { unit: unit.shortName, name: unit.name, ratio: sayUnits(unit.ratio, context) };
  return [say(context.messages, 'note.credit', { ...values, currency: base })];
}

function hasLateArrivals({ invoice }: ViewContext): boolean {
  return invoice.items.some(({ variants }) =>
    variants.some(({ lateArrivals }) => !isZeroDecimal(lateArrivals)),
  );
}

function hasRounding(bill: BillView): boolean {
  const { items, fees, invoiceFees, commitments, promotions, totals } = bill;
  const isRounding = ({ kind }: RowView | LineView) => kind === 'rounding';
  const sections = [items, fees, invoiceFees, commitments, promotions];
  return (
    totals.some(isRounding) ||
    sections.some((section) => section.rows.some(isRounding) || section.totals.some(isRounding))
  );
}
