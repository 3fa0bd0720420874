import type { Box, FlexBox } from '../../box/box.ts';
import type { Edges, Rect } from '../../geometry.ts';
import type { Alignment } from '../../style/style.ts';
import type { DocumentContext } from '../document.ts';
import { maxContent } from '../intrinsic-widths.ts';
import { resolve } from '../used-edges.ts';
import { alignsBaseline } from './baselines.ts';
import type { ContainerFrame } from './container-style.ts';
import { across, down, edgesOf, settledItem } from './participants.ts';
import type { Solution } from './taffy.ts';

/** An item that keeps the width it starts from; px, border boxes. */
interface RigidItem {
  readonly box: Box;
  readonly margin: Edges;
  readonly width: number;
  readonly height: number;
  /** Whether its height is the line's to decide. */
  readonly stretches: boolean;
}

/** How much items may be wider than their room by mere arithmetic: Blink's unit of length. */
const TOLERANCE = 1 / 64;

/**
 * Solve a row of which no item grows, shrinks or has margins that take up room: each is as wide as it asks to be, and
 * places are sums (CSS Flexbox 1, section 9). Null where there is more to it.
 */
export function solveRigidRow(
  box: FlexBox,
  items: readonly Box[],
  frame: ContainerFrame,
  document: DocumentContext,
): Solution | null {
  if (!isRigidContainer(box, frame) || !items.every((item) => isRigidItem(box, item))) return null;
  const rigid = items.map((item) => measureItem(box, item, frame, document));
  const gap = resolve(box.style.columnGap, frame.space.width);
  const lines = linesOf(rigid, frame.space.width, box.style.flexWrap === 'wrap', gap);
  if (lines === null) return null;
  const places: Rect[] = [];
  let y = 0;
  for (const line of lines) {
    if (y > 0) y += resolve(box.style.rowGap, 0);
    const height = line.reduce((most, item) => Math.max(most, outerHeight(item)), 0);
    placeLine(box, line, { y, height, width: frame.space.width, gap }, places);
    y += height;
  }
  return { columns: null, size: { width: frame.space.width, height: y }, places };
}

function isRigidContainer(
  { style }: FlexBox,
  { space, minHeight, maxHeight }: ContainerFrame,
): boolean {
  if (style.flexDirection !== 'row' || style.direction !== 'ltr') return false;
  if (style.flexWrap === 'wrap-reverse') return false;
  return space.height === null && minHeight <= 0 && maxHeight === Infinity;
}

function isRigidItem(container: FlexBox, item: Box): boolean {
  if (item.kind === 'inline-flow' || alignsBaseline(container.style, item)) return false;
  const { flexGrow, flexBasis, maxHeight, marginTop, marginRight, marginBottom, marginLeft } =
    item.style;
  if (flexGrow !== 0 || flexBasis !== 'auto' || maxHeight !== 'none') return false;
  return [marginTop, marginRight, marginBottom, marginLeft].every((margin) => margin !== 'auto');
}

function measureItem(
  container: FlexBox,
  box: Box,
  { space }: ContainerFrame,
  document: DocumentContext,
): RigidItem {
  const { style } = box;
  const edges = edgesOf(box, space, document);
  const wide = (value: Parameters<typeof across>[0]): number | 'auto' =>
    across(value, box, edges, { space, document });
  const high = (value: Parameters<typeof down>[0]): number | 'auto' =>
    down(value, box, edges, space);
  const asked = wide(style.width);
  const start = asked === 'auto' ? maxContent(box, document) : asked;
  const width = hold(start, wide(style.minWidth), wide(style.maxWidth));
  const given = high(style.height);
  const natural = (): number => settledItem(box, space, { width, height: null }, document).height;
  const height = hold(given === 'auto' ? natural() : given, high(style.minHeight), 'auto');
  const stretches = given === 'auto' && alignmentOf(container, box) === 'stretch';
  return { box, margin: marginOf(box, space.width), width, height, stretches };
}

function hold(value: number, least: number | 'auto', most: number | 'auto'): number {
  const held = most === 'auto' ? value : Math.min(value, most);
  return least === 'auto' ? held : Math.max(held, least);
}

function marginOf({ style }: Box, width: number): Edges {
  const used = (margin: typeof style.marginTop): number =>
    margin === 'auto' ? 0 : resolve(margin, width);
  return {
    top: used(style.marginTop),
    right: used(style.marginRight),
    bottom: used(style.marginBottom),
    left: used(style.marginLeft),
  };
}

const outerWidth = ({ margin, width }: RigidItem): number => margin.left + width + margin.right;
const outerHeight = ({ margin, height }: RigidItem): number => margin.top + height + margin.bottom;

/** Items by line; null where one of them would have to shrink. */
function linesOf(
  items: readonly RigidItem[],
  room: number,
  wraps: boolean,
  gap: number,
): readonly (readonly RigidItem[])[] | null {
  const lines: RigidItem[][] = [];
  let used = 0;
  for (const item of items) {
    const line = lines.at(-1);
    const width = outerWidth(item);
    if (line && used + gap + width <= room + TOLERANCE) {
      line.push(item);
      used += gap + width;
    } else {
      if ((line && !wraps) || width > room + TOLERANCE) return null;
      lines.push([item]);
      used = width;
    }
  }
  return lines;
}

/** A line's place in the container. */
interface LinePlace {
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly gap: number;
}

function placeLine(
  container: FlexBox,
  line: readonly RigidItem[],
  { y, height, width, gap }: LinePlace,
  places: Rect[],
): void {
  const used = line.reduce((sum, item) => sum + outerWidth(item), gap * (line.length - 1));
  const free = Math.max(0, width - used);
  const { before, between } = distribute(container.style.justifyContent, free, line.length);
  let x = before;
  for (const item of line) {
    const top = crossPlace(container, item, { y, height });
    places.push({
      x: x + item.margin.left,
      y: top.y,
      width: item.width,
      height: top.height,
    });
    x += outerWidth(item) + gap + between;
  }
}

/** Where free space goes along the line (CSS Align 3, section 5). */
function distribute(
  alignment: Alignment,
  free: number,
  count: number,
): { readonly before: number; readonly between: number } {
  switch (alignment) {
    case 'end':
    case 'flex-end':
      return { before: free, between: 0 };
    case 'center':
      return { before: free / 2, between: 0 };
    case 'space-between':
      return { before: 0, between: count > 1 ? free / (count - 1) : 0 };
    case 'space-around':
      return { before: free / count / 2, between: free / count };
    case 'space-evenly':
      return { before: free / (count + 1), between: free / (count + 1) };
    default:
      return { before: 0, between: 0 };
  }
}

/** Where an item stands across its line. */
function crossPlace(
  container: FlexBox,
  item: RigidItem,
  line: { readonly y: number; readonly height: number },
): { readonly y: number; readonly height: number } {
  const { margin, box } = item;
  const top = line.y + margin.top;
  const free = line.height - outerHeight(item);
  if (item.stretches) return { y: top, height: item.height + free };
  const alignment = alignmentOf(container, box);
  if (alignment === 'center') return { y: top + free / 2, height: item.height };
  const atEnd = alignment === 'end' || alignment === 'flex-end';
  return { y: atEnd ? top + free : top, height: item.height };
}

function alignmentOf({ style }: FlexBox, box: Box): Alignment {
  const own = box.style.alignSelf;
  const used = own === 'auto' ? style.alignItems : own;
  return used === 'normal' ? 'stretch' : used;
}
