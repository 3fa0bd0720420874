import type { Box } from '../../box/box.ts';
import type { Edges } from '../../geometry.ts';
import type { Style } from '../../style/style.ts';
import type { LayoutContext, Space } from '../context.ts';
import type { Item } from '../item.ts';
import type { AtomPiece } from './piece.ts';
import { resolveLength } from './resolve-length.ts';
import type { Extent } from './used-font.ts';

/** Size of an atom, as pieces have it. */
export type AtomSize = Pick<AtomPiece, 'width' | 'least' | 'margin' | 'item'>;

/** Lay an atom out within the containing block. */
export function layoutAtom(box: Box, space: Space, context: LayoutContext): AtomSize {
  const item = context.layoutBox(box, space);
  const margin = atomMargin(box.style, space.width);
  const width = item.width + margin.left + margin.right;
  return { width, least: width, margin, item };
}

/** Measure an atom; percentages of its margins count as 0 (CSS Sizing 3, section 5.2.1). */
export function measureAtom(box: Box, context: LayoutContext): AtomSize {
  const { min, max } = context.intrinsicWidths(box);
  const margin = atomMargin(box.style, 0);
  const sides = margin.left + margin.right;
  return { width: max + sides, least: min + sides, margin, item: null };
}

function atomMargin(style: Style, width: number): Edges {
  return {
    top: resolveLength(style.marginTop, width),
    right: resolveLength(style.marginRight, width),
    bottom: resolveLength(style.marginBottom, width),
    left: resolveLength(style.marginLeft, width),
  };
}

/** Extent of an atom's margin box about its baseline (CSS 2.1, section 10.8.1). */
export function atomExtent(content: Box, item: Item, margin: Edges): Extent {
  const baseline = atomBaseline(content, item);
  if (baseline === null) return { above: item.height + margin.top + margin.bottom, below: 0 };
  return { above: baseline + margin.top, below: item.height - baseline + margin.bottom };
}

/** px from the top to the baseline: the last line's for inline-blocks, the first one's for other boxes. */
function atomBaseline(content: Box, item: Item): number | null {
  if (content.kind === 'picture') return null;
  if (content.kind !== 'block') return item.baseline;
  return content.style.overflow === 'hidden' ? null : lastBaseline(item);
}

/** px from the top of an item to the baseline of its last line. */
function lastBaseline(item: Item): number | null {
  if (item.kind !== 'column') return item.baseline;
  let bottom = item.height - item.bottom - item.slack;
  for (const { gap, item: child } of item.children.toReversed()) {
    const baseline = lastBaseline(child);
    if (baseline !== null) return bottom - child.height + baseline;
    bottom -= child.height + gap;
  }
  return null;
}
