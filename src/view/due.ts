import { isZero, negate } from '../money/money.ts';
import type { ViewContext } from './context.ts';
import { dueDate } from './facts.ts';
import type { DueView } from './invoice-view.ts';
import { formatIsoDay } from './iso-day.ts';
import { roundOne, sayMoney } from './printed.ts';
import { say } from './say.ts';
import { standing, type Standing } from './status.ts';

/** The sentence in large type: what is due and when. */
export function viewDue(context: ViewContext): DueView {
  const { tax, columns, messages } = context;
  const payment = roundOne(context, tax.due.payment);
  const where = standing(context, payment);
  const shown = columns.flatMap((kind) => tax.due[kind] ?? []);
  const amounts = where === 'credit' ? shown.map(negate) : shown;
  const [amount = '', ...others] = amounts.map((each) => sayMoney(context, each));
  const silent = where === 'nothing' && shown.every(isZero);
  return {
    label: say(messages, 'due.label'),
    kind: KINDS[where],
    amount: where === 'nothing' ? '' : amount,
    sentence: sentence(context, where),
    others: silent ? prepaidUsed(context) : where === 'nothing' ? [amount, ...others] : others,
  };
}

/** Why nothing is due: what prepaid credit paid, in every column. */
function prepaidUsed(context: ViewContext): readonly string[] {
  const { columns, invoice, messages } = context;
  const { prepaid } = invoice.totals;
  if (isZero(prepaid.payment)) return [];
  const [amount = '', ...others] = columns.flatMap((kind) =>
    prepaid[kind] === null ? [] : [sayMoney(context, prepaid[kind])],
  );
  return [say(messages, 'due.prepaidUsed', { amount }), ...others];
}

const KINDS: Readonly<Record<Standing, DueView['kind']>> = {
  draft: 'draft',
  paid: 'paid',
  nothing: 'nothing',
  credit: 'credit',
  notNeeded: 'nothing',
  credited: 'credit',
  received: 'paid',
  due: 'due',
};

function sentence(context: ViewContext, where: Standing): string {
  const { invoice, messages } = context;
  switch (where) {
    case 'draft':
      return say(messages, 'due.draft');
    case 'paid':
      return say(messages, 'due.paid');
    case 'credit':
      return say(messages, 'due.credit');
    case 'notNeeded':
      return say(messages, 'due.notNeeded');
    case 'nothing':
      return say(messages, isZero(invoice.totals.prepaid.payment) ? 'due.nothing' : 'due.prepaid');
    case 'due':
      return dueOn(context);
    case 'credited':
      return say(messages, 'due.credited');
    case 'received':
      return received(context);
  }
}

function received({ document, messages }: ViewContext): string {
  const day = document.paid?.date ?? '';
  if (day === '') return say(messages, 'due.received');
  return say(messages, 'due.receivedOn', { date: formatIsoDay(day, messages.dates) });
}

function dueOn(context: ViewContext): string {
  const date = dueDate(context);
  return date === ''
    ? say(context.messages, 'due.plain')
    : say(context.messages, 'due.date', { date });
}
