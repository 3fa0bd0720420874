import type { Breaks, Item } from '../layout/item.ts';

/** A `break-before` or `break-after` value. */
type BreakValue = Breaks['before'];

/** `break-before` of an item and of what begins with it (CSS Fragmentation 3, section 3.1, propagation). */
export function breakBefore(item: Item): BreakValue {
  let value: BreakValue = 'auto';
  for (let at: Item | undefined = item; at !== undefined; at = firstOf(at)) {
    value = stronger(value, at.breaks.before);
  }
  return value;
}

/** `break-after` of an item and of what ends with it. */
export function breakAfter(item: Item): BreakValue {
  let value: BreakValue = 'auto';
  for (let at: Item | undefined = item; at !== undefined; at = lastOf(at)) {
    value = stronger(value, at.breaks.after);
  }
  return value;
}

/** The value that counts between two items of a column: a forced break overrides, then `avoid` (section 4.3 and 4.4). */
export function breakBetween(above: Item, below: Item): BreakValue {
  return stronger(breakAfter(above), breakBefore(below));
}

function stronger(one: BreakValue, other: BreakValue): BreakValue {
  return one === 'page' || other === 'auto' ? one : other;
}

function firstOf(item: Item): Item | undefined {
  if (item.kind !== 'column') return undefined;
  return item.children[0]?.item ?? item.foot ?? undefined;
}

function lastOf(item: Item): Item | undefined {
  if (item.kind !== 'column') return undefined;
  return item.foot ?? item.children.at(-1)?.item;
}
