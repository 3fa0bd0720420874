import { formatNumber } from '../money/format-money.ts';
import { isZero, noMoney, sum } from '../money/money.ts';
import type { Currency, Money } from '../money/money.ts';
import type { ViewContext } from './context.ts';
import { formatMediumDay, hasDate } from './date-formats.ts';
import { documentNumber } from './document-number.ts';
import { fact } from './fact.ts';
import { say, sayCount } from './say.ts';
import { AGES, ageOf, type StatementEntry } from './statement-entry.ts';
import type { StatementAccountView, StatementEntryView } from './statement-view.ts';

/** The documents of one currency, their open amounts, and these by age. */
export function viewStatementAccount(
  entries: readonly StatementEntry[],
  context: ViewContext,
): StatementAccountView {
  const { currency } = entries[0]?.amount ?? noMoney(context.invoice.columns.payment);
  const total = sumOf(entries, currency);
  const ageing = AGES.map(({ key }, age) => {
    const amount = sumOf(
      entries.filter((entry) => ageOf(entry) === age),
      currency,
    );
    return fact(say(context.messages, key), figure(amount, context));
  });
  return {
    currency: currency.code,
    entries: entries.map(viewEntry),
    open: figure(total, context),
    ageing,
  };
}

function viewEntry(entry: StatementEntry): StatementEntryView {
  const { context, amount, open, due } = entry;
  const { invoice, document, settings, messages } = context;
  const isCredit = document.kind === 'credit-note';
  return {
    number: documentNumber(invoice, settings, isCredit ? 'credit-note' : 'invoice'),
    date: formatMediumDay(invoice.end, messages.dates),
    due: isCredit || !hasDate(due) ? '' : formatMediumDay(due, messages.dates),
    status: statusOf(entry),
    amount: figure(amount, context),
    open: figure(open, context),
  };
}

function statusOf({ context, amount, open, daysOver }: StatementEntry): string {
  const { document, messages } = context;
  if (document.kind === 'credit-note') return say(messages, 'statement.creditNote');
  if (isZero(open)) return isZero(amount) ? '' : say(messages, 'statement.paid');
  return daysOver > 0
    ? sayCount(messages, 'statement.overdue', daysOver)
    : say(messages, 'statement.notDue');
}

function sumOf(entries: readonly StatementEntry[], currency: Currency): Money {
  return sum(
    entries.map(({ open }) => open),
    currency,
  );
}

function figure(amount: Money, { messages }: ViewContext): string {
  return formatNumber(amount, messages.numbers);
}
