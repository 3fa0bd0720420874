import type { CellBox, ColumnBox, RowBox, RowGroupBox, TableBox } from '../../box/box.ts';
import { SpanlessRow, spannedColumns } from './spanless-row.ts';

/** A cell at its place in the grid (CSS 2.1, section 17.5). */
export interface GridCell {
  readonly box: CellBox;
  /** Rows count from the table's first row, groups run on. */
  readonly row: number;
  readonly column: number;
  /** Rows and columns that it covers; a row span ends with its row group. */
  readonly rows: number;
  readonly columns: number;
}

/** A row with the cells that begin in it. */
export interface GridRow {
  readonly box: RowBox;
  readonly group: RowGroupBox;
  /** Whether it is the first of its group. */
  readonly isFirst: boolean;
  readonly index: number;
  /** The row behind the last one that its cells reach into. */
  readonly end: number;
  /** How many columns it takes, up to the end of its last cell. */
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

/** A row group of the grid. */
export interface GridGroup {
  readonly box: RowGroupBox;
  readonly rows: readonly GridRow[];
}

/** All cells of a table in rows and columns. */
export interface TableGrid {
  readonly columns: number;
  /** `<col>` of each column, as far as there are any. */
  readonly columnBoxes: readonly (ColumnBox | undefined)[];
  readonly rows: number;
  readonly groups: readonly GridGroup[];
}

/** Rows still to be covered from above, for each column of a row group; within one call. */
type Covered = number[];

function nextFree(covered: Covered, from: number): number {
  let column = from;
  while ((covered[column] ?? 0) > 0) column++;
  return column;
}

/** Where a row stands. */
interface RowPlace {
  readonly group: RowGroupBox;
  readonly isFirst: boolean;
  readonly index: number;
  /** Rows of the group from this one on. */
  readonly rowsLeft: number;
}

function placeRow(box: RowBox, place: RowPlace, covered: Covered): GridRow {
  const { group, isFirst, index, rowsLeft } = place;
  const cells: GridCell[] = [];
  let [column, end] = [0, index + 1];
  for (const cell of box.cells) {
    column = nextFree(covered, column);
    const columns = spannedColumns(cell, column);
    const rows = cell.rowSpan === 0 ? rowsLeft : Math.max(1, Math.min(cell.rowSpan, rowsLeft));
    cells.push({ box: cell, row: index, column, rows, columns });
    if (rows > 1) for (let each = column; each < column + columns; each++) covered[each] = rows;
    column += columns;
    end = Math.max(end, index + rows);
  }
  for (let each = 0; each < covered.length; each++)
    covered[each] = Math.max(0, (covered[each] ?? 0) - 1);
  return { box, group, isFirst, index, end, columns: column, cells: cells.slice() };
}

function placeGroup(box: RowGroupBox, first: number, isFixed: boolean): GridGroup {
  const rows = box.rows.filter((row) => row.style.visibility !== 'collapse');
  if (isFixed && rows.length === box.rows.length && rows.every(isSpanless))
    return { box, rows: rows.map((row, index) => new SpanlessRow(row, box, first + index)) };
  const covered: Covered = [];
  const placed = rows.map((row, index) => {
    const place = {
      group: box,
      isFirst: index === 0,
      index: first + index,
      rowsLeft: rows.length - index,
    };
    return placeRow(row, place, covered);
  });
  return { box, rows: placed };
}

function isSpanless(row: RowBox): boolean {
  return row.columns !== null || row.cells.every(({ rowSpan }) => rowSpan === 1);
}

function columnsOf(groups: readonly GridGroup[], least: number): number {
  let most = least;
  for (const { rows } of groups) for (const { columns } of rows) most = Math.max(most, columns);
  return most;
}

/** Whether a cell begins in each column, or its `<col>` has a width: the others are nothing but a part of wider cells. */
function beginnings(table: TableBox, groups: readonly GridGroup[], columns: number): boolean[] {
  const begins = Array.from({ length: columns }, (_, index) => {
    const box = table.columns[index];
    return box !== undefined && box.style.width !== 'auto';
  });
  for (const { rows } of groups) {
    for (const { cells } of rows) for (const { column } of cells) begins[column] = true;
  }
  return begins;
}

/** Leave out the columns in which nothing begins; they have no width and no spacing (CSS Tables 3, section 3.5.2). */
function merged(grid: TableGrid, begins: readonly boolean[]): TableGrid {
  const indices: number[] = [0];
  for (const begin of begins) indices.push((indices.at(-1) ?? 0) + (begin ? 1 : 0));
  const move = (cell: GridCell): GridCell => {
    const column = indices[cell.column] ?? 0;
    return { ...cell, column, columns: (indices[cell.column + cell.columns] ?? 0) - column };
  };
  return {
    columns: indices.at(-1) ?? 0,
    columnBoxes: grid.columnBoxes.filter((_, index) => begins[index]),
    rows: grid.rows,
    groups: grid.groups.map(({ box, rows }) => ({
      box,
      rows: rows.map((row) => ({
        ...row,
        columns: indices[row.columns] ?? 0,
        cells: row.cells.map(move),
      })),
    })),
  };
}

/** Give every cell of a table its row and column. */
export function buildGrid(table: TableBox, isFixed: boolean): TableGrid {
  const groups: GridGroup[] = [];
  let rows = 0;
  for (const box of table.groups) {
    const group = placeGroup(box, rows, isFixed);
    rows += group.rows.length;
    groups.push(group);
  }
  const columns = columnsOf(groups, table.columns.length);
  const columnBoxes = Array.from({ length: columns }, (_, index) => table.columns[index]);
  const grid: TableGrid = { columns, columnBoxes, rows, groups };
  if (isFixed) return grid;
  const begins = beginnings(table, groups, columns);
  return begins.every(Boolean) ? grid : merged(grid, begins);
}
