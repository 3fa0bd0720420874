import { add, subtract, type Money } from '../money/money.ts';
import type { ViewContext } from './context.ts';
import type { RowView } from './invoice-view.ts';
import type { MessageKey } from './message-keys.ts';
import { isNothing, minus, round, type Printed } from './printed.ts';
import { say } from './say.ts';
import { row } from './sections.ts';
import { sumAmounts } from './sum-amounts.ts';

/**
 * The credit account as far as the source tells it: prepaid credit before this invoice, used and left, then free credit
 * used, and the money left to pay as you go; nothing where the source knows of none. What was there before follows
 * from what is printed below it, so that every column adds up.
 */
export function viewAccount(context: ViewContext): readonly RowView[] {
  const { invoice } = context;
  const prepaid = round(context, invoice.prepaidLeft);
  const money = round(context, invoice.payAsYouGoLeft);
  if (!isKnown(money)) return isKnown(prepaid) ? prepaidRows(context, prepaid) : [];
  if (!isKnown(prepaid)) return [line(context, 'account.payAsYouGoLeft', money, 'row')];
  return [
    ...prepaidRows(context, prepaid),
    ...freeRows(context, prepaid, money),
    line(context, 'account.payAsYouGoLeft', money, 'subtotal'),
  ];
}

function prepaidRows(context: ViewContext, left: Printed): readonly RowView[] {
  const used = round(context, context.invoice.totals.prepaid);
  return [
    ...movement(context, left, used, ['account.opening', 'account.prepaidUsed']),
    line(context, 'account.prepaidLeft', left, 'subtotal'),
  ];
}

/** Credit that was not bought: promotions that may pay for usage as it comes. */
function freeRows(context: ViewContext, prepaid: Printed, money: Printed): readonly RowView[] {
  const free = context.invoice.promotions.filter(({ payAsYouGo }) => payAsYouGo);
  const used = round(
    context,
    sumAmounts(
      free.map(({ discount }) => discount),
      context,
    ),
  );
  const left = both(money, prepaid, subtract);
  return movement(context, left, used, ['account.freeOpening', 'account.freeUsed']);
}

/** What was there, and what was used of it; the first alone where nothing was used. */
function movement(
  context: ViewContext,
  left: Printed,
  used: Printed,
  [opening, spent]: readonly [MessageKey, MessageKey],
): readonly RowView[] {
  const before = both(left, used, add);
  if (isNothing(before) && isNothing(used)) return [];
  const rows = [line(context, opening, before, 'row')];
  return isNothing(used) ? rows : [...rows, line(context, spent, minus(used), 'row')];
}

/** Column by column; a column without the first stays empty. */
function both(one: Printed, other: Printed, combine: (a: Money, b: Money) => Money): Printed {
  return one.map((amount, column) => {
    const second = other[column] ?? null;
    return amount === null || second === null ? amount : combine(amount, second);
  });
}

function isKnown(printed: Printed): boolean {
  return printed.some((amount) => amount !== null);
}

function line(
  context: ViewContext,
  key: MessageKey,
  printed: Printed,
  kind: RowView['kind'],
): RowView {
  return row(context, { label: say(context.messages, key), printed }, kind);
}
