import type { FactView } from './invoice-view.ts';

/** Length from which a value takes two of four columns. */
const WIDE = 23;

/** Capitals and figures are so much wider than small letters. */
const CAPITAL_WIDTH = 1.15;

/** A labelled value. */
export function fact(label: string, value: string): FactView {
  return { label, value, wide: lengthOf(value) > WIDE };
}

function lengthOf(value: string): number {
  let length = 0;
  for (const character of value) length += /[\p{Lu}\p{N}]/u.test(character) ? CAPITAL_WIDTH : 1;
  return length;
}
