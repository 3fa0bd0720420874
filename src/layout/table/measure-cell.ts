import { stackBlocks, type Stack } from '../block/stack-blocks.ts';
import { collapse } from '../block/margins.ts';
import type { DocumentContext } from '../document.ts';
import type { UsedEdges } from '../used-edges.ts';
import { clampHeight, specifiedHeight } from '../used-size.ts';
import type { GridCell } from './table-grid.ts';
import { cellEdges, type TableModel } from './table-model.ts';

/** Columns of a table settled, px. */
export interface Tracks {
  readonly model: TableModel;
  readonly widths: readonly number[];
  /** Left edge of each column from the left edge of the rows. */
  readonly lefts: readonly number[];
  /** Grid lines from the left edge of the rows, in the table's direction; one more than there are columns. */
  readonly lines: readonly number[];
  /** Width of the rows: from the first column to the last. */
  readonly width: number;
  /** Width of the table's grid, which percentages in cells refer to. */
  readonly base: number;
}

/** A cell with its content laid out; its height is still the row's to decide. */
export interface MeasuredCell {
  readonly cell: GridCell;
  readonly edges: UsedEdges;
  readonly stack: Stack;
  readonly x: number;
  readonly width: number;
  /** Borders, padding and content. */
  readonly natural: number;
  /** Natural height, or what `height` asks for where that is more. */
  readonly height: number;
  /** First line's baseline, or the content's bottom edge (CSS 2.1, section 17.5.3). */
  readonly ascent: number;
}

/** Lefts of the columns in the table's direction. */
export function settleTracks(model: TableModel, widths: readonly number[], base: number): Tracks {
  const gap = model.spacing.x;
  const starts: number[] = [];
  let next = 0;
  for (const width of widths) {
    starts.push(next);
    next += width + gap;
  }
  const width = Math.max(0, next - gap);
  const isLeftToRight = model.box.style.direction === 'ltr';
  const lefts = isLeftToRight
    ? starts
    : starts.map((start, index) => width - start - (widths[index] ?? 0));
  const lines = [
    ...lefts.map((left, index) => (isLeftToRight ? left : left + (widths[index] ?? 0))),
    isLeftToRight ? width : 0,
  ];
  return { model, widths, lefts, lines, width, base };
}

function across(
  { widths, lefts, model }: Tracks,
  { column, columns }: GridCell,
): { x: number; width: number } {
  let width = model.spacing.x * (columns - 1);
  for (let index = column; index < column + columns; index++) width += widths[index] ?? 0;
  const leftmost = model.box.style.direction === 'ltr' ? column : column + columns - 1;
  return { x: lefts[leftmost] ?? 0, width };
}

/** Lay out the content of a cell within its columns. */
export function measureCell(
  cell: GridCell,
  tracks: Tracks,
  document: DocumentContext,
): MeasuredCell {
  const { style, children } = cell.box;
  const { x, width } = across(tracks, cell);
  const edges = cellEdges(tracks.model, cell, tracks.base, document);
  const given = specifiedHeight(style, edges, null);
  const space = { width: Math.max(0, width - edges.left - edges.right), height: null };
  const stack = stackBlocks(
    children,
    { style, space, left: edges.left, joinsTop: false },
    document,
  );
  const content = Math.max(0, stack.height - stack.spent + collapse(stack.below));
  const natural = edges.top + content + edges.bottom;
  const height = clampHeight(Math.max(natural, given ?? 0), style, edges, null);
  const ascent = edges.top + (stack.baseline ?? content);
  return { cell, edges, stack, x, width, natural, height: Math.max(height, natural), ascent };
}
