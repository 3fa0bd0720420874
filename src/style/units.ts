import type { Face, Shaping } from '../font/face.ts';
import type { Context } from './grammar.ts';

/** CSS px of the absolute units (CSS Values 4, section 6.2). */
const ABSOLUTE: ReadonlyMap<string, number> = new Map([
  ['px', 1],
  ['pt', 96 / 72],
  ['pc', 16],
  ['in', 96],
  ['cm', 96 / 2.54],
  ['mm', 96 / 25.4],
  ['q', 96 / 101.6],
]);

/** Half an em where the face is not known (CSS Values 4, section 6.1.1). */
const ofFace =
  (units: (face: Face) => number) =>
  (context: Context): number => {
    const face = context.face();
    return context.fontSize * (face ? units(face) / face.metrics.unitsPerEm : 0.5);
  };

const ZERO: Shaping = { script: 'Latn', language: 'en', direction: 'ltr', features: [] };

const zeroWidth = ofFace((face) => face.shape('0', ZERO).width);
const xHeight = ofFace((face) => face.metrics.xHeight);

const RELATIVE: ReadonlyMap<string, (context: Context) => number> = new Map([
  ['em', (context: Context): number => context.fontSize],
  ['rem', (context: Context): number => context.rootFontSize],
  ['ch', zeroWidth],
  ['ex', xHeight],
]);

const ANGLES: ReadonlyMap<string, number> = new Map([
  ['deg', 1],
  ['grad', 0.9],
  ['rad', 180 / Math.PI],
  ['turn', 360],
]);

/** px of a length unit, or how to find them; null for what is no supported unit of length. */
export function lengthUnit(unit: string): number | ((context: Context) => number) | null {
  return ABSOLUTE.get(unit) ?? RELATIVE.get(unit) ?? null;
}

/** Degrees of a unit of angle; null for other units. */
export function degreesPer(unit: string): number | null {
  return ANGLES.get(unit) ?? null;
}
