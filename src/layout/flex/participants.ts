import type { Box } from '../../box/box.ts';
import type { Size } from '../../geometry.ts';
import type { Alignment, Length, Style } from '../../style/style.ts';
import type { Space } from '../context.ts';
import type { DocumentContext } from '../document.ts';
import type { Item } from '../item.ts';
import { resolve, usedEdges, type UsedEdges } from '../used-edges.ts';
import { borderBox, fitContent } from '../used-size.ts';
import { AlignSelf, type Participant, type StylePropertyValues } from './taffy.ts';

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
  const known = document.caches.settled.get(box) ?? [];
  const found = known.find(
    (each) =>
      each.width === size.width &&
      each.height === size.height &&
      each.space.width === space.width &&
      each.space.height === space.height,
  );
  if (found) return found.item;
  const item = document.layoutSettled(box, space, size);
  known.push({ ...size, space, item });
  document.caches.settled.set(box, known);
  return item;
}

/** The item at its final size; where it is as high as its content, the one already measured. */
export function finalItem(box: Box, space: Space, size: Size, document: DocumentContext): Item {
  const natural = settledItem(box, space, { width: size.width, height: null }, document);
  if (Math.abs(natural.height - size.height) < SAME) return natural;
  return settledItem(box, space, size, document);
}

function across(
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

function down(value: Sizing, { style }: Box, edges: UsedEdges, space: Space): number | 'auto' {
  if (typeof value === 'string' || (value.percent !== 0 && space.height === null)) return 'auto';
  return borderBox(resolve(value, space.height ?? 0), style, edges.top + edges.bottom);
}

function margin(value: Length | 'auto', width: number): number | 'auto' {
  return value === 'auto' ? 'auto' : resolve(value, width);
}

const SELVES: Partial<Record<Alignment, AlignSelf>> = {
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

/** Size, limits and margins of an item; an anonymous item has none of its own. */
function boxStyle(box: Box, space: Space, document: DocumentContext): StylePropertyValues {
  if (box.kind === 'inline-flow') return {};
  const { style } = box;
  const edges = usedEdges(style, space.width, document.caches);
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
    marginTop: margin(style.marginTop, space.width),
    marginRight: margin(style.marginRight, space.width),
    marginBottom: margin(style.marginBottom, space.width),
    marginLeft: margin(style.marginLeft, space.width),
  };
}

function measureOf(box: Box, space: Space, document: DocumentContext): Participant['measure'] {
  return (known, available) => {
    const widths = (): { min: number; max: number } => document.intrinsicWidths(box);
    if (known.width === undefined && typeof available.width === 'string') {
      const width = available.width === 'min-content' ? widths().min : widths().max;
      return { width, height: known.height ?? 0 };
    }
    const width =
      known.width ??
      fitContent(widths(), typeof available.width === 'number' ? available.width : 0);
    return {
      width,
      height:
        known.height ??
        settledItem(box, space, { width: round(width), height: null }, document).height,
    };
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
