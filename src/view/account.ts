import type { OptionalAmounts } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import type { RowView } from './invoice-view.ts';
import type { MessageKey } from './message-keys.ts';
import { isNothing, round } from './printed.ts';
import { say } from './say.ts';
import { row } from './sections.ts';

/** Prepaid credit used and left, and money left to pay as you go; nothing where the source knows of none. */
export function viewAccount(context: ViewContext): readonly RowView[] {
  const { invoice } = context;
  const left = [
    ...known(context, 'account.prepaidLeft', invoice.prepaidLeft),
    ...known(context, 'account.payAsYouGoLeft', invoice.payAsYouGoLeft),
  ];
  if (left.length === 0) return [];
  const isUsed = !isNothing(round(context, invoice.totals.prepaid));
  const used = isUsed ? known(context, 'account.prepaidUsed', invoice.totals.prepaid) : [];
  return [...used, ...left];
}

function known(
  context: ViewContext,
  key: MessageKey,
  amounts: OptionalAmounts,
): readonly RowView[] {
  const printed = round(context, amounts);
  const isThere = printed.some((amount) => amount !== null);
  return isThere ? [row(context, { label: say(context.messages, key), printed }, 'row')] : [];
}
