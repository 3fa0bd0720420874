import type { Style } from '../../style/style.ts';
import type { DocumentContext } from '../document.ts';
import type { GridRow } from './table-grid.ts';
import { measureCell, type MeasuredCell, type Tracks } from './measure-cell.ts';

/** Rows that spanning cells tie together, measured: they can only be placed as one. Most bands are one row. */
export interface Band {
  readonly rows: readonly GridRow[];
  readonly cells: readonly MeasuredCell[];
  readonly heights: readonly number[];
  /** For each row the baseline that its cells share, from its top. */
  readonly ascents: readonly number[];
}

/** Cut rows into bands: a band ends where no cell reaches into the next row. */
export function* bandsOf(rows: readonly GridRow[]): Generator<readonly GridRow[]> {
  let band: GridRow[] = [];
  let reach = 0;
  for (const row of rows) {
    if (row.index < reach) band.push(row);
    else {
      if (band.length > 0) yield band;
      band = [row];
    }
    reach = Math.max(reach, row.end);
  }
  if (band.length > 0) yield band;
}

/** Height that a row asks for itself; 0 where it does not. */
export function specifiedRowHeight({ box }: GridRow): number {
  const { height } = box.style;
  return typeof height === 'string' || height.percent !== 0 ? 0 : Math.max(0, height.px);
}

function sharedAscent(cells: readonly MeasuredCell[]): number {
  let most = 0;
  for (const { frame, ascent } of cells) if (frame.isOnBaseline) most = Math.max(most, ascent);
  return most;
}

/** Height that a cell needs in its row, moved down to the row's baseline. */
function needed(cell: MeasuredCell, ascent: number): number {
  return cell.frame.isOnBaseline
    ? Math.max(cell.height, ascent - cell.ascent + cell.natural)
    : cell.height;
}

/** Whether the row or a cell of it asks for a height: it then takes no more where other rows can. */
export function hasHeight(row: GridRow): boolean {
  return (
    isGiven(row.box.style) || row.cells.some(({ box, rows }) => rows === 1 && isGiven(box.style))
  );
}

function isGiven({ height }: Style): boolean {
  return typeof height !== 'string' && height.percent === 0;
}

/** Which part of a spanning cell's excess each of its rows takes: rows without a height of their own, by their content. */
function parts(rows: readonly GridRow[], heights: readonly number[]): readonly number[] {
  const free = rows.map((row) => !hasHeight(row));
  const weight = heights.map((height, index) => (free[index] ? height : 0));
  const total = weight.reduce((sum, height) => sum + height, 0);
  if (total > 0) return weight.map((height) => height / total);
  const last = free.lastIndexOf(true) < 0 ? rows.length - 1 : free.lastIndexOf(true);
  return rows.map((_, index) => (index === last ? 1 : 0));
}

function stretchRows(
  heights: number[],
  band: readonly GridRow[],
  cell: MeasuredCell,
  gap: number,
): void {
  const from = cell.cell.row - (band[0]?.index ?? 0);
  const until = from + cell.cell.rows;
  const spanned = heights.slice(from, until);
  const have = spanned.reduce((sum, height) => sum + height, gap * (spanned.length - 1));
  if (cell.height <= have) return;
  const shares = parts(band.slice(from, until), spanned);
  shares.forEach((share, index) => {
    heights[from + index] = (heights[from + index] ?? 0) + (cell.height - have) * share;
  });
}

/** Height of a row by its own cells. A baseline that cells over several rows share keeps its room in the first of them. */
function ownHeight(row: GridRow, cells: readonly MeasuredCell[], ascent: number): number {
  let most = Math.max(specifiedRowHeight(row), ascent);
  for (const each of cells) if (each.cell.rows === 1) most = Math.max(most, needed(each, ascent));
  return most;
}

/** Measure the cells that begin in a row. */
export function measureCells(
  { cells }: GridRow,
  tracks: Tracks,
  document: DocumentContext,
): readonly MeasuredCell[] {
  return cells.map((cell) => measureCell(cell, tracks, document));
}

/** A band of one row, as nearly all are. */
function measureRow(
  row: GridRow,
  rows: readonly GridRow[],
  tracks: Tracks,
  document: DocumentContext,
): Band {
  const cells = measureCells(row, tracks, document);
  const ascent = sharedAscent(cells);
  return { rows, cells, heights: [ownHeight(row, cells, ascent)], ascents: [ascent] };
}

/** Measure the cells of a band and settle the heights of its rows (CSS 2.1, section 17.5.3). */
export function measureBand(
  rows: readonly GridRow[],
  tracks: Tracks,
  document: DocumentContext,
): Band {
  const [only] = rows;
  if (only && rows.length === 1) return measureRow(only, rows, tracks, document);
  const byRow = rows.map((row) => measureCells(row, tracks, document));
  const ascents = byRow.map(sharedAscent);
  const heights = rows.map((row, index) => ownHeight(row, byRow[index] ?? [], ascents[index] ?? 0));
  const cells = byRow.flat();
  const spanning = cells.filter(({ cell }) => cell.rows > 1);
  const ordered = spanning.toSorted((one, other) => one.cell.rows - other.cell.rows);
  for (const cell of ordered) stretchRows(heights, rows, cell, tracks.model.spacing.y);
  return { rows, cells, heights, ascents };
}
