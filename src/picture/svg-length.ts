import type { Element } from '../markup/element.ts';

const LENGTH =
  /^\s*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(px|pt|pc|mm|cm|in|em|rem|ex|%)?\s*$/;
const PX: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
  rem: 16,
};

const LARGEST = 1e7;
const SMALLEST = 1e-6;

/** Hold a number within what a picture may measure, so that ratios stay finite; what is too small to see is 0. */
export function held(value: number): number {
  if (Math.abs(value) < SMALLEST) return 0;
  return Math.min(LARGEST, Math.max(-LARGEST, value));
}

/** Read a length; percentages are of `base`, and `em` is the size of the font. Null where it is none. */
export function readLength(text: string | undefined, base: number, em = 16): number | null {
  const match = text === undefined ? null : LENGTH.exec(text);
  if (match === null) return null;
  const value = Number(match[1]);
  if (!Number.isFinite(value)) return null;
  return held(value * unitOf(match[2] ?? 'px', base, em));
}

function unitOf(unit: string, base: number, em: number): number {
  if (unit === '%') return base / 100;
  if (unit === 'em') return em;
  return unit === 'ex' ? em / 2 : (PX[unit] ?? 1);
}

/** A length attribute of an element, 0 where it is missing. */
export function lengthOf(element: Element, name: string, base: number): number {
  return readLength(element.attributes[name], base) ?? 0;
}
