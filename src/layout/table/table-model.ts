import type { TableBox } from '../../box/box.ts';
import type { Edges, Point } from '../../geometry.ts';
import type { DocumentContext } from '../document.ts';
import { borderWidths, sumEdges, usedEdges, usedPadding, type UsedEdges } from '../used-edges.ts';
import { edgeWidth } from './border-candidate.ts';
import type { Column } from './column-constraint.ts';
import { columnsOf } from './columns-of.ts';
import { buildEdges, type EdgeGrid } from './edge-grid.ts';
import { buildGrid, type GridCell, type TableGrid } from './table-grid.ts';

/** A table understood: its grid, its borders, and what its columns ask for. Made once for each table. */
export interface TableModel {
  readonly box: TableBox;
  readonly grid: TableGrid;
  /** Null where borders are separate. */
  readonly edges: EdgeGrid | null;
  /** Border spacing; none where borders are collapsed. */
  readonly spacing: Point;
  readonly columns: readonly Column[];
  /** Whether columns follow the first row alone (CSS 2.1, section 17.5.2.1). */
  readonly isFixed: boolean;
}

/** A table of which the columns are not yet known. */
export type TableFrame = Omit<TableModel, 'columns'>;

const NO_PADDING: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

function widest(
  edges: readonly ({ readonly width: number } | null)[] | undefined,
  from: number,
  count: number,
): number {
  let width = 0;
  for (let index = from; index < from + count; index++)
    width = Math.max(width, edges?.[index]?.width ?? 0);
  return width;
}

/** Half of every collapsed border lies in the cell; the widest of the edges along a side counts. */
function collapsedCell(cell: GridCell, edges: EdgeGrid, isLeftToRight: boolean): Edges {
  const { row, rows, column, columns } = cell;
  let start = 0;
  let end = 0;
  for (let line = row; line < row + rows; line++) {
    start = Math.max(start, edgeWidth(edges.vertical[line]?.[column]));
    end = Math.max(end, edgeWidth(edges.vertical[line]?.[column + columns]));
  }
  return {
    top: widest(edges.horizontal[row], column, columns) / 2,
    bottom: widest(edges.horizontal[row + rows], column, columns) / 2,
    left: (isLeftToRight ? start : end) / 2,
    right: (isLeftToRight ? end : start) / 2,
  };
}

/** Borders and padding of a cell; percentages refer to the width of the table. */
export function cellEdges(
  frame: TableFrame,
  cell: GridCell,
  width: number,
  document: DocumentContext,
): UsedEdges {
  const { style } = cell.box;
  if (frame.edges === null) return usedEdges(style, width, document.caches);
  const border = collapsedCell(cell, frame.edges, frame.box.style.direction === 'ltr');
  return sumEdges(border, usedPadding(style, width));
}

/** Half of the widest outer edge on each side, as Chromium has it; CSS 2.1, section 17.6.2 asks the first row alone at the sides. */
function collapsedTable({ edges, grid, box }: TableFrame): Edges {
  let start = 0;
  let end = 0;
  for (const row of edges?.vertical ?? []) {
    start = Math.max(start, edgeWidth(row[0]) / 2);
    end = Math.max(end, edgeWidth(row[grid.columns]) / 2);
  }
  const isLeftToRight = box.style.direction === 'ltr';
  return {
    top: widest(edges?.horizontal[0], 0, grid.columns) / 2,
    bottom: widest(edges?.horizontal[grid.rows], 0, grid.columns) / 2,
    left: isLeftToRight ? start : end,
    right: isLeftToRight ? end : start,
  };
}

/** Borders and padding of the table box; a table with collapsed borders has no padding. */
export function tableEdges(frame: TableFrame, width: number): UsedEdges {
  const { style } = frame.box;
  if (frame.edges !== null) return sumEdges(collapsedTable(frame), NO_PADDING);
  return sumEdges(borderWidths(style), usedPadding(style, width));
}

/** Understand a table, once for each document. */
export function tableModel(box: TableBox, document: DocumentContext): TableModel {
  const known = document.caches.tables.get(box);
  if (known) return known;
  const isFixed = box.style.tableLayout === 'fixed' && box.style.width !== 'auto';
  const grid = buildGrid(box, isFixed);
  const isCollapsed = box.style.borderCollapse === 'collapse';
  const edges = isCollapsed ? buildEdges(box, grid) : null;
  const spacing = isCollapsed || grid.rows === 0 ? { x: 0, y: 0 } : box.style.borderSpacing;
  const frame: TableFrame = { box, grid, edges, spacing, isFixed };
  const columns = columnsOf(frame, document);
  const model: TableModel = { box, grid, edges, spacing, columns, isFixed };
  document.caches.tables.set(box, model);
  return model;
}
