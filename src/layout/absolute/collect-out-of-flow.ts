import type { Box, BoxTree, CellBox, Inline, TableBox } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';

/** The boxes out of flow of a document, by the box that places them. */
export interface OutOfFlow {
  /** By the box whose padding box is their containing block (CSS 2.1, section 10.1). */
  readonly absolutes: ReadonlyMap<Box | CellBox, readonly Box[]>;
  /** Block-level ones without `top` and `bottom`, by themselves: they stay where they would have stood. Lines place theirs. */
  readonly statics: ReadonlySet<Box>;
  /** Those without `top` and `bottom` in flex and grid containers. */
  readonly items: ReadonlyMap<Box, readonly Box[]>;
  /** Those among the absolutes of which `left` and `right` are left open: their x is that of their static position. */
  readonly anchored: ReadonlySet<Box>;
  /** Those without a positioned ancestor: their containing block is the first page's area. */
  readonly initial: readonly Box[];
  /** `position: fixed`: placed on the page. */
  readonly fixed: readonly Box[];
}

/** The nearest positioned ancestor, null where there is none. */
type Owner = Box | CellBox | null;

/** What knows a box's static position: the stack of blocks that it stands in, a line, a container of items, or nothing. */
type Beside = 'block' | 'line' | 'nothing' | Box;

interface Collection {
  readonly absolutes: Map<Box | CellBox, Box[]>;
  readonly statics: Set<Box>;
  readonly items: Map<Box, Box[]>;
  readonly anchored: Set<Box>;
  readonly initial: Box[];
  readonly fixed: Box[];
}

function add<K>(map: Map<K, Box[]>, key: K, box: Box): void {
  const list = map.get(key);
  if (list) list.push(box);
  else map.set(key, [box]);
}

/** Whether the box is the containing block of the absolute boxes inside. */
function contains(style: Style): boolean {
  return style.position !== 'static' || style.transform.length > 0;
}

/** Whether an absolute box stays at the height where it would have stood. */
export function staysDown({ top, bottom }: Style): boolean {
  return top === 'auto' && bottom === 'auto';
}

/** Whether an absolute box stays as far across as it would have stood. */
export function staysAcross({ left, right }: Style): boolean {
  return left === 'auto' && right === 'auto';
}

function collectBox(box: Box, owner: Owner, found: Collection, beside: Beside): void {
  const { style } = box;
  if (style.position === 'fixed') found.fixed.push(box);
  if (style.position === 'absolute') collectAbsolute(box, owner, found, beside);
  collectInside(box, contains(style) && box.kind !== 'inline-flow' ? box : owner, found);
}

function collectAbsolute(box: Box, owner: Owner, found: Collection, beside: Beside): void {
  if (beside !== 'nothing' && staysDown(box.style)) {
    if (beside === 'block') found.statics.add(box);
    else if (beside !== 'line') add(found.items, beside, box);
    return;
  }
  if (owner === null) found.initial.push(box);
  else add(found.absolutes, owner, box);
  if ((beside === 'block' || beside === 'line') && staysAcross(box.style)) found.anchored.add(box);
}

function collectInline(content: readonly Inline[], owner: Owner, found: Collection): void {
  for (const each of content) {
    if (each.kind === 'span') collectInline(each.children, owner, found);
    if (each.kind === 'atom') collectBox(each.box, owner, found, 'nothing');
    if (each.kind === 'anchor') collectBox(each.box, owner, found, 'line');
  }
}

function collectTable(table: TableBox, owner: Owner, found: Collection): void {
  if (table.caption) collectBox(table.caption, owner, found, 'nothing');
  for (const group of table.groups) {
    for (const row of group.rows) if (row.columns === null) collectCells(row.cells, owner, found);
  }
}

function collectCells(cells: readonly CellBox[], owner: Owner, found: Collection): void {
  for (const cell of cells) {
    if (cell.text !== null) continue;
    const inner = contains(cell.style) ? cell : owner;
    for (const child of cell.children) collectBox(child, inner, found, 'block');
  }
}

function collectInside(box: Box, owner: Owner, found: Collection): void {
  switch (box.kind) {
    case 'block':
      for (const child of box.children) collectBox(child, owner, found, 'block');
      return;
    case 'flex':
    case 'grid':
      for (const child of box.children) collectBox(child, owner, found, box);
      return;
    case 'inline-flow':
      return collectInline(box.content, owner, found);
    case 'table':
      return collectTable(box, owner, found);
    case 'picture':
  }
}

/** Find every box out of flow, in document order, and who places it. */
export function collectOutOfFlow({ root, hasOutOfFlow }: BoxTree): OutOfFlow {
  const found: Collection = {
    absolutes: new Map(),
    statics: new Set(),
    items: new Map(),
    anchored: new Set(),
    initial: [],
    fixed: [],
  };
  if (hasOutOfFlow) collectInside(root, contains(root.style) ? root : null, found);
  return found;
}
