import { sameColor } from '../color.ts';
import type { BorderSide } from '../layout/item.ts';

/** How thick a side really is; one that a page break cut off has no thickness. */
export function thicknessOf({ style, width }: BorderSide, kept: boolean): number {
  return kept && style !== 'none' && style !== 'hidden' && width > 0 ? width : 0;
}

/** Whether a side of some thickness can be seen. */
export function isSeen(side: BorderSide, thickness: number): boolean {
  return thickness > 0 && side.color.alpha > 0;
}

/** Whether two sides look the same but for their thickness. */
export function isAlike(one: BorderSide, other: BorderSide): boolean {
  return one === other || (paintOf(one) === paintOf(other) && sameColor(one.color, other.color));
}

/** Styles that a flat page shows alike; the carved ones are drawn solid. */
export function paintOf({ style, width }: BorderSide): 'solid' | 'double' | 'dashed' | 'dotted' {
  if (style === 'dashed' || style === 'dotted') return style;
  return style === 'double' && width >= DOUBLE_FROM ? 'double' : 'solid';
}

/** Thinner double borders have no room for a gap. */
const DOUBLE_FROM = 3;
