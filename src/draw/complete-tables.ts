import type { Role } from '../box/tag.ts';
import { childrenOf, isElement } from './kid-order.ts';
import { at } from './numbers.ts';
import { kidsOf, makeElement, type ElementNumber, type StructureTree } from './structure.ts';

/** Cells that were put back, by element, with the columns that they span. */
export type AddedCells = ReadonlyMap<ElementNumber, number>;

/**
 * Give every row of a table the same number of columns (PDF/UA-1, section 7.2): a cell that nothing is printed in has
 * no content on any page, so it has to be put back where the document order leaves room for it.
 */
export function completeTables(tree: StructureTree): AddedCells {
  const { roles } = tree.elements;
  const added = new Map<ElementNumber, number>();
  const count = roles.length;
  for (let element = 1; element < count; element++) {
    if (roles[element] === 'Table') completeTable(tree, element, added);
  }
  return added;
}

interface Row {
  readonly element: ElementNumber;
  /** Columns of its own cells and of those that reach down from above. */
  readonly columns: number;
}

function completeTable(
  tree: StructureTree,
  table: ElementNumber,
  added: Map<ElementNumber, number>,
): void {
  const rows: Row[] = [];
  for (const group of groupsOf(tree, table)) measureRows(tree, group, rows);
  const widest = rows.reduce((most, { columns }) => Math.max(most, columns), 0);
  for (const row of rows) {
    if (row.columns < widest) fillRow(tree, row, widest - row.columns, added);
  }
}

const GROUPS: ReadonlySet<string> = new Set<Role>(['THead', 'TBody', 'TFoot']);

/** The rows of each row group; rows without a group are one. */
function groupsOf(tree: StructureTree, table: ElementNumber): (readonly ElementNumber[])[] {
  const { roles } = tree.elements;
  const children = childrenOf(tree, table);
  const rowsOf = (elements: readonly ElementNumber[]) =>
    elements.filter((element) => roles[element] === 'TR');
  const groups = children.filter((element) => GROUPS.has(roles[element] ?? ''));
  return [rowsOf(children), ...groups.map((group) => rowsOf(childrenOf(tree, group)))];
}

/** Columns that cells of rows above reach down to. */
interface Span {
  readonly columns: number;
  readonly rows: number;
}

/** Cells that span rows reach down to the end of their group at most. */
function measureRows(tree: StructureTree, group: readonly ElementNumber[], rows: Row[]): void {
  let reaching: readonly Span[] = [];
  for (const element of group) {
    const above = reaching.reduce((sum, span) => sum + span.columns, 0);
    const spans: Span[] = reaching.flatMap(lessOneRow);
    const columns = above + countColumns(tree, element, spans);
    reaching = spans;
    rows.push({ element, columns });
  }
}

function lessOneRow({ columns, rows }: Span): readonly Span[] {
  return rows > 1 ? [{ columns, rows: rows - 1 }] : [];
}

/** The columns of a row's own cells; what reaches down from there is put to the spans. */
function countColumns(tree: StructureTree, row: ElementNumber, spans: Span[]): number {
  let columns = 0;
  for (const kid of kidsOf(tree, row)) {
    if (!isElement(kid) || !isCell(tree, kid)) continue;
    const { columnSpan, rowSpan } = tree.elements.properties.get(kid)?.cell ?? SINGLE;
    columns += columnSpan;
    if (rowSpan > 1) spans.push({ columns: columnSpan, rows: rowSpan - 1 });
  }
  return columns;
}

/** What a cell spans of which nothing is said. */
const SINGLE = { columnSpan: 1, rowSpan: 1 };

function isCell({ elements }: StructureTree, element: ElementNumber): boolean {
  const role = elements.roles[element];
  return role === 'TD' || role === 'TH';
}

function fillRow(
  tree: StructureTree,
  { element }: Row,
  missing: number,
  added: Map<ElementNumber, number>,
): void {
  const { orders } = tree.elements;
  let left = missing;
  let last = at(orders, element);
  const addCell = (columns: number): void => {
    // Orders of tags are even here: what is put back stands between two of them.
    added.set(makeElement(tree, 'TD', last + 1, element), columns);
    left -= columns;
  };
  const cells = childrenOf(tree, element).filter((child) => isCell(tree, child));
  for (const cell of cells) {
    const room = Math.min(left, (at(orders, cell) - last) / 2 - 1);
    if (room > 0) addCell(room);
    last = lastOrder(tree, cell);
  }
  if (left > 0) addCell(left);
}

/** The order of the last element within a cell. */
function lastOrder(tree: StructureTree, cell: ElementNumber): number {
  const { orders } = tree.elements;
  let last = at(orders, cell);
  const waiting = [cell];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    last = Math.max(last, at(orders, element));
    waiting.push(...childrenOf(tree, element));
  }
  return last;
}
