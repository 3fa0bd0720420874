import { isZero, negate, noMoney } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import type { UnixSeconds } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import { daysFrom, later, startOf } from '../calendar.ts';
import { roundOne } from './printed.ts';

/** A document of a statement with what of it is open on the statement's day. */
export interface StatementEntry {
  readonly context: ViewContext;
  readonly amount: Money;
  readonly open: Money;
  readonly due: UnixSeconds;
  /** Full days since it was due; zero or less where it is not overdue. */
  readonly daysOver: number;
}

/** What of a document is open on a day: nothing where it was paid by then, else all of it. */
export function statementEntry(context: ViewContext, asOf: UnixSeconds): StatementEntry {
  const { invoice, document, settings, tax } = context;
  const stated = roundOne(context, tax.due.payment);
  const amount = document.kind === 'credit-note' ? negate(stated) : stated;
  const due = later(invoice.end, settings.terms.days ?? 0, 'day');
  const open = isPaid(context, asOf) ? noMoney(amount.currency) : amount;
  const days = daysFrom(due, asOf);
  const isOver = amount.amount.gt('0') && !isZero(open);
  return { context, amount, open, due, daysOver: isOver ? days : 0 };
}

/** The known day of payment decides; without one, the status. */
function isPaid({ invoice, document }: ViewContext, asOf: UnixSeconds): boolean {
  const paid = startOf(document.paid?.date ?? '');
  if (paid !== null) return paid <= asOf;
  return invoice.paymentStatus === 'settled';
}

/** The ages that open amounts are sorted into, by the least number of days. */
export const AGES = [
  { key: 'statement.current', from: Number.NEGATIVE_INFINITY },
  { key: 'statement.days30', from: 1 },
  { key: 'statement.days60', from: 31 },
  { key: 'statement.days90', from: 61 },
  { key: 'statement.over90', from: 91 },
] as const;

/** The position of an age among `AGES`. */
export function ageOf({ daysOver }: StatementEntry): number {
  return AGES.findLastIndex(({ from }) => daysOver >= from);
}
