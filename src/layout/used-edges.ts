import type { Edges } from '../geometry.ts';
import type { Length, Style } from '../style/style.ts';
import type { Caches } from './document.ts';

/** Borders and padding of a box in px, and their sums by side. */
export interface UsedEdges {
  readonly border: Edges;
  readonly padding: Edges;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A length against its base. */
export function resolve({ px, percent, extreme }: Length, base: number): number {
  if (extreme) return Math[extreme.kind](...extreme.lengths.map((one) => resolve(one, base)));
  return px + (percent / 100) * base;
}

/** Add padding to borders. */
export function sumEdges(border: Edges, padding: Edges): UsedEdges {
  return {
    border,
    padding,
    top: border.top + padding.top,
    right: border.right + padding.right,
    bottom: border.bottom + padding.bottom,
    left: border.left + padding.left,
  };
}

/** Border widths of a style. */
export function borderWidths(style: Style): Edges {
  return {
    top: style.borderTopWidth,
    right: style.borderRightWidth,
    bottom: style.borderBottomWidth,
    left: style.borderLeftWidth,
  };
}

/** Padding; percentages refer to the width of the containing block (CSS 2.1, section 8.4). Never negative. */
export function usedPadding(style: Style, width: number): Edges {
  const used = (length: Length): number => Math.max(0, resolve(length, width));
  return {
    top: used(style.paddingTop),
    right: used(style.paddingRight),
    bottom: used(style.paddingBottom),
    left: used(style.paddingLeft),
  };
}

function hasPercentPadding(style: Style): boolean {
  const { paddingTop, paddingRight, paddingBottom, paddingLeft } = style;
  return [paddingTop, paddingRight, paddingBottom, paddingLeft].some(
    ({ percent }) => percent !== 0,
  );
}

/** Borders and padding of a style within a containing block of this width; shared between boxes of one style. */
export function usedEdges(style: Style, width: number, caches: Caches): UsedEdges {
  const known = caches.edges.get(style);
  if (known) return known;
  const edges = sumEdges(borderWidths(style), usedPadding(style, width));
  if (!hasPercentPadding(style)) caches.edges.set(style, edges);
  return edges;
}

/** Margins in px; null where `auto`. */
export type UsedMargins = Edges<number | null>;

/** Margins; auto is null. Percentages refer to the width of the containing block (CSS 2.1, section 8.3). */
export function usedMargins(style: Style, width: number): UsedMargins {
  return {
    top: usedMargin(style.marginTop, width),
    right: usedMargin(style.marginRight, width),
    bottom: usedMargin(style.marginBottom, width),
    left: usedMargin(style.marginLeft, width),
  };
}

function usedMargin(margin: Length | 'auto', width: number): number | null {
  return margin === 'auto' ? null : resolve(margin, width);
}
