import { isZeroDecimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { isZero } from '../money/money.ts';
import { sumDecimals } from '../money/sum-decimals.ts';
import type { MeteredItem, Usage, Variant } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';

/** An item, or those of its variants that share the values of the dimensions that lines are grouped by. */
export interface ItemPart {
  readonly item: MeteredItem;
  readonly variants: readonly Variant[];
  /** The source's total of a whole item; null for a part, which is worth the sum of its lines. */
  readonly total: Usage | null;
  /** Units of variants add up to the item's; where they do not, its meter takes a maximum or the like. */
  readonly addsUp: boolean;
}

/** The whole of an item. */
export function wholePart(item: MeteredItem): ItemPart {
  const { variants, total } = item;
  return { item, variants, total, addsUp: unitsOf(variants).eq(total.units) };
}

/** What of a list is printed, and what one line stands for. */
export interface Shown<T> {
  readonly shown: readonly T[];
  readonly rest: readonly T[];
}

/** The largest amounts, as many as the settings allow; all in their own order where they allow all. */
export function largest<T>(
  all: readonly T[],
  { settings }: ViewContext,
  amountOf: (one: T) => Decimal,
): Shown<T> {
  const { top } = settings.usage;
  if (top === null || all.length <= top) return { shown: all, rest: [] };
  const sized = all.map((one) => ({ one, amount: amountOf(one).abs() }));
  const sorted = sized.sort((a, b) => b.amount.cmp(a.amount)).map(({ one }) => one);
  return { shown: sorted.slice(0, top), rest: sorted.slice(top) };
}

/** The variants of a part that are printed: all, or those that say something. */
export function visibleVariants({ variants }: ItemPart, { settings }: ViewContext) {
  return settings.usage.hideZero ? variants.filter((variant) => !isSilent(variant)) : variants;
}

/** Whether a part says nothing but zero. */
export function isSilentPart({ variants, total }: ItemPart): boolean {
  return (total === null || isNoUsage(total)) && variants.every(isSilent);
}

/** Whether a variant says nothing but zero. */
export function isSilent({ total, lateArrivals }: Variant): boolean {
  return isNoUsage(total) && isZeroDecimal(lateArrivals);
}

function isNoUsage({ units, price }: Usage): boolean {
  const { payment, base, credits } = price;
  return (
    isZeroDecimal(units) && [payment, base, credits].every((one) => one === null || isZero(one))
  );
}

/** What a part costs in the payment currency. */
export function partAmount({ variants, total }: ItemPart): Decimal {
  if (total !== null) return total.price.payment.amount;
  return sumDecimals(variants.map((variant) => variant.total.price.payment.amount));
}

/** Units of some variants of a part together; null where its meter does not add up units. */
export function sumUnits({ addsUp }: ItemPart, variants: readonly Variant[]): Decimal | null {
  return addsUp ? unitsOf(variants) : null;
}

function unitsOf(variants: readonly Variant[]): Decimal {
  return sumDecimals(variants.map(({ total }) => total.units));
}
