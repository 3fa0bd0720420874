import type { Color } from '../../color.ts';
import type { BorderStyle, Style } from '../../style/style.ts';

/** A border that takes part in the conflict for one edge of a collapsed table (CSS 2.1, section 17.6.2.1). */
export interface BorderCandidate {
  readonly width: number;
  readonly style: BorderStyle;
  readonly color: Color;
}

/** The sides of one box as candidates; null where the side asks for nothing. */
export interface BoxBorders {
  readonly top: BorderCandidate | null;
  readonly right: BorderCandidate | null;
  readonly bottom: BorderCandidate | null;
  readonly left: BorderCandidate | null;
}

const RANK: Record<BorderStyle, number> = {
  none: 0,
  hidden: 0,
  inset: 1,
  groove: 2,
  outset: 3,
  ridge: 4,
  dotted: 5,
  dashed: 6,
  solid: 7,
  double: 8,
};

function candidate(width: number, style: BorderStyle, color: Color): BorderCandidate | null {
  if (style === 'hidden') return { width: 0, style, color };
  return style === 'none' || width === 0 ? null : { width, style, color };
}

/** The sides of a style as candidates. */
export function boxBorders(style: Style): BoxBorders {
  return {
    top: candidate(style.borderTopWidth, style.borderTopStyle, style.borderTopColor),
    right: candidate(style.borderRightWidth, style.borderRightStyle, style.borderRightColor),
    bottom: candidate(style.borderBottomWidth, style.borderBottomStyle, style.borderBottomColor),
    left: candidate(style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor),
  };
}

/** The stronger of two: hidden, then wider, then by style; the first where they are alike. */
export function stronger(
  one: BorderCandidate | null,
  other: BorderCandidate | null,
): BorderCandidate | null {
  if (other === null || one?.style === 'hidden') return one;
  if (one === null || other.style === 'hidden') return other;
  if (one.width !== other.width) return one.width > other.width ? one : other;
  return RANK[other.style] > RANK[one.style] ? other : one;
}

/** Width that the edge takes; a hidden one takes none. */
export function edgeWidth(edge: BorderCandidate | null | undefined): number {
  return edge ? edge.width : 0;
}
