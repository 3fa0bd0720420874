import type { CssNode } from 'css-tree';
import { readNumeric, type Linear, type Numeric, type NumericType } from './calc.ts';
import { one, type Compute, type Grammar } from './grammar.ts';
import type { Length } from './style.ts';

type Range = 'any' | 'positive';

/** Whether a written number is below the range; calculated ones are clamped instead. */
function refused(node: CssNode, range: Range): boolean {
  if (range === 'any' || !('value' in node) || typeof node.value !== 'string') return false;
  return node.value.startsWith('-') && Number(node.value) !== 0;
}

function numeric(node: CssNode, types: readonly NumericType[], range: Range): Numeric | null {
  const value = readNumeric(node);
  if (!value || refused(node, range)) return null;
  const zero = node.type === 'Number' && Number(node.value) === 0 && types.includes('length');
  return types.includes(value.type) || zero ? value : null;
}

const floor = (value: number, range: Range): number =>
  range === 'positive' ? Math.max(0, value) : value;

function within(length: Linear, range: Range): Length {
  const { px, percent } = length;
  if (length.extreme) return range === 'any' ? length : atLeast(length, 0);
  if (range === 'any' || (px >= 0 && percent >= 0)) return { px, percent };
  return percent === 0 || px === 0
    ? { px: Math.max(0, px), percent: Math.max(0, percent) }
    : { px, percent };
}

const atLeast = (length: Length, px: number): Length => ({
  px: 0,
  percent: 100,
  extreme: { kind: 'max', lengths: [length, { px, percent: 0 }] },
});

/** A length or percentage; `positive` refuses numbers below zero. */
export function lengthPercentage(range: Range = 'any'): Grammar<Length> {
  const syntax = range === 'any' ? '<length-percentage>' : '<length-percentage [0,∞]>';
  return one(syntax, (node): Compute<Length> | null => {
    const value = numeric(node, ['length', 'percentage', 'mixed', 'extreme'], range);
    return value && ((context) => within(value.evaluate(context), range));
  });
}

/** A length, computed to px. */
export function length(range: Range = 'any'): Grammar<number> {
  return one(range === 'any' ? '<length>' : '<length [0,∞]>', (node) => {
    const value = numeric(node, ['length'], range);
    return value && ((context) => floor(value.evaluate(context).px, range));
  });
}

/** A number. */
export function number(range: Range = 'any'): Grammar<number> {
  return one(range === 'any' ? '<number>' : '<number [0,∞]>', (node) => {
    const value = numeric(node, ['number'], range);
    return value && ((context) => floor(value.evaluate(context).px, range));
  });
}

/** A percentage, computed to its number: 50% is 50. */
export function percentage(range: Range = 'any'): Grammar<number> {
  return one('<percentage>', (node) => {
    const value = numeric(node, ['percentage'], range);
    return value && ((context) => floor(value.evaluate(context).percent, range));
  });
}

/** An angle, computed to degrees. */
export function angle(): Grammar<number> {
  return one('<angle>', (node) => {
    const zero = node.type === 'Number' && Number(node.value) === 0;
    const value = zero ? readNumeric(node) : numeric(node, ['angle'], 'any');
    return value && ((context) => value.evaluate(context).px);
  });
}

/** A whole number of at least `least`; calculated ones are rounded to the nearest (CSS Values 4, section 10.9). */
export function integer(least: number): Grammar<number> {
  const syntax = least === -Infinity ? '<integer>' : `<integer [${least},∞]>`;
  return one(syntax, (node) => {
    const value = numeric(node, ['number'], 'any');
    if (!value) return null;
    if (
      node.type === 'Number' &&
      !(Number.isInteger(Number(node.value)) && Number(node.value) >= least)
    )
      return null;
    return (context) => Math.max(least, Math.floor(value.evaluate(context).px + 0.5));
  });
}
