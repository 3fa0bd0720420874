import type { BlockBox } from '../../box/box.ts';
import type { Space } from '../context.ts';
import { decorationOf } from '../decoration.ts';
import type { DocumentContext, Settled } from '../document.ts';
import { groupOf, layerOf } from '../effects.ts';
import { finishItem } from '../finish-item.ts';
import type { Column, Item, Leaf, Overlay } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { usedEdges, type UsedEdges } from '../used-edges.ts';
import { clampHeight, specifiedHeight } from '../used-size.ts';
import { collapse, join, NO_MARGINS, type Margins } from './margins.ts';
import { placeMarker, withInsideMarker, type PlacedMarker } from './marker.ts';
import { propagateBreaks } from './propagate-breaks.ts';
import { stackBlocks, type Stack } from './stack-blocks.ts';

const NONE: readonly Overlay[] = [];

/** Where a block container is laid out. */
export interface BlockRoom {
  /** Its containing block. */
  readonly space: Space;
  readonly size: Settled;
  /** Its own margins where they may collapse with its children's; null for an independent formatting context. */
  readonly outside: { readonly above: Margins; readonly below: Margins } | null;
}

/** A measured block container with the margins that are left outside of it. */
export interface BlockLayout {
  readonly item: Item;
  readonly above: Margins;
  readonly below: Margins;
  readonly through: boolean;
}

/** A block container whose content is measured; its margins and height follow. */
interface Filled {
  readonly box: BlockBox;
  readonly room: BlockRoom;
  readonly edges: UsedEdges;
  readonly stack: Stack;
  /** Border-box height that is not the content's to decide. */
  readonly definite: number | null;
}

function joinsTop({ outside }: BlockRoom, edges: UsedEdges): boolean {
  return outside !== null && edges.top === 0;
}

function hasMinHeight({ style }: BlockBox): boolean {
  const { minHeight } = style;
  return typeof minHeight !== 'string' && (minHeight.px > 0 || minHeight.percent > 0);
}

/** Whether the box has nothing that keeps its top and bottom margin apart (CSS 2.1, section 8.3.1). */
function isThrough({ box, room, edges, stack, definite }: Filled): boolean {
  if (room.outside === null || edges.top + edges.bottom > 0 || box.marker !== null) return false;
  return stack.through && (definite === null || definite === 0) && !hasMinHeight(box);
}

/** Whether margins of an empty content leave through the top. */
function leavesTop({ room, edges, stack }: Filled): boolean {
  return stack.through && joinsTop(room, edges);
}

/** Whether the last child's bottom margin adjoins the bottom edge. */
function adjoinsBottom(filled: Filled): boolean {
  const { room, edges, definite } = filled;
  return room.outside !== null && edges.bottom === 0 && definite === null && !leavesTop(filled);
}

/** Whether that margin leaves through the bottom: it ends inside a box that `min-height` or `max-height` gives its height. */
function leavesBottom(filled: Filled, height: number): boolean {
  const { edges, stack } = filled;
  if (!adjoinsBottom(filled)) return false;
  const natural = edges.top + Math.max(0, stack.height - stack.spent) + edges.bottom;
  return filled.box.marker !== null || Math.abs(height - natural) < 0.001;
}

/** Border-box height: as given, or of the content and the margins that stay inside. */
function usedHeight(filled: Filled, marker: PlacedMarker): number {
  const { box, room, edges, stack, definite } = filled;
  if (definite !== null) return definite;
  const inside = leavesTop(filled) || adjoinsBottom(filled) ? 0 : collapse(stack.below);
  const content = Math.max(0, stack.height - stack.spent + inside, marker.height);
  return clampHeight(edges.top + content + edges.bottom, box.style, edges, room.space.height);
}

function toItem(filled: Filled, document: DocumentContext): Item {
  const { box, room, edges, stack } = filled;
  const marker = placeMarker(box, { stack, edges, width: room.size.width }, document);
  const { breaks, children } = propagateBreaks(box.style, stack.children);
  const { width } = room.size;
  const height = usedHeight(filled, marker);
  const size = { width, height };
  const slack = height - edges.top - stack.height - edges.bottom;
  const baseline = stack.baseline ?? marker.baseline;
  // Every field by its name, here and wherever items are made: a spread within would make them slow to make and to read.
  const item: Column = {
    kind: 'column',
    width,
    height,
    breaks,
    decoration: decorationOf(box.style, size, document.caches.decorations),
    overlays:
      stack.overlays.length === 0
        ? NONE
        : stack.overlays.map((each) => ({ ...each, y: each.y + edges.top })),
    group: groupOf(box.style, size),
    layer: layerOf(box.style),
    baseline: baseline === null ? null : edges.top + baseline,
    name: nameOf(box),
    children,
    top: edges.top,
    bottom: edges.bottom,
    slack,
    isSet: slack !== 0 && isSet(filled),
    marks: marker.marks,
    head: null,
    foot: null,
    orphans: stack.orphans,
    widows: stack.widows,
    cut: box.style.boxDecorationBreak,
  };
  return finishItem(box, children.length === 0 ? asLeaf(item) : item, room.space, document);
}

/** Whether the style has a say in the height, so that free space is not just the last child's margin. */
function isSet({ box, definite }: Filled): boolean {
  return definite !== null || hasMinHeight(box) || box.style.maxHeight !== 'none';
}

/** A box without children has no place to be cut. */
function asLeaf({
  width,
  height,
  breaks,
  decoration,
  overlays,
  group,
  layer,
  baseline,
  name,
  marks,
}: Column): Leaf {
  return {
    kind: 'leaf',
    width,
    height,
    breaks,
    decoration,
    overlays,
    group,
    layer,
    baseline,
    name,
    marks,
  };
}

function fill(box: BlockBox, room: BlockRoom, document: DocumentContext): Filled {
  const edges = usedEdges(box.style, room.space.width, document.caches);
  const definite = room.size.height ?? specifiedHeight(box.style, edges, room.space.height);
  const space = {
    width: Math.max(0, room.size.width - edges.left - edges.right),
    height: definite === null ? null : Math.max(0, definite - edges.top - edges.bottom),
  };
  const container = { style: box.style, space, left: edges.left, joinsTop: joinsTop(room, edges) };
  const stack = stackBlocks(withInsideMarker(box, document), container, document);
  return { box, room, edges, stack, definite };
}

/** Measure a block container at a settled width (CSS 2.1, sections 9.4.1 and 10.6.3). */
export function layoutBlock(
  box: BlockBox,
  room: BlockRoom,
  document: DocumentContext,
): BlockLayout {
  const filled = fill(box, room, document);
  const { stack, edges } = filled;
  const item = toItem(filled, document);
  const above = room.outside?.above ?? NO_MARGINS;
  const below = room.outside?.below ?? NO_MARGINS;
  if (isThrough(filled))
    return { item, above: join(join(above, stack.below), below), below: NO_MARGINS, through: true };
  return {
    item,
    above: joinsTop(room, edges) ? join(above, stack.above) : above,
    below: leavesBottom(filled, item.height) ? join(below, stack.below) : below,
    through: false,
  };
}
