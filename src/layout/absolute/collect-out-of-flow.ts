import type { Box, CellBox, Inline, TableBox } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';

/** The boxes out of flow of a document, by the box that places them. */
export interface OutOfFlow {
  /** By the box whose padding box is their containing block (CSS 2.1, section 10.1). */
  readonly absolutes: ReadonlyMap<Box | CellBox, readonly Box[]>;
  /** Those without `top` and `bottom`, which stay where they would have stood: by themselves, or by the paragraph around them. */
  readonly statics: ReadonlyMap<Box, readonly Box[]>;
  /** Those without a positioned ancestor: their containing block is the first page's area. */
  readonly initial: readonly Box[];
  /** `position: fixed`: placed on the page. */
  readonly fixed: readonly Box[];
}

/** The nearest positioned ancestor, null where there is none. */
type Owner = Box | CellBox | null;

interface Collection {
  readonly absolutes: Map<Box | CellBox, Box[]>;
  readonly statics: Map<Box, Box[]>;
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

function isStatic({ top, bottom }: Style): boolean {
  return top === 'auto' && bottom === 'auto';
}

/** `beside` is the key of a box's static position; null where there is none (flex and grid items). */
function collectBox(box: Box, owner: Owner, found: Collection, beside: Box | null): void {
  const { style } = box;
  if (style.position === 'fixed') found.fixed.push(box);
  if (style.position === 'absolute') {
    if (beside !== null && isStatic(style)) add(found.statics, beside, box);
    else if (owner === null) found.initial.push(box);
    else add(found.absolutes, owner, box);
  }
  collectInside(box, contains(style) && box.kind !== 'inline-flow' ? box : owner, found);
}

function collectInline(
  content: readonly Inline[],
  owner: Owner,
  found: Collection,
  flow: Box,
): void {
  for (const each of content) {
    if (each.kind === 'span') collectInline(each.children, owner, found, flow);
    if (each.kind === 'atom') collectBox(each.box, owner, found, flow);
  }
}

function collectTable(table: TableBox, owner: Owner, found: Collection): void {
  if (table.caption) collectBox(table.caption, owner, found, null);
  for (const group of table.groups) {
    for (const row of group.rows) {
      for (const cell of row.cells) {
        const inner = contains(cell.style) ? cell : owner;
        for (const child of cell.children) collectBox(child, inner, found, child);
      }
    }
  }
}

function collectInside(box: Box, owner: Owner, found: Collection): void {
  switch (box.kind) {
    case 'block':
      for (const child of box.children) collectBox(child, owner, found, child);
      return;
    case 'flex':
    case 'grid':
      for (const child of box.children) collectBox(child, owner, found, null);
      return;
    case 'inline-flow':
      return collectInline(box.content, owner, found, box);
    case 'table':
      return collectTable(box, owner, found);
    case 'picture':
  }
}

/** Find every box out of flow, in document order, and who places it. */
export function collectOutOfFlow(root: Box): OutOfFlow {
  const found: Collection = { absolutes: new Map(), statics: new Map(), initial: [], fixed: [] };
  collectInside(root, contains(root.style) ? root : null, found);
  return found;
}
