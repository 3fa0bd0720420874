import { stackBlocks, type Stack } from '../block/stack-blocks.ts';
import { collapse } from '../block/margins.ts';
import type { DocumentContext } from '../document.ts';
import { plainText, type PlainText } from '../inline/plain-text.ts';
import { cellFrame, type CellFrame, type CellFrames } from './cell-frame.ts';
import type { RowBackground } from './joined-backgrounds.ts';
import { cellChildren, cellStack, leansOnHeight } from './cell-content.ts';
import { cellText, textRoom } from './cell-text.ts';
import type { GridCell } from './table-grid.ts';
import type { TableModel } from './table-model.ts';

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
  /** What cells share, found when the first of them is measured. */
  readonly frames: CellFrames;
  /** What the last flat row of each height paints behind its cells. */
  readonly backgrounds: Map<number, RowBackground>;
  /** What was measured of the last row of each height that is measured again. */
  readonly measures: Map<number, RowMeasure>;
}

/** Of how many heights something is kept. */
export const MOST_HEIGHTS = 64;

/** What was measured of a row, px. */
export interface RowMeasure {
  readonly height: number;
  /** The baseline that its cells share, from its top. */
  readonly ascent: number;
  readonly baseline: number | null;
}

/** A cell with its content laid out; its height is still the row's to decide. */
export type MeasuredCell = LinesCell | StackCell;

interface AnyCell {
  readonly cell: GridCell;
  readonly frame: CellFrame;
  /** Borders, padding and content. */
  readonly natural: number;
  /** Natural height, or what `height` asks for where that is more. */
  readonly height: number;
  /** First line's baseline, or the content's bottom edge (CSS 2.1, section 17.5.3). */
  readonly ascent: number;
}

/** A cell with nothing but lines of plain text in it, as most are. Its marks are made where its place is known. */
export interface LinesCell extends AnyCell {
  readonly kind: 'lines';
  readonly text: PlainText;
}

/** A cell with any other content. */
export interface StackCell extends AnyCell {
  readonly kind: 'stack';
  readonly stack: Stack;
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
  return {
    model,
    widths,
    lefts,
    lines,
    width,
    base,
    frames: [],
    backgrounds: new Map(),
    measures: new Map(),
  };
}

/** Lay out the content of a cell within its columns. */
export function measureCell(
  cell: GridCell,
  tracks: Tracks,
  document: DocumentContext,
): MeasuredCell {
  const frame = cellFrame(cell, tracks, document);
  const node = cellText(cell.box);
  const text = node && plainText(node, textRoom(node, frame.container), document);
  if (text) return linesCell(cell, frame, text);
  return stackCell(cell, frame, contentOf(cell, frame, tracks, document));
}

function contentOf(
  { box }: GridCell,
  frame: CellFrame,
  tracks: Tracks,
  document: DocumentContext,
): Stack {
  return leansOnHeight(box, frame, tracks)
    ? cellStack(box, frame.container, document)
    : stackBlocks(cellChildren(box), frame.container, document);
}

function linesCell(cell: GridCell, frame: CellFrame, text: PlainText): LinesCell {
  const { edges } = frame;
  const { above, below } = text.extent;
  const natural = edges.top + text.lines.length * (above + below) + edges.bottom;
  const height = heightOf(frame, natural);
  const ascent = edges.top + above;
  return { kind: 'lines', cell, frame, text, natural, height, ascent };
}

/** A cell around its content. */
export function stackCell(cell: GridCell, frame: CellFrame, stack: Stack): StackCell {
  const { edges } = frame;
  const content = Math.max(0, stack.height - stack.spent + collapse(stack.below));
  const natural = edges.top + content + edges.bottom;
  const height = heightOf(frame, natural);
  const ascent = edges.top + (stack.baseline ?? content);
  return { kind: 'stack', cell, frame, stack, natural, height, ascent };
}

function heightOf({ given }: CellFrame, natural: number): number {
  return Math.max(natural, given ?? 0);
}
