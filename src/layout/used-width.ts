import type { Box, TableBox } from '../box/box.ts';
import type { Display } from '../style/style.ts';
import type { Space } from './context.ts';
import type { DocumentContext } from './document.ts';
import { tableEdges, tableModel } from './table/table-model.ts';
import { gridWidths } from './table/table-widths.ts';
import { usedEdges, usedMargins, type UsedEdges, type UsedMargins } from './used-edges.ts';
import { clampWidth, fitContent, specifiedWidth, type WidthBase } from './used-size.ts';

const SHRINKING: ReadonlySet<Display> = new Set([
  'inline-block',
  'inline-flex',
  'inline-grid',
  'inline-table',
]);

/** Whether the box is as wide as its content where its width is auto. */
export function shrinksToFit(box: Box): boolean {
  return SHRINKING.has(box.style.display) || box.kind === 'table';
}

/** What widths of a box are measured against in a containing block. */
export function widthBase(
  box: Box,
  space: Space,
  document: DocumentContext,
  margins = usedMargins(box.style, space.width),
): WidthBase {
  return {
    containing: space.width,
    available: availableWidth(space, margins),
    intrinsic: () => document.intrinsicWidths(box),
  };
}

function availableWidth({ width }: Space, { left, right }: UsedMargins): number {
  return width - (left ?? 0) - (right ?? 0);
}

/** Border-box width of a table: shrunk to fit, and never narrower than its columns (CSS 2.1, section 17.5.2). */
function tableWidth(box: TableBox, space: Space, document: DocumentContext): number {
  const edges = tableEdges(tableModel(box, document), space.width);
  const grid = gridWidths(box, document);
  const available = availableWidth(space, usedMargins(box.style, space.width));
  const base: WidthBase = { containing: space.width, available, intrinsic: () => grid };
  const wanted = specifiedWidth(box.style, edges, base) ?? fitContent(grid, available);
  return Math.max(clampWidth(wanted, box.style, edges, base), grid.min);
}

/** Border-box width of a box in flow (CSS 2.1, sections 10.3.3 and 10.3.9). Not for pictures. */
export function usedWidth(
  box: Box,
  space: Space,
  document: DocumentContext,
  margins = usedMargins(box.style, space.width),
): number {
  if (box.kind === 'table') return tableWidth(box, space, document);
  const { style } = box;
  const edges = usedEdges(style, space.width, document.caches);
  const isFree = style.width === 'auto' && style.minWidth === 'auto' && style.maxWidth === 'none';
  if (isFree && !shrinksToFit(box))
    return Math.max(availableWidth(space, margins), edges.left + edges.right);
  return soughtWidth(box, edges, widthBase(box, space, document, margins));
}

function soughtWidth(box: Box, edges: UsedEdges, base: WidthBase): number {
  const automatic = (): number =>
    shrinksToFit(box) ? fitContent(base.intrinsic(), base.available) : base.available;
  return clampWidth(specifiedWidth(box.style, edges, base) ?? automatic(), box.style, edges, base);
}
