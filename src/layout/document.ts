import type { Box, CellBox, FlexBox, GridBox, TableBox } from '../box/box.ts';
import type { Style } from '../style/style.ts';
import type { Anchor } from './absolute/anchors.ts';
import type { Stack } from './block/stack-blocks.ts';
import type { OutOfFlow } from './absolute/collect-out-of-flow.ts';
import type { IntrinsicWidths, LayoutContext, Space } from './context.ts';
import type { Decoration, Item } from './item.ts';
import type { CellFrame } from './table/cell-frame.ts';
import type { TableModel } from './table/table-model.ts';
import type { UsedEdges } from './used-edges.ts';

/** A border box settled by the parent (flex item, table cell, absolute box); height null where the content decides. */
export interface Settled {
  readonly width: number;
  readonly height: number | null;
}

/** What block, table, flex and grid layout share besides the context that inline layout sees. */
export interface DocumentContext extends LayoutContext {
  /** Measure a box whose border box its parent has settled. */
  layoutSettled(box: Box, space: Space, size: Settled): Item;
  readonly outOfFlow: OutOfFlow;
  readonly caches: Caches;
  /** What the lowest page has for content, px. */
  readonly lowestPage: number;
}

/** What is computed once per document for each style or box. */
export interface Caches {
  readonly edges: WeakMap<Style, UsedEdges>;
  readonly decorations: WeakMap<Style, Decoration | null>;
  /** Of table cells, for each place that cells of the style have had. */
  readonly frames: WeakMap<Style, CellFrame[]>;
  readonly tables: Map<TableBox, TableModel>;
  /** Static positions of absolute boxes whose x is theirs, for the containing blocks to find. */
  readonly anchors: Map<Box, Anchor>;
  /** Content widths of flex and grid containers: each asks its items, which may be containers, many times. */
  readonly content: Map<FlexBox | GridBox, IntrinsicWidths>;
  /** Flex and grid items as already measured, by box. */
  readonly settled: Map<Box, Measured[]>;
  /** Content of table cells that has to be measured for more than one height. */
  readonly cells: Map<CellBox, readonly CellContent[]>;
  /** Flex and grid containers around the box being measured, counted while they are open. */
  readonly nesting: { containers: number };
}

/** The content of a cell, measured for a content box. */
export interface CellContent extends Space {
  readonly stack: Stack;
}

/** One measurement of a flex or grid item. */
export interface Measured extends Settled {
  readonly space: Space;
  readonly item: Item;
}
