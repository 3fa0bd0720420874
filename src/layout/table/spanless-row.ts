import type { CellBox, RowBox, RowGroupBox } from '../../box/box.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/**
 * A row of a fixed table in whose group no cell reaches into another row: its cells are given their places when they are
 * read, since a long table would otherwise hold those of all rows. A class, because its objects share the way to them.
 */
export class SpanlessRow implements GridRow {
  readonly box: RowBox;
  readonly group: RowGroupBox;
  readonly index: number;
  readonly columns: number;

  constructor(box: RowBox, group: RowGroupBox, index: number) {
    this.box = box;
    this.group = group;
    this.index = index;
    this.columns = box.columns ?? columnsOf(box.cells);
  }

  get isFirst(): boolean {
    return this.group.rows[0] === this.box;
  }

  get end(): number {
    return this.index + 1;
  }

  get cells(): readonly GridCell[] {
    const { box, index: row } = this;
    let column = 0;
    return box.cells.map((cell) => {
      const columns = spannedColumns(cell, column);
      const placed = { box: cell, row, column, rows: 1, columns };
      column += columns;
      return placed;
    });
  }
}

function columnsOf(cells: readonly CellBox[]): number {
  let columns = 0;
  for (const cell of cells) columns += spannedColumns(cell, columns);
  return columns;
}

/** Columns beyond this one are not opened by spans: a table is as wide as its cells, not as its numbers. */
const MAX_SPANNED_COLUMN = 1000;

/** How many columns a cell takes that begins in this one. */
export function spannedColumns({ columnSpan }: CellBox, column: number): number {
  return Math.max(1, Math.min(columnSpan, MAX_SPANNED_COLUMN - column));
}
