import type { Tag } from '../box/tag.ts';
import { inOrder } from './kid-order.ts';
import { elementOf, type StructureElement, type StructureTree } from './structure.ts';

/**
 * Give every row of a table the same number of columns (PDF/UA-1, section 7.2): a cell that nothing is printed in has
 * no content on any page, so it has to be put back where the document order leaves room for it.
 */
export function completeTables(tree: StructureTree): void {
  const tables = [...tree.elements.values()].filter(({ tag }) => tag.role === 'Table');
  for (const table of tables) completeTable(tree, table);
}

interface Row {
  readonly element: StructureElement;
  readonly cells: readonly StructureElement[];
  /** Columns of its own cells and of those that reach down from above. */
  readonly columns: number;
}

function completeTable(tree: StructureTree, table: StructureElement): void {
  const rows = groupsOf(table).flatMap(measureRows);
  const widest = rows.reduce((most, { columns }) => Math.max(most, columns), 0);
  for (const row of rows) {
    if (row.columns < widest) fillRow(tree, row, widest - row.columns);
  }
}

function childrenOf(element: StructureElement): readonly StructureElement[] {
  return inOrder(element.kids).filter((kid): kid is StructureElement => 'tag' in kid);
}

/** The rows of each row group; rows without a group are one. */
function groupsOf(table: StructureElement): readonly (readonly StructureElement[])[] {
  const children = childrenOf(table);
  const groups = children.filter(({ tag }) => /^T(Head|Body|Foot)$/.test(tag.role));
  const rowsOf = (elements: readonly StructureElement[]) =>
    elements.filter(({ tag }) => tag.role === 'TR');
  return [rowsOf(children), ...groups.map((group) => rowsOf(childrenOf(group)))];
}

/** Cells that span rows reach down to the end of their group at most. */
function measureRows(elements: readonly StructureElement[]): readonly Row[] {
  let reaching: { columns: number; rows: number }[] = [];
  return elements.map((element) => {
    const cells = childrenOf(element).filter(({ tag }) => tag.cell !== null);
    const spans = cells.map(({ tag }) => ({
      columns: tag.cell?.columnSpan ?? 1,
      rows: tag.cell?.rowSpan ?? 1,
    }));
    const columns = [...reaching, ...spans].reduce((sum, span) => sum + span.columns, 0);
    reaching = [...reaching, ...spans]
      .map((span) => ({ columns: span.columns, rows: span.rows - 1 }))
      .filter(({ rows }) => rows > 0);
    return { element, cells, columns };
  });
}

function fillRow(tree: StructureTree, { element, cells }: Row, missing: number): void {
  let left = missing;
  let last = element.tag.order;
  for (const cell of cells) {
    const room = Math.min(left, cell.tag.order - last - 1);
    if (room > 0) addCell(tree, element.tag, last, room);
    left -= Math.max(0, room);
    last = lastOrder(cell);
  }
  if (left > 0) addCell(tree, element.tag, last, left);
}

/** The order of the last element within a cell. */
function lastOrder(cell: StructureElement): number {
  let last = cell.tag.order;
  const waiting = [cell];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    last = Math.max(last, element.tag.order);
    for (const kid of element.kids) if ('tag' in kid) waiting.push(kid);
  }
  return last;
}

function addCell(tree: StructureTree, row: Tag, behind: number, columnSpan: number): void {
  const cell = { scope: null, columnSpan, rowSpan: 1, headers: [] };
  const none = { language: null, alternative: null, link: null };
  elementOf(tree, { role: 'TD', parent: row, order: behind + 0.5, ...none, cell });
}
