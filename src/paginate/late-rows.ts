import type { Column, FlatRow, Item, ItemMark, LateMark, Stacked } from '../layout/item.ts';

/** What an item stands in: a cell, a child of a column, a box out of flow. */
type Holder = Pick<Stacked, 'item'>;

/** Whether words that depend on the page stand anywhere in an item. */
function hasLateMark(item: Item): boolean {
  if (item.kind === 'flat-row') return false;
  return hasOwnLateMark(item) || inside(item).some(holdsLateMark);
}

function holdsLateMark({ item }: Holder): boolean {
  return hasLateMark(item);
}

function hasOwnLateMark({ marks, overlays }: Exclude<Item, FlatRow>): boolean {
  return marks.some(isLate) || overlays.some(holdsLateMark);
}

/** All words that depend on the page, in an item and in what it holds. */
export function lateMarks(item: Item): readonly LateMark[] {
  if (item.kind === 'flat-row') return [];
  const own = item.marks.flatMap(({ mark }) => (mark.kind === 'late' ? [mark] : []));
  const within = [...item.overlays, ...inside(item)].flatMap((each) => lateMarks(each.item));
  return [...own, ...within];
}

/** An item without the rows that hold late words; null where nothing is left. Items without any come back as they are. */
export function withoutLateRows(item: Item | null): Item | null {
  if (item === null) return null;
  if (item.kind === 'column') return shortened(item);
  return hasLateMark(item) ? null : item;
}

function shortened(column: Column): Column | null {
  const children: Stacked[] = [];
  let isWhole = !hasOwnLateMark(column);
  for (const child of column.children) {
    const item = withoutLateRows(child.item);
    if (item !== child.item) isWhole = false;
    if (item !== null) children.push(item === child.item ? child : { ...child, item });
  }
  if (isWhole) return column;
  if (children.length === 0) return null;
  const lost = stackHeight(column.children) - stackHeight(children);
  return withChildren(column, children, column.height - lost);
}

/** Every field by its name: a spread would give the column a shape of its own, and each walk over items would have to ask. */
function withChildren(column: Column, children: readonly Stacked[], height: number): Column {
  return {
    kind: 'column',
    width: column.width,
    height,
    breaks: column.breaks,
    decoration: column.decoration,
    overlays: column.overlays,
    group: column.group,
    layer: column.layer,
    baseline: column.baseline,
    name: column.name,
    children,
    top: column.top,
    bottom: column.bottom,
    slack: column.slack,
    isSet: column.isSet,
    marks: column.marks,
    head: column.head,
    foot: column.foot,
    orphans: column.orphans,
    widows: column.widows,
    cut: column.cut,
  };
}

function stackHeight(children: readonly Stacked[]): number {
  return children.reduce((sum, child) => sum + child.gap + child.item.height, 0);
}

function isLate(mark: ItemMark): boolean {
  return mark.mark.kind === 'late';
}

function inside(item: Exclude<Item, FlatRow>): readonly Holder[] {
  switch (item.kind) {
    case 'leaf':
      return NOTHING;
    case 'row':
      return item.cells;
    case 'column':
      return item.children;
  }
}

const NOTHING: readonly Holder[] = [];
