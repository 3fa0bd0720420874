import type { BorderStyle } from '../../style/style.ts';
import type { ItemMark, LineMark } from '../item.ts';
import { edgeWidth, type BorderCandidate } from './border-candidate.ts';
import type { EdgeGrid } from './edge-grid.ts';
import type { Tracks } from './measure-cell.ts';
import type { GridRow } from './table-grid.ts';

type Edge = BorderCandidate | null | undefined;

const STROKES: Record<BorderStyle, LineMark['style']> = {
  none: 'solid',
  hidden: 'solid',
  inset: 'solid',
  groove: 'solid',
  outset: 'solid',
  ridge: 'solid',
  dotted: 'dotted',
  dashed: 'dashed',
  solid: 'solid',
  double: 'double',
};

function stroke(
  { width: thickness, style, color }: BorderCandidate,
  width: number,
  height: number,
): LineMark {
  return { kind: 'line', width, height, thickness, style: STROKES[style], color };
}

function isVisible(edge: Edge): edge is BorderCandidate {
  return edgeWidth(edge) > 0;
}

function isAlike(one: Edge, other: Edge): boolean {
  if (!one || !other) return one === other;
  return (
    one === other ||
    (one.width === other.width && one.style === other.style && one.color === other.color)
  );
}

/** Half the width of the vertical borders that meet a horizontal one at a crossing: it is drawn so much longer. */
function joint(edges: EdgeGrid, line: number, column: number): number {
  return (
    Math.max(
      edgeWidth(edges.vertical[line - 1]?.[column]),
      edgeWidth(edges.vertical[line]?.[column]),
    ) / 2
  );
}

/** The lines along a horizontal grid line; neighbours that look alike are one stroke. */
function across(
  tracks: Tracks,
  line: number,
  y: number,
  isDrawn: (column: number) => boolean,
): ItemMark[] {
  const { edges, grid } = tracks.model;
  const { lines } = tracks;
  const marks: ItemMark[] = [];
  if (edges === null) return marks;
  const row = edges.horizontal[line] ?? [];
  let column = 0;
  while (column < grid.columns) {
    const edge = row[column];
    let end = column + 1;
    if (isVisible(edge) && isDrawn(column)) {
      while (end < grid.columns && isAlike(row[end], edge) && isDrawn(end)) end++;
      const [from, to] = [lines[column] ?? 0, lines[end] ?? 0];
      const before = joint(edges, line, column) * Math.sign(to - from);
      const after = joint(edges, line, end) * Math.sign(to - from);
      const [left, right] = [
        Math.min(from - before, to + after),
        Math.max(from - before, to + after),
      ];
      marks.push({ x: left, y, mark: stroke(edge, right - left, 0) });
    }
    column = end;
  }
  return marks;
}

/** The vertical lines beside the cells of a row. */
function beside(tracks: Tracks, index: number, y: number, height: number): ItemMark[] {
  const marks: ItemMark[] = [];
  for (const [line, edge] of (tracks.model.edges?.vertical[index] ?? []).entries()) {
    if (isVisible(edge))
      marks.push({ x: tracks.lines[line] ?? 0, y, mark: stroke(edge, 0, height) });
  }
  return marks;
}

function paints({
  box,
}: {
  readonly box: { readonly style: { readonly backgroundColor: { readonly alpha: number } } };
}): boolean {
  return box.style.backgroundColor.alpha > 0;
}

/**
 * Collapsed borders of one row. A line belongs to the row that asked for it, so that it stays with that row where a page
 * ends between two rows; a row with a background draws the line above once more, lest the background cover half of it.
 */
export function borderMarks(
  row: GridRow,
  tracks: Tracks,
  y: number,
  height: number,
): readonly ItemMark[] {
  const { edges } = tracks.model;
  if (edges === null) return [];
  const repeats =
    paints(row) || row.cells.some(paints) || (row.isFirst && paints({ box: row.group }));
  const above = edges.fromAbove[row.index] ?? [];
  const below = edges.fromAbove[row.index + 1] ?? [];
  return [
    ...beside(tracks, row.index, y, height),
    ...across(
      tracks,
      row.index,
      y,
      (column) => repeats || above[column] === false || row.index === 0,
    ),
    ...across(tracks, row.index + 1, y + height, (column) => below[column] === true),
  ];
}
