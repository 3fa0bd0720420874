import type { TableBox } from '../../box/box.ts';
import type { IntrinsicWidths } from '../context.ts';
import type { DocumentContext } from '../document.ts';
import type { Column } from './column-constraint.ts';
import { distributeWidth } from './distribute-width.ts';
import { tableEdges, tableModel, type TableModel } from './table-model.ts';

/** The largest table that percentages may ask for: a column with next to no percentage would ask for no end of width. */
const LARGEST = 1_000_000;

/** Width of the columns at which every percentage is met by its column's content (CSS Tables 3, section 3.8.1). */
function percentageMax(columns: readonly Column[]): number {
  let most = 0;
  let rest = 0;
  let percent = 0;
  for (const column of columns) {
    if (column.percent === null) rest += column.max;
    else if (column.percent > 0) most = Math.max(most, (column.max / column.percent) * 100);
    percent += column.percent ?? 0;
  }
  const forRest = percent >= 100 ? LARGEST : (rest / (100 - percent)) * 100;
  return Math.min(LARGEST, Math.max(most, rest > 0 ? forRest : 0));
}

/** Everything across that is no column: borders, padding and spacing. */
function around(model: TableModel): number {
  const edges = tableEdges(model, 0);
  return edges.left + edges.right + model.spacing.x * (model.grid.columns + 1);
}

/** Min-content and max-content width of the table's border box, whatever its `width` says. */
export function gridWidths(box: TableBox, document: DocumentContext): IntrinsicWidths {
  const model = tableModel(box, document);
  const { columns } = model;
  const min = columns.reduce((sum, column) => sum + column.min, 0);
  const max = columns.reduce((sum, column) => sum + column.max, 0);
  const hasPercent = columns.some(({ percent }) => percent !== null);
  const caption = box.caption === null ? 0 : document.intrinsicWidths(box.caption).min;
  const least = Math.max(min + around(model), caption);
  return {
    min: least,
    max: Math.max(
      least,
      (hasPercent ? Math.max(max, percentageMax(columns)) : max) + around(model),
    ),
  };
}

/** Widths of the columns in a table whose columns and spacing together are this wide. */
export function columnWidths(model: TableModel, inner: number): readonly number[] {
  const assignable = inner - model.spacing.x * (model.grid.columns + 1);
  return distributeWidth(Math.max(0, assignable), model.columns, true);
}
