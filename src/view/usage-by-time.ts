import { startOfDay } from '../calendar.ts';
import { ZERO, isZeroDecimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { add, isZero, subtract } from '../money/money.ts';
import type { Amounts, UnixSeconds, Usage, Variant } from '../invoice/invoice.ts';

/** What was used at a time, and what it cost. */
export interface TimedUsage {
  readonly start: UnixSeconds;
  readonly units: Decimal;
  readonly price: Amounts;
}

/** Usage by the day or the hour in which it began, in the order of time; what has no time is not in it. */
export function usageByTime(
  { hours }: Pick<Variant, 'hours'>,
  unit: 'days' | 'hours',
): readonly TimedUsage[] {
  const times = new Map<UnixSeconds, TimedUsage>();
  for (const { start: moment, units, price } of hours) {
    if (moment === null) continue;
    const start = unit === 'days' ? startOfDay(moment) : moment;
    const known = times.get(start);
    times.set(start, known === undefined ? { start, units, price } : more(known, units, price));
  }
  return [...times.values()].filter((time) => !isNoUsage(time)).sort((a, b) => a.start - b.start);
}

function more(known: TimedUsage, units: Decimal, price: Amounts): TimedUsage {
  return {
    start: known.start,
    units: known.units.plus(units),
    price: combine(known.price, price, add),
  };
}

/** What of a total no time is known of: its units may be other than the difference where a meter does not add up. */
export function withoutTime(
  { units, price }: Usage,
  times: readonly TimedUsage[],
): Pick<TimedUsage, 'units' | 'price'> {
  const used = times.reduce((sum, time) => sum.plus(time.units), ZERO);
  const left = times.reduce((rest, time) => combine(rest, time.price, subtract), price);
  return { units: units.minus(used), price: left };
}

/** Column by column; a column that one side lacks keeps what the other has. */
function combine(one: Amounts, other: Amounts, by: typeof add): Amounts {
  return {
    payment: by(one.payment, other.payment),
    base: one.base === null || other.base === null ? one.base : by(one.base, other.base),
    credits:
      one.credits === null || other.credits === null ? one.credits : by(one.credits, other.credits),
  };
}

function isNoUsage({ units, price: { payment, base, credits } }: TimedUsage): boolean {
  return (
    isZeroDecimal(units) && [payment, base, credits].every((one) => one === null || isZero(one))
  );
}
