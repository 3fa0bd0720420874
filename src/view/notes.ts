import { isZeroDecimal } from '../money/decimal.ts';
import { add, compare, isZero } from '../money/money.ts';
import type { ViewContext } from './context.ts';
import type { InvoiceView, LineView, RowView } from './invoice-view.ts';
import { isSilent, isSilentPart, wholePart } from './item-part.ts';
import { roundOne, sayMoney } from './printed.ts';
import { sayUnits } from './quantities.ts';
import { say, sayCount } from './say.ts';
import { isDraft } from './status.ts';

/** What of the bill the notes speak about. */
export type BillView = Pick<
  InvoiceView,
  'items' | 'fees' | 'invoiceFees' | 'commitments' | 'promotions' | 'totals' | 'taxes'
>;

/** Rates and remarks, one sentence each; only what this bill needs. */
export function viewNotes(context: ViewContext, bill: BillView): readonly string[] {
  const { messages } = context;
  const remarks = [
    bill.items.rows.some(({ unitPrice }) => unitPrice !== '') &&
      say(messages, 'note.unitPrice', { currency: context.invoice.columns.payment.code }),
    bill.items.rows.some(({ kind, unitPrice }) => kind === 'tier' && unitPrice !== '') &&
      say(messages, 'note.tierPrice'),
    hidesLines(context) && say(messages, 'note.hidden'),
    ...commitmentsNote(context),
    hasRounding(bill) && say(messages, 'note.rounding'),
    hasLateArrivals(context) && say(messages, 'note.late'),
  ];
  const kept = remarks.filter((remark) => remark !== false);
  return [...draftNotes(context), ...exchangeNote(context), ...creditNote(context), ...kept];
}

function draftNotes({ invoice, messages }: ViewContext): readonly string[] {
  if (!isDraft(invoice)) return [];
  const hours = invoice.gracePeriodHours;
  const grace = hours === null || hours === 0 ? [] : [sayCount(messages, 'note.grace', hours)];
  return [say(messages, 'note.draft'), ...grace];
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

/** Whether there are lines without usage and amount that are not printed. */
function hidesLines({ invoice, settings }: ViewContext): boolean {
  const parts = settings.usage.hideZero ? invoice.items.map(wholePart) : [];
  return parts.some((part) => part.variants.some(isSilent) || isSilentPart(part));
}

/** What commitments raised the charges to, where the totals are read that way. */
function commitmentsNote(context: ViewContext): readonly string[] {
  const { commitments, beforeCommitments, beforePrepaid } = context.invoice.totals;
  if (isZero(commitments.payment)) return [];
  const raised = add(beforeCommitments.payment, commitments.payment);
  if (compare(roundOne(context, raised), roundOne(context, beforePrepaid.payment)) !== 0) return [];
  const before = sayMoney(context, beforeCommitments.payment);
  const values = { before, with: sayMoney(context, beforePrepaid.payment) };
  return [say(context.messages, 'note.commitments', values)];
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
