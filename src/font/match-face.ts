import type { FontSlant } from './face.ts';

/** What tells the faces of a family apart. */
export interface Matchable {
  readonly weight: number;
  readonly slant: FontSlant;
}

/** The faces of a family, the best match for weight and slant first (CSS Fonts 4, section 5.2). */
export function rankFaces<T extends Matchable>(
  faces: readonly T[],
  weight: number,
  slant: FontSlant,
): readonly T[] {
  const slantRank = (face: T): number => (face.slant === slant ? 0 : 1);
  return [...faces].sort(
    (a, b) =>
      slantRank(a) - slantRank(b) || compareWeights(weightRank(a, weight), weightRank(b, weight)),
  );
}

/** Which direction a weight lies in, the preferred one first, and how far it is. */
type WeightRank = readonly [direction: number, distance: number];

/** From 400 to 500: heavier up to 500, then lighter, then heavier; below: lighter first; above: heavier first. */
function weightRank(face: Matchable, wanted: number): WeightRank {
  const distance = Math.abs(face.weight - wanted);
  if (face.weight === wanted) return [0, 0];
  const heavier = face.weight > wanted;
  if (wanted > 500) return [heavier ? 1 : 2, distance];
  if (wanted < 400) return [heavier ? 2 : 1, distance];
  if (heavier) return [face.weight <= 500 ? 1 : 3, distance];
  return [2, distance];
}

function compareWeights(a: WeightRank, b: WeightRank): number {
  return a[0] - b[0] || a[1] - b[1];
}
