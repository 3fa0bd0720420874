import type { Color } from '../../color.ts';

/**
 * A colour seen through an opacity. What overlaps within one span shows through, unlike in a stacking group; text and its
 * background hardly do.
 */
export function fade(color: Color, opacity: number): Color {
  return opacity === 1 ? color : { ...color, alpha: color.alpha * opacity };
}
