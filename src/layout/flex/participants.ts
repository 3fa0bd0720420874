import type { Box } from '../../box/box.ts';
import type { Edges, Size } from '../../geometry.ts';
import type { Alignment, Length, Style } from '../../style/style.ts';
import type { Space } from '../context.ts';
import type { DocumentContext } from '../document.ts';
import type { Item } from '../item.ts';
import { measureContent } from '../intrinsic-widths.ts';
import { tableEdges, tableModel } from '../table/table-model.ts';
import { resolve, sumEdges, usedEdges, type UsedEdges } from '../used-edges.ts';
import { borderBox, fitContent } from '../used-size.ts';
import {
  AlignSelf,
  type AvailableSpace,
  type Participant,
  type StylePropertyValues,
} from './taffy.ts';

type Sizing = Style['width'] | Style['maxWidth'];

/** How far apart two sizes are taken for the same one. */
const SAME = 1 / 64;

/** Children of a flex or grid container in flow, in the order of `order` (CSS Flexbox 1, section 5.4). */
export function itemsInOrder(children: readonly Box[]): readonly Box[] {
  const inFlow = children.filter(
    ({ style }) => style.position !== 'absolute' && style.position !== 'fixed',
  );
  return inFlow.some(({ style }) => style.order !== 0)
    ? inFlow.toSorted((one, other) => one.style.order - other.style.order)
    : inFlow;
}

/** Measure an item at a settled size, once for each size: nested containers would otherwise measure their items again and again. */
export function settledItem(
  box: Box,
  space: Space,
  size: { width: number; height: number | null },
  document: DocumentContext,
): Item {
  const { width, height } = size;
  const known = document.caches.settled.get(box);
  for (const each of known ?? []) {
    const isSame = each.width === width && each.height === height;
    if (isSame && each.space.width === space.width && each.space.height === space.height)
      return each.item;
  }
  const item = document.layoutSettled(box, space, size);
  const measured = { width, height, space, item };
  if (known === undefined) document.caches.settled.set(box, [measured]);
  else known.push(measured);
  return item;
}

/** The item at its final size; where it is as high as its content, the one already measured. */
export function finalItem(box: Box, space: Space, size: Size, document: DocumentContext): Item {
  const natural = settledItem(box, space, { width: size.width, height: null }, document);
  if (Math.abs(natural.height - size.height) < SAME) return natural;
  return settledItem(box, space, size, document);
}

/** Border-box width that a style asks for, px. */
export function across(
  value: Sizing,
  box: Box,
  edges: UsedEdges,
  around: { space: Space; document: DocumentContext },
): number | 'auto' {
  if (value === 'auto' || value === 'none') return 'auto';
  const { space, document } = around;
  if (value === 'min-content') return document.intrinsicWidths(box).min;
  if (value === 'max-content') return document.intrinsicWidths(box).max;
  if (value === 'fit-content') return fitContent(document.intrinsicWidths(box), space.width);
  return borderBox(resolve(value, space.width), box.style, edges.left + edges.right);
}

/** Border-box height that a style asks for, px; auto where it depends on the content. */
export function down(
  value: Sizing,
  { style }: Box,
  edges: UsedEdges,
  space: Space,
): number | 'auto' {
  if (typeof value === 'string' || (value.percent !== 0 && space.height === null)) return 'auto';
  return borderBox(resolve(value, space.height ?? 0), style, edges.top + edges.bottom);
}

function margin(value: Length | 'auto', width: number): number | 'auto' {
  return value === 'auto' ? 'auto' : resolve(value, width);
}

const SELVES: Partial<Record<Alignment, AlignSelf>> = {
  normal: AlignSelf.Stretch,
  stretch: AlignSelf.Stretch,
  start: AlignSelf.Start,
  end: AlignSelf.End,
  'flex-start': AlignSelf.FlexStart,
  'flex-end': AlignSelf.FlexEnd,
  center: AlignSelf.Center,
  // Taffy knows no baselines of our items; the container moves them itself.
  baseline: AlignSelf.FlexStart,
};

/** An alignment for one item; nothing where the container's counts. */
export function selfAlignment(alignment: Alignment): AlignSelf | undefined {
  return SELVES[alignment];
}

const NO_EDGES: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

/** Borders and padding together, which Taffy takes for padding. */
export function edgesOf(box: Box, space: Space, document: DocumentContext): UsedEdges {
  if (box.kind === 'inline-flow') return sumEdges(NO_EDGES, NO_EDGES);
  if (box.kind === 'table') return tableEdges(tableModel(box, document), space.width);
  return usedEdges(box.style, space.width, document.caches);
}

/** Size, limits and margins of an item; an anonymous item has none of its own. */
function boxStyle(box: Box, space: Space, document: DocumentContext): StylePropertyValues {
  if (box.kind === 'inline-flow') return {};
  const { style } = box;
  const edges = edgesOf(box, space, document);
  const around = { space, document };
  const minWidth = across(style.minWidth, box, edges, around);
  const minHeight = down(style.minHeight, box, edges, space);
  return {
    width: across(style.width, box, edges, around),
    height: down(style.height, box, edges, space),
    minWidth,
    minHeight,
    maxWidth: across(style.maxWidth, box, edges, around),
    maxHeight: down(style.maxHeight, box, edges, space),
    paddingTop: edges.top,
    paddingRight: edges.right,
    paddingBottom: edges.bottom,
    paddingLeft: edges.left,
    marginTop: margin(style.marginTop, space.width),
    marginRight: margin(style.marginRight, space.width),
    marginBottom: margin(style.marginBottom, space.width),
    marginLeft: margin(style.marginLeft, space.width),
  };
}

/** Taffy asks with border boxes for what is known and content boxes for what is available, and adds the edges itself. */
function measureOf(box: Box, space: Space, document: DocumentContext): Participant['measure'] {
  const { left, right, top, bottom } = edgesOf(box, space, document);
  const [across, down] = [left + right, top + bottom];
  const widthFor = (available: AvailableSpace): number => {
    const widths = measureContent(box, document);
    if (available === 'min-content') return widths.min;
    return available === 'max-content' ? widths.max : fitContent(widths, available + across);
  };
  const heightFor = (width: number): number =>
    settledItem(box, space, { width: round(width), height: null }, document).height;
  return (known, available) => {
    const width = known.width ?? widthFor(available.width);
    // No one asks how high an item is at a width that stands for none.
    const isOpen = known.width === undefined && typeof available.width === 'string';
    const height = known.height ?? (isOpen ? 0 : heightFor(width));
    return { width: Math.max(0, width - across), height: Math.max(0, height - down) };
  };
}

/** The width as the final item will have it: without the noise of 32-bit floats. */
function round(width: number): number {
  return Math.round(width * 1024) / 1024;
}

/** An item for Taffy; `extra` is what only flex or only grid items have. */
export function participantOf(
  box: Box,
  extra: StylePropertyValues,
  space: Space,
  document: DocumentContext,
): Participant {
  return {
    style: { ...boxStyle(box, space, document), ...extra },
    measure: measureOf(box, space, document),
  };
}
