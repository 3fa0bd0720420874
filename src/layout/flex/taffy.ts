import { readFileSync } from 'node:fs';
import {
  AlignContent,
  AlignItems,
  AlignSelf,
  Direction,
  Display,
  FlexDirection,
  FlexWrap,
  GridAutoFlow,
  initSync,
  JustifyContent,
  Style,
  TaffyTree,
} from 'taffy-layout';
import type {
  AvailableSpace,
  GridPlacement,
  MeasureFunction,
  Size as TaffySize,
  StylePropertyValues,
  TrackSizingFunction as TrackSizing,
} from 'taffy-layout';
import type { Rect, Size } from '../../geometry.ts';

/** Read with the modules, compiled for the first container that asks Taffy: most documents have none. */
const machineCode = readFileSync(
  new URL('../pkg/taffy_wasm_bg.wasm', import.meta.resolve('taffy-layout')),
);

const NOTHING: Size = { width: 0, height: 0 };

export {
  AlignContent,
  AlignItems,
  AlignSelf,
  Direction,
  Display,
  FlexDirection,
  FlexWrap,
  GridAutoFlow,
  JustifyContent,
};
export type { AvailableSpace, GridPlacement, StylePropertyValues, TaffySize, TrackSizing };

/** A flex or grid item as Taffy sees it: its style and a way to ask for its size. All sizes are border boxes. */
export interface Participant {
  readonly style: StylePropertyValues;
  readonly measure: (
    known: TaffySize<number | undefined>,
    available: TaffySize<AvailableSpace>,
  ) => Size;
}

/** A container to solve: its content box only; borders and padding stay outside. */
export interface Puzzle {
  readonly style: StylePropertyValues;
  readonly items: readonly Participant[];
  readonly width: number | 'min-content' | 'max-content';
}

/** Columns as Taffy sized them. */
export interface Columns {
  readonly sizes: readonly number[];
  /** Explicit columns among them: how many come before, and how many there are. */
  readonly before: number;
  readonly explicit: number;
  /** Space between neighbours, by line. */
  readonly gutters: readonly number[];
  /** First column of each item and the one after its last, from 0. */
  readonly spans: readonly { readonly from: number; readonly until: number }[];
  /** First row of each item. */
  readonly rows: readonly number[];
}

/** What Taffy answers. */
export interface Solution {
  readonly size: Size;
  /** Border box of each item, from the top left corner of the container's content box. */
  readonly places: readonly Rect[];
  /** Columns of a grid, and which of them each item covers; null for flex. */
  readonly columns: Columns | null;
}

/** Taffy counts in 32-bit floats; what lies beyond their precision is noise. */
function clean(value: number): number {
  return Math.round(value * 1024) / 1024;
}

function rectOf(tree: TaffyTree, node: bigint): Rect {
  const layout = tree.getLayout(node);
  const { x, y, width, height } = layout;
  layout.free();
  return { x: clean(x), y: clean(y), width: clean(width), height: clean(height) };
}

function columnsOf(tree: TaffyTree, root: bigint): Columns | null {
  const info = tree.detailedLayoutInfo(root);
  if (info === null) return null;
  const { sizes, negativeImplicitTracks, explicitTracks, gutters } = info.columns;
  return {
    sizes: sizes.map(clean),
    before: negativeImplicitTracks,
    explicit: explicitTracks,
    gutters: gutters.map(clean),
    spans: info.items.map(({ columnStart, columnEnd }) => ({
      from: columnStart - 1,
      until: columnEnd - 1,
    })),
    rows: info.items.map(({ rowStart }) => rowStart),
  };
}

/** Bindings turn what a measure function throws into a size of zero; keep it and throw it after the run. */
function run(tree: TaffyTree, root: bigint, puzzle: Puzzle): void {
  const thrown: unknown[] = [];
  const ask: MeasureFunction = (...[known, available, , index, style]) => {
    style.free();
    const item = typeof index === 'number' ? puzzle.items[index] : undefined;
    if (!item || thrown.length > 0) return NOTHING;
    try {
      return item.measure(known, available);
    } catch (error) {
      thrown.push(error);
      return NOTHING;
    }
  };
  tree.computeLayoutWithMeasure(root, { width: puzzle.width, height: 'max-content' }, ask);
  if (thrown.length > 0) throw thrown[0];
}

/** Solve a flex or grid container. */
export function solve(puzzle: Puzzle): Solution {
  initSync({ module: machineCode });
  const tree = new TaffyTree();
  const styles = [puzzle.style, ...puzzle.items.map(({ style }) => style)].map(
    (style) => new Style(style),
  );
  try {
    tree.disableRounding();
    const [own, ...others] = styles;
    const leaves = others.map((style, index) => tree.newLeafWithContext(style, index));
    const root = tree.newWithChildren(own ?? new Style(), leaves);
    run(tree, root, puzzle);
    const columns = puzzle.style.display === Display.Grid ? columnsOf(tree, root) : null;
    return { columns, size: rectOf(tree, root), places: leaves.map((leaf) => rectOf(tree, leaf)) };
  } finally {
    for (const style of styles) style.free();
    tree.free();
  }
}
