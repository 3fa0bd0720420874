import { isZeroDecimal } from '../money/decimal.ts';
import type { Tier } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import { sayUnits } from './quantities.ts';
import { say } from './say.ts';
import { lineWithoutAmounts, type PrintedLine } from './sections.ts';

/** The tiers that units fell into, a line each; a first tier that is alone says nothing and is left out. */
export function tierLines(tiers: readonly Tier[], context: ViewContext): readonly PrintedLine[] {
  if (saysNothing(tiers)) return [];
  return tiers.map((tier, index) =>
    lineWithoutAmounts(context, {
      kind: 'tier',
      label: tierName(tier, tiers[index + 1], context),
      quantity: sayUnits(tier.units, context),
    }),
  );
}

/** The units of each tier in one sentence, for the total of several variants: `By tier: 1,480,000 · 250,000`. */
export function tierSentence(tiers: readonly Tier[], context: ViewContext): string {
  if (saysNothing(tiers)) return '';
  const units = tiers.map((tier) => sayUnits(tier.units, context)).join(' · ');
  return say(context.messages, 'tier.sum', { units });
}

function saysNothing(tiers: readonly Tier[]): boolean {
  const [first] = tiers;
  return first === undefined || (tiers.length === 1 && startsAtNothing(first));
}

function tierName(tier: Tier, next: Tier | undefined, context: ViewContext): string {
  const { messages } = context;
  if (tier.from === null) return say(messages, 'tier.named', { tier: tier.key });
  if (startsAtNothing(tier) && next?.from) {
    return say(messages, 'tier.first', { units: sayUnits(next.from, context) });
  }
  return say(messages, 'tier.from', { units: sayUnits(tier.from, context) });
}

function startsAtNothing({ from }: Tier): boolean {
  return from !== null && isZeroDecimal(from);
}
