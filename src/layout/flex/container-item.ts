import type { FlexBox, GridBox } from '../../box/box.ts';
import { propagateBreaks, strongest } from '../block/propagate-breaks.ts';
import type { Space } from '../context.ts';
import { decorationOf } from '../decoration.ts';
import type { DocumentContext } from '../document.ts';
import { groupOf, layerOf } from '../effects.ts';
import { finishItem } from '../finish-item.ts';
import type { Cell, Column, Item, Row, Stacked, ItemName } from '../item.ts';
import { nameOf } from '../name-of.ts';
import type { ContainerFrame } from './container-style.ts';
import { stillItems } from './still-items.ts';

/** An item at its place in the container's content box. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly item: Item;
}

function bottomOf({ y, item }: Placed): number {
  return y + item.height;
}

/** Items side by side, from the top of the highest to the bottom of the lowest. */
export function rowOf(placed: readonly Placed[], name: ItemName, width: number): Placed {
  const top = placed.reduce((least, { y }) => Math.min(least, y), Infinity);
  const height = placed.reduce((most, each) => Math.max(most, bottomOf(each)), -Infinity) - top;
  const cells: Cell[] = placed.map(({ x, y, item }) => ({ x, y: y - top, item }));
  const first = cells.find(({ item }) => item.baseline !== null);
  const row: Row = {
    kind: 'row',
    width,
    height,
    breaks: {
      before: cells.reduce<Item['breaks']['before']>(
        (kept, { item }) => strongest(kept, item.breaks.before),
        'auto',
      ),
      after: cells.reduce<Item['breaks']['after']>(
        (kept, { item }) => strongest(kept, item.breaks.after),
        'auto',
      ),
      inside: 'auto',
    },
    decoration: null,
    overlays: [],
    group: null,
    layer: 0,
    baseline: first && first.item.baseline !== null ? first.y + first.item.baseline : null,
    name,
    cells,
    marks: [],
    amounts: [],
  };
  return { x: 0, y: top, item: row };
}

/** Whether each stands below the one before, so that a page may end between them. */
export function isStacked(placed: readonly Placed[]): boolean {
  return placed.every((each, index) => {
    const before = placed[index - 1];
    return before === undefined || each.y >= bottomOf(before) - 0.01;
  });
}

function stack(placed: readonly Placed[], left: number): Stacked[] {
  let bottom = 0;
  return placed.map((each) => {
    const gap = each.y - bottom;
    bottom = bottomOf(each);
    return { x: left + each.x, gap, item: each.item };
  });
}

function baselineOf(placed: readonly Placed[]): number | null {
  const first = placed.find(({ item }) => item.baseline !== null);
  return first && first.item.baseline !== null ? first.y + first.item.baseline : null;
}

/** The container's column around what stands in it, one beneath another. */
export function containerItem(
  box: FlexBox | GridBox,
  content: {
    readonly placed: readonly Placed[];
    readonly height: number;
    readonly frame: ContainerFrame;
  },
  space: Space,
  document: DocumentContext,
): Item {
  const { style } = box;
  const { placed, frame } = content;
  const { edges, width } = frame;
  const height = edges.top + content.height + edges.bottom;
  const size = { width, height };
  const { breaks, children } = propagateBreaks(style, stack(placed, edges.left));
  const last = placed.at(-1);
  const baseline = baselineOf(placed);
  const column: Column = {
    kind: 'column',
    width,
    height,
    breaks,
    decoration: decorationOf(style, size, document.caches.decorations),
    overlays: stillItems(box, frame, content.height, document),
    group: groupOf(style, size),
    layer: layerOf(style),
    baseline: baseline === null ? null : edges.top + baseline,
    name: nameOf(box),
    children,
    top: edges.top,
    bottom: edges.bottom,
    slack: content.height - (last ? bottomOf(last) : 0),
    isSet: true,
    marks: [],
    head: null,
    foot: null,
    orphans: 1,
    widows: 1,
    cut: style.boxDecorationBreak,
  };
  return finishItem(box, column, space, document);
}
