import type { Column } from './column-constraint.ts';
import { distributeWidth } from './distribute-width.ts';

/** A cell over several columns and what it asks of them together. */
export interface SpanningCell {
  readonly column: number;
  readonly columns: number;
  readonly demand: Column;
}

function shareOut(percent: number, columns: readonly Column[]): readonly Column[] {
  const given = columns.reduce((sum, column) => sum + (column.percent ?? 0), 0);
  const open = columns.filter((column) => column.percent === null);
  const rest = percent - given;
  if (rest <= 0 || open.length === 0) return columns;
  const total = open.reduce((sum, { max }) => sum + max, 0);
  return columns.map((column) =>
    column.percent === null
      ? { ...column, percent: rest * (total > 0 ? column.max / total : 1 / open.length) }
      : column,
  );
}

function widen(
  columns: readonly Column[],
  { demand }: SpanningCell,
  spacing: number,
): readonly Column[] {
  const inner = spacing * (columns.length - 1);
  const shared = demand.percent === null ? columns : shareOut(demand.percent, columns);
  const mins = distributeWidth(Math.max(0, demand.min - inner), shared, true);
  const maxes = distributeWidth(Math.max(0, demand.max - inner), shared, demand.fixed);
  return shared.map((column, index) => {
    const min = Math.max(column.min, mins[index] ?? 0);
    return { ...column, min, max: Math.max(column.max, min, maxes[index] ?? 0) };
  });
}

/** Let cells over several columns widen these, narrow spans first (CSS 2.1, section 17.5.2.2, step 3). */
export function applySpanningCells(
  columns: readonly Column[],
  cells: readonly SpanningCell[],
  spacing: number,
): readonly Column[] {
  if (cells.length === 0) return columns;
  const widened = [...columns];
  for (const cell of cells.toSorted((one, other) => one.columns - other.columns)) {
    const part = widened.slice(cell.column, cell.column + cell.columns);
    widened.splice(cell.column, part.length, ...widen(part, cell, spacing));
  }
  return widened;
}

/** In a fixed table a spanning cell's width is divided evenly (CSS 2.1, section 17.5.2.1). */
export function divideEvenly({ demand, columns }: SpanningCell, spacing: number): Column {
  const inner = spacing * (columns - 1);
  const width = Math.max(0, demand.max - inner) / columns;
  const percent = demand.percent === null ? null : demand.percent / columns;
  return {
    min: demand.fixed ? width : 0,
    max: demand.fixed ? width : 0,
    percent,
    beyond: (demand.beyond ?? 0) / columns,
    fixed: demand.fixed,
  };
}
