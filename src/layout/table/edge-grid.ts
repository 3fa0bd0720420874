import type { TableBox } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';
import { boxBorders, stronger, type BorderCandidate, type BoxBorders } from './border-candidate.ts';
import type { GridCell, TableGrid } from './table-grid.ts';

type Edge = BorderCandidate | null;

/** The border on every grid line of a table with collapsed borders. */
export interface EdgeGrid {
  /** Above each row, by column; one line more than there are rows. */
  readonly horizontal: readonly (readonly Edge[])[];
  /** For each row, the edges before each column in the table's direction; one more than there are columns. */
  readonly vertical: readonly (readonly Edge[])[];
  /** For each horizontal line and column whether its border was asked for from above. */
  readonly fromAbove: readonly (readonly boolean[])[];
}

/** A row with everything whose borders meet on its edges. */
interface Lane {
  readonly cells: readonly (GridCell | undefined)[];
  readonly row: BoxBorders;
  readonly group: BoxBorders;
  readonly isFirst: boolean;
}

/** The whole table's contenders. */
interface Contest {
  readonly lanes: readonly Lane[];
  readonly columns: readonly (BoxBorders | undefined)[];
  readonly table: BoxBorders;
  readonly count: number;
  readonly start: 'left' | 'right';
  readonly end: 'left' | 'right';
  readonly of: (style: Style) => BoxBorders;
}

function cached(): (style: Style) => BoxBorders {
  const known = new Map<Style, BoxBorders>();
  return (style) => {
    const found = known.get(style) ?? boxBorders(style);
    known.set(style, found);
    return found;
  };
}

/** Cells by row and column, spans written out. */
function lanesOf(grid: TableGrid, of: Contest['of']): readonly Lane[] {
  const slots: (GridCell | undefined)[][] = Array.from({ length: grid.rows }, () => []);
  const lanes: Lane[] = [];
  for (const { box, rows } of grid.groups) {
    for (const [index, row] of rows.entries()) {
      for (const cell of row.cells) {
        for (let line = row.index; line < row.index + cell.rows; line++) {
          for (let column = cell.column; column < cell.column + cell.columns; column++) {
            const slot = slots[line];
            if (slot) slot[column] = cell;
          }
        }
      }
      const cells = slots[row.index] ?? [];
      lanes.push({ cells, row: of(row.box.style), group: of(box.style), isFirst: index === 0 });
    }
  }
  return lanes;
}

/** The winner among the upper side's bottom borders and the lower side's top borders, cells before rows before groups. */
function horizontalEdge(
  contest: Contest,
  line: number,
  column: number,
): { readonly edge: Edge; readonly above: boolean } {
  const upper = contest.lanes[line - 1];
  const lower = contest.lanes[line];
  const upperCell = upper?.cells[column];
  const lowerCell = lower?.cells[column];
  if (upperCell && upperCell === lowerCell) return { edge: null, above: false };
  let edge = upperCell ? contest.of(upperCell.box.style).bottom : null;
  let above = true;
  const offer = (next: Edge | undefined, from: boolean): void => {
    const winner = stronger(edge, next ?? null);
    if (winner === edge) return;
    edge = winner;
    above = from;
  };
  if (lowerCell) offer(contest.of(lowerCell.box.style).top, false);
  offer(upper?.row.bottom, true);
  offer(lower?.row.top, false);
  if (!lower || lower.isFirst) {
    offer(upper?.group.bottom, true);
    offer(lower?.group.top, false);
  }
  if (!upper) offer(contest.columns[column]?.top, false);
  if (!lower) offer(contest.columns[column]?.bottom, true);
  if (!upper) offer(contest.table.top, false);
  if (!lower) offer(contest.table.bottom, true);
  return { edge, above };
}

function verticalEdge(contest: Contest, lane: Lane, line: number): Edge {
  const { start, end, columns, table, count, of } = contest;
  const before = lane.cells[line - 1];
  const after = lane.cells[line];
  if (before && before === after) return null;
  let edge = before ? of(before.box.style)[end] : null;
  if (after) edge = stronger(edge, of(after.box.style)[start]);
  if (line === 0) edge = stronger(stronger(edge, lane.row[start]), lane.group[start]);
  if (line === count) edge = stronger(stronger(edge, lane.row[end]), lane.group[end]);
  edge = stronger(edge, columns[line - 1]?.[end] ?? null);
  edge = stronger(edge, columns[line]?.[start] ?? null);
  if (line === 0) edge = stronger(edge, table[start]);
  return line === count ? stronger(edge, table[end]) : edge;
}

function contestOf(table: TableBox, grid: TableGrid): Contest {
  const of = cached();
  const isLeftToRight = table.style.direction === 'ltr';
  return {
    lanes: lanesOf(grid, of),
    columns: grid.columnBoxes.map((column) => column && of(column.style)),
    table: of(table.style),
    count: grid.columns,
    start: isLeftToRight ? 'left' : 'right',
    end: isLeftToRight ? 'right' : 'left',
    of,
  };
}

/** Resolve every edge of a table with collapsed borders (CSS 2.1, section 17.6.2). */
export function buildEdges(table: TableBox, grid: TableGrid): EdgeGrid {
  const contest = contestOf(table, grid);
  const horizontal: Edge[][] = [];
  const fromAbove: boolean[][] = [];
  for (let line = 0; line <= grid.rows; line++) {
    const found = Array.from({ length: grid.columns }, (_, column) =>
      horizontalEdge(contest, line, column),
    );
    horizontal.push(found.map(({ edge }) => edge));
    fromAbove.push(found.map(({ above }) => above));
  }
  const lines = Array.from({ length: grid.columns + 1 }, (_, line) => line);
  const vertical = contest.lanes.map((lane) =>
    lines.map((line) => verticalEdge(contest, lane, line)),
  );
  return { horizontal, vertical, fromAbove };
}
