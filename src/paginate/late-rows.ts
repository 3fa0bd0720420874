import type { Column, Item, ItemMark, Stacked } from '../layout/item.ts';

/** Whether words that depend on the page stand anywhere in an item. */
export function hasLateMark(item: Item): boolean {
  return (
    item.overlays.some((overlay) => hasLateMark(overlay.item)) ||
    item.marks.some(isLate) ||
    inside(item).some(hasLateMark)
  );
}

/** An item without the rows that hold late words; null where nothing is left. Items without any come back as they are. */
export function withoutLateRows(item: Item | null): Item | null {
  if (item === null || !hasLateMark(item)) return item;
  return item.kind === 'column' ? shortened(item) : null;
}

function shortened(column: Column): Column | null {
  const children = column.children.flatMap((child) => keptChild(child));
  if (children.length === 0) return null;
  const lost = stackHeight(column.children) - stackHeight(children);
  return { ...column, children, height: column.height - lost };
}

function keptChild(child: Stacked): readonly Stacked[] {
  const item = withoutLateRows(child.item);
  return item === null ? [] : [{ ...child, item }];
}

function stackHeight(children: readonly Stacked[]): number {
  return children.reduce((sum, child) => sum + child.gap + child.item.height, 0);
}

function isLate(mark: ItemMark): boolean {
  return mark.mark.kind === 'late';
}

function inside(item: Item): readonly Item[] {
  switch (item.kind) {
    case 'leaf':
      return [];
    case 'row':
      return item.cells.map((cell) => cell.item);
    case 'column':
      return item.children.map((child) => child.item);
  }
}
