import type { Column, ItemName, Stacked } from './item.ts';

/** A column that is nothing but its children. */
export function plainColumn(name: ItemName, width: number, children: readonly Stacked[]): Column {
  return {
    kind: 'column',
    width,
    height: heightOf(children),
    breaks: { before: 'auto', after: 'auto', inside: 'auto' },
    decoration: null,
    overlays: [],
    group: null,
    layer: 0,
    baseline: firstBaseline(children),
    name,
    children,
    top: 0,
    bottom: 0,
    slack: 0,
    isSet: false,
    marks: [],
    head: null,
    foot: null,
    orphans: 1,
    widows: 1,
    cut: 'slice',
  };
}

/** Height of items one beneath another. */
export function heightOf(children: readonly Stacked[]): number {
  let height = 0;
  for (const { gap, item } of children) height = height + gap + item.height;
  return height;
}

/** Baseline of the first child that has one, from the top of the first child's gap. */
export function firstBaseline(children: readonly Stacked[]): number | null {
  let top = 0;
  for (const { gap, item } of children) {
    top += gap;
    if (item.baseline !== null) return top + item.baseline;
    top += item.height;
  }
  return null;
}
