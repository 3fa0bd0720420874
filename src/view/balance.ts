import { decimal } from '../money/decimal.ts';
import type { Money } from '../money/money.ts';
import type { ViewContext } from './context.ts';
import { isNothing, remainder, type Printed } from './printed.ts';
import { say } from './say.ts';

/** The row that makes printed lines add up to their printed total. */
export interface Balance {
  readonly label: string;
  readonly printed: Printed;
  /** Nothing but rounding. */
  readonly rounded: boolean;
}

/**
 * What has to be added to the printed lines so that each column adds up to its printed total; null where they do.
 * Half a unit per line and total is rounding; more is an amount that the source does not itemise, and is called so.
 */
export function balance(
  context: ViewContext,
  lines: readonly Printed[],
  total: Printed,
): Balance | null {
  const printed = remainder(lines, total);
  if (isNothing(printed)) return null;
  const rounded = printed.every(
    (amount) => amount === null || isRounding(context, amount, lines.length),
  );
  const label = say(context.messages, rounded ? 'row.rounding' : 'row.adjustment');
  return { label, printed, rounded };
}

function isRounding(context: ViewContext, { amount, currency }: Money, lines: number): boolean {
  const digits = currency.kind === 'credit' ? context.settings.creditDigits : currency.digits;
  const unit = decimal(`1e-${digits}`);
  return amount
    .abs()
    .times(decimal('2'))
    .lte(unit.times(decimal(lines + 1)));
}
