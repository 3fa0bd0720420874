import { decimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { exponentOf } from '../money/digits.ts';

/** Steps that a reader counts in. */
const ROUND_STEPS = ['1', '2', '2.5', '5', '10'] as const;

/** Steps that an axis has, about. */
const STEPS = 3;

/** An axis with round numbers, from the lowest to the highest; zero is one of them. */
export interface Axis {
  readonly ticks: readonly Decimal[];
  readonly lowest: Decimal;
  readonly highest: Decimal;
}

/** The axis for values between two bounds; the bounds are not both zero. */
export function axisFor(least: Decimal, most: Decimal): Axis {
  const zero = decimal('0');
  const [low, high] = [least.lt(zero) ? least : zero, most.gt(zero) ? most : zero];
  const step = roundStep(high.minus(low).div(decimal(String(STEPS))));
  const below = stepsTo(low.neg(), step);
  const above = stepsTo(high, step);
  const ticks = Array.from({ length: below + above + 1 }, (_, index) =>
    step.times(decimal(String(index - below))),
  );
  return { ticks, lowest: ticks[0] ?? zero, highest: ticks.at(-1) ?? zero };
}

/** Whole steps that reach a distance. */
function stepsTo(distance: Decimal, step: Decimal): number {
  return Number(distance.div(step).round(0, 'up').toString());
}

/** The least round step that is not below this one. */
function roundStep(least: Decimal): Decimal {
  const power = decimal(`1e${exponentOf(least)}`);
  const steps = ROUND_STEPS.map((step) => power.times(decimal(step)));
  return steps.find((step) => step.gte(least)) ?? power.times(decimal('10'));
}
