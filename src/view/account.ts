import { add, subtract } from '../money/money.ts';
import type { OptionalAmounts } from '../invoice/invoice.ts';
import { balance } from './balance.ts';
import type { ViewContext } from './context.ts';
import type { RowView } from './invoice-view.ts';
import type { MessageKey } from './message-keys.ts';
import { isNothing, minus, round, type Printed } from './printed.ts';
import { say } from './say.ts';
import { row } from './sections.ts';
import { sumAmounts } from './sum-amounts.ts';

/**
 * The credit account as far as the source tells it: prepaid credit before this invoice, used and left, then free credit
 * used, and the money left to pay as you go; nothing where the source knows of none.
 */
export function viewAccount(context: ViewContext): readonly RowView[] {
  const { prepaidLeft, payAsYouGoLeft } = context.invoice;
  const prepaid = isKnown(prepaidLeft) ? prepaidSteps(context) : [];
  const alone = { key: 'account.payAsYouGoLeft', amounts: payAsYouGoLeft } as const;
  if (!isKnown(payAsYouGoLeft)) return print(context, prepaid);
  return print(context, [...prepaid, ...freeSteps(context), { ...alone, kind: 'subtotal' }]);
}

/** A movement, or a balance that all movements before it lead to. */
interface Step {
  readonly key: MessageKey;
  readonly amounts: OptionalAmounts;
  readonly kind: 'row' | 'spent' | 'subtotal';
}

function prepaidSteps(context: ViewContext): readonly Step[] {
  const { prepaidLeft: left, totals } = context.invoice;
  const closing = { key: 'account.prepaidLeft', amounts: left, kind: 'subtotal' } as const;
  if (isNothing(round(context, totals.prepaid))) return [closing];
  return [
    { key: 'account.opening', amounts: combine(left, totals.prepaid, add), kind: 'row' },
    { key: 'account.prepaidUsed', amounts: totals.prepaid, kind: 'spent' },
    closing,
  ];
}

/** Credit that was not bought: promotions that may pay for usage as it comes. */
function freeSteps(context: ViewContext): readonly Step[] {
  const { promotions, prepaidLeft, payAsYouGoLeft } = context.invoice;
  if (!isKnown(prepaidLeft)) return [];
  const free = promotions.filter(({ payAsYouGo }) => payAsYouGo);
  const discounts = free.map(({ discount }) => discount);
  const used = sumAmounts(discounts, context);
  const left = combine(payAsYouGoLeft, prepaidLeft, subtract);
  return [
    { key: 'account.freeOpening', amounts: combine(left, used, add), kind: 'row' },
    { key: 'account.freeUsed', amounts: used, kind: 'spent' },
  ];
}

/** Rows with amounts; a balance without movements before it is one itself, and rounding is a movement. */
function print(context: ViewContext, steps: readonly Step[]): readonly RowView[] {
  const rows: RowView[] = [];
  const moved: Printed[] = [];
  for (const { key, amounts, kind } of steps) {
    const rounded = round(context, amounts);
    const printed = kind === 'spent' ? minus(rounded) : rounded;
    const label = say(context.messages, key);
    if (kind !== 'subtotal') {
      if (isNothing(printed)) continue;
      moved.push(printed);
      rows.push(row(context, { label, printed }, 'row'));
      continue;
    }
    const missing = moved.length === 0 ? null : balance(context, moved, printed);
    if (missing !== null) {
      moved.push(missing.printed);
      rows.push(row(context, missing, 'rounding'));
    }
    rows.push(row(context, { label, printed }, moved.length === 0 ? 'row' : 'subtotal'));
    if (moved.length === 0) moved.push(printed);
  }
  return rows;
}

/** Column by column; a column that the first lacks stays empty. */
function combine(one: OptionalAmounts, other: OptionalAmounts, by: typeof add): OptionalAmounts {
  const column = (kind: keyof OptionalAmounts) => {
    const [first, second] = [one[kind], other[kind]];
    return first === null || second === null ? first : by(first, second);
  };
  return { payment: column('payment'), base: column('base'), credits: column('credits') };
}

function isKnown({ payment, base, credits }: OptionalAmounts): boolean {
  return [payment, base, credits].some((amount) => amount !== null);
}
