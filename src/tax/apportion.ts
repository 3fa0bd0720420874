import { money, subtract, sum } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import { roundMoney } from '../money/round.ts';
import type { RoundingMode } from '../money/round.ts';

/**
 * Parts rounded so that they add up to their rounded total: where rounding them one by one misses it, the parts that
 * rounding moved furthest get a unit more or less (largest remainder).
 */
export function apportion(
  parts: readonly Money[],
  total: Money,
  mode: RoundingMode,
): readonly Money[] {
  const { currency } = total;
  if (currency.kind === 'credit') return parts;
  const rounded = parts.map((part) => roundMoney(part, mode));
  const missing = subtract(roundMoney(total, mode), sum(rounded, currency)).amount;
  const unit = `1e-${currency.digits}`;
  const units = Number(missing.abs().times(`1e${currency.digits}`).toString());
  const step = missing.sign() < 0 ? money(`-${unit}`, currency) : money(unit, currency);
  const given = new Set(byNeed(parts, rounded, step).slice(0, units));
  return rounded.map((part, index) =>
    given.has(index) ? money(part.amount.plus(step.amount), currency) : part,
  );
}

/** Positions of the parts, those first that lost most to rounding in the direction of `step`. */
function byNeed(parts: readonly Money[], rounded: readonly Money[], step: Money): number[] {
  const lost = parts.map(({ amount }, index) =>
    amount.minus(rounded[index]?.amount ?? amount).times(step.amount),
  );
  return parts
    .map((_, index) => index)
    .sort((a, b) => {
      const [one, other] = [lost[a], lost[b]];
      return (one && other ? other.cmp(one) : 0) || a - b;
    });
}
