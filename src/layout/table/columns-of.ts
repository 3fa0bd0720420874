import type { ColumnBox } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';
import type { IntrinsicWidths } from '../context.ts';
import type { DocumentContext } from '../document.ts';
import { stackWidths } from '../intrinsic-widths.ts';
import type { UsedEdges } from '../used-edges.ts';
import { borderBox } from '../used-size.ts';
import { cellChildren } from './cell-content.ts';
import { capPercentages, encompass, FREE_COLUMN, type Column } from './column-constraint.ts';
import { applySpanningCells, divideEvenly, type SpanningCell } from './spanning-cells.ts';
import type { GridCell } from './table-grid.ts';
import { cellEdges, type TableFrame } from './table-model.ts';

type Sizing = Style['width'] | Style['maxWidth'];

/** A width in px only; percentages and keywords are null. */
function px(value: Sizing, style: Style, edges: number): number | null {
  return typeof value === 'string' || value.percent !== 0
    ? null
    : borderBox(value.px, style, edges);
}

function percentOf({ width }: Style): number | null {
  return typeof width !== 'string' && width.percent > 0 && width.px === 0 ? width.percent : null;
}

/** What a cell or column asks for, given the widths of its content with borders and padding. */
function demandOf(style: Style, content: IntrinsicWidths, edges: number): Column {
  const least = px(style.minWidth, style, edges) ?? 0;
  const most = px(style.maxWidth, style, edges) ?? Infinity;
  const given = px(style.width, style, edges);
  const min = Math.max(Math.min(content.min, most), least);
  const max = Math.max(min, Math.min(given ?? content.max, most));
  return { min, max, percent: percentOf(style), fixed: given !== null };
}

function horizontal(edges: UsedEdges): number {
  return edges.left + edges.right;
}

function cellDemand(frame: TableFrame, cell: GridCell, document: DocumentContext): Column {
  const edges = horizontal(cellEdges(frame, cell, 0, document));
  const { min, max } = stackWidths(cellChildren(cell.box), document);
  return demandOf(cell.box.style, { min: min + edges, max: max + edges }, edges);
}

/** In a fixed table the content counts nothing. */
function fixedDemand(frame: TableFrame, cell: GridCell, document: DocumentContext): Column {
  const edges = horizontal(cellEdges(frame, cell, 0, document));
  const { style } = cell.box;
  const { max, percent, fixed } = demandOf(style, { min: 0, max: 0 }, edges);
  if (fixed) return { min: max, max, percent, fixed };
  const beyond = percent !== null && style.boxSizing === 'content-box' ? edges : 0;
  return { min: 0, max: 0, percent, beyond, fixed };
}

function ofColumnBox({ style }: ColumnBox, isFixed: boolean): Column {
  const asked = demandOf(style, { min: 0, max: 0 }, 0);
  if (!asked.fixed && asked.percent === null && asked.min === 0) return FREE_COLUMN;
  return isFixed && asked.fixed ? { ...asked, min: asked.max } : asked;
}

function declared({ grid, isFixed }: TableFrame): Column[] {
  return grid.columnBoxes.map((column) => (column ? ofColumnBox(column, isFixed) : FREE_COLUMN));
}

/** Columns of a fixed table: `<col>` first, then the cells of the first row. */
function fixedColumns(frame: TableFrame, document: DocumentContext): readonly Column[] {
  const columns = declared(frame);
  const first = frame.grid.groups.find(({ rows }) => rows.length > 0)?.rows[0];
  for (const cell of first?.cells ?? []) {
    const demand = fixedDemand(frame, cell, document);
    const each = divideEvenly(
      { column: cell.column, columns: cell.columns, demand },
      frame.spacing.x,
    );
    for (let index = cell.column; index < cell.column + cell.columns; index++) {
      if (columns[index] === FREE_COLUMN) columns[index] = each;
    }
  }
  return columns;
}

function autoColumns(frame: TableFrame, document: DocumentContext): readonly Column[] {
  const columns = declared(frame);
  const spanning: SpanningCell[] = [];
  for (const { rows } of frame.grid.groups) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        const demand = cellDemand(frame, cell, document);
        if (cell.columns > 1) spanning.push({ column: cell.column, columns: cell.columns, demand });
        else columns[cell.column] = encompass(columns[cell.column] ?? FREE_COLUMN, demand);
      }
    }
  }
  return applySpanningCells(columns, spanning, frame.spacing.x);
}

/** What each column of a table asks for: from the first row alone, or from every cell (CSS 2.1, section 17.5.2). */
export function columnsOf(frame: TableFrame, document: DocumentContext): readonly Column[] {
  return capPercentages(
    frame.isFixed ? fixedColumns(frame, document) : autoColumns(frame, document),
  );
}
