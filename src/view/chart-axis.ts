import type { Big } from 'big.js';
import { decimal } from '../money/decimal.ts';

/** Steps that a reader counts in. */
const ROUND_STEPS = ['1', '2', '2.5', '5', '10'] as const;

/** Steps that an axis has, about. */
const STEPS = 3;

/** An axis with round numbers, from the lowest to the highest; zero is one of them. */
export interface Axis {
  readonly ticks: readonly Big[];
  readonly lowest: Big;
  readonly highest: Big;
}

/** The axis for values between two bounds; the bounds are not both zero. */
export function axisFor(least: Big, most: Big): Axis {
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
function stepsTo(distance: Big, step: Big): number {
  return Number(distance.div(step).round(0, 3).toString());
}

/** The least round step that is not below this one. */
function roundStep(least: Big): Big {
  const power = decimal(`1e${least.e}`);
  const steps = ROUND_STEPS.map((step) => power.times(decimal(step)));
  return steps.find((step) => step.gte(least)) ?? power.times(decimal('10'));
}
