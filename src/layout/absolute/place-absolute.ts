import type { Box } from '../../box/box.ts';
import type { Edges, Point, Size } from '../../geometry.ts';
import type { Length, Style } from '../../style/style.ts';
import type { Space } from '../context.ts';
import type { DocumentContext, Settled } from '../document.ts';
import type { Item, Overlay } from '../item.ts';
import { findAnchor } from './anchors.ts';
import { pictureSize } from '../picture-size.ts';
import { borderWidths, resolve, usedEdges, usedMargins } from '../used-edges.ts';
import {
  clampHeight,
  clampWidth,
  fitContent,
  specifiedHeight,
  specifiedWidth,
} from '../used-size.ts';
import { widthBase } from '../used-width.ts';

/** One axis of an absolutely positioned box; null is auto. */
interface Axis {
  readonly start: number | null;
  readonly end: number | null;
  readonly marginStart: number | null;
  readonly marginEnd: number | null;
  /** Size of the containing block. */
  readonly base: number;
}

function inset(value: Length | 'auto', base: number): number | null {
  return value === 'auto' ? null : resolve(value, base);
}

function horizontal(style: Style, space: Space, margins: Edges<number | null>): Axis {
  const base = space.width;
  const [start, end] = [inset(style.left, base), inset(style.right, base)];
  return { start, end, marginStart: margins.left, marginEnd: margins.right, base };
}

function vertical(style: Style, space: Space, margins: Edges<number | null>): Axis {
  const base = space.height ?? 0;
  const [start, end] = [inset(style.top, base), inset(style.bottom, base)];
  return { start, end, marginStart: margins.top, marginEnd: margins.bottom, base };
}

/** Room between the insets and margins. */
function between({ start, end, marginStart, marginEnd, base }: Axis): number {
  return Math.max(0, base - (start ?? 0) - (end ?? 0) - (marginStart ?? 0) - (marginEnd ?? 0));
}

/** Start of the box along an axis (CSS 2.1, sections 10.3.7 and 10.6.4); null: its static position. */
function position(axis: Axis, size: number, keepsEnd: boolean): number | null {
  const { start, end, marginStart, marginEnd, base } = axis;
  if (start === null && end === null) return null;
  if (start === null) return base - (end ?? 0) - (marginEnd ?? 0) - size;
  if (end === null) return start + (marginStart ?? 0);
  const free = base - start - end - size;
  if (marginStart === null && marginEnd === null)
    return start + (free < 0 && !keepsEnd ? 0 : free / 2);
  if (marginStart === null) return start + free - (marginEnd ?? 0);
  return keepsEnd && marginEnd !== null ? start + free - marginEnd : start + marginStart;
}

function settledWidth(box: Box, space: Space, axis: Axis, document: DocumentContext): number {
  const edges = usedEdges(box.style, space.width, document.caches);
  const base = { ...widthBase(box, space, document), available: between(axis) };
  const stretches = axis.start !== null && axis.end !== null && box.kind !== 'table';
  const automatic = (): number =>
    stretches ? base.available : fitContent(base.intrinsic(), base.available);
  return clampWidth(specifiedWidth(box.style, edges, base) ?? automatic(), box.style, edges, base);
}

function settledHeight(
  box: Box,
  space: Space,
  axis: Axis,
  document: DocumentContext,
): number | null {
  const edges = usedEdges(box.style, space.width, document.caches);
  const given = specifiedHeight(box.style, edges, space.height);
  if (given !== null || axis.start === null || axis.end === null || box.kind === 'table')
    return given;
  return clampHeight(between(axis), box.style, edges, space.height);
}

/** Where a box would have stood: a corner of its static position, and whether that is the right one. */
interface Still extends Point {
  readonly isRight: boolean;
}

const CORNER: Still = { x: 0, y: 0, isRight: false };

/** Left edge of a box without horizontal insets: its margin edge is at its static position (CSS 2.1, section 10.3.7). */
function staticLeft(still: Still, width: number, margins: Edges<number | null>): number {
  return still.isRight ? still.x - (margins.right ?? 0) - width : still.x + (margins.left ?? 0);
}

/** Put a box at its place within its containing block; `still` is its static position there. */
function place(box: Box, space: Space, still: Still, document: DocumentContext): Overlay {
  const margins = usedMargins(box.style, space.width);
  const across = horizontal(box.style, space, margins);
  const down = vertical(box.style, space, margins);
  const size: Settled =
    box.kind === 'picture'
      ? pictureSize(box, space, document)
      : {
          width: settledWidth(box, space, across, document),
          height: settledHeight(box, space, down, document),
        };
  const item = document.layoutSettled(box, space, size);
  const x =
    position(across, item.width, box.style.direction === 'rtl') ??
    staticLeft(still, item.width, margins);
  const y = position(down, item.height, false) ?? still.y + (margins.top ?? 0);
  return { x, y, item };
}

/** The static position in the padding box of the item that is the box's containing block. */
function stillWithin(box: Box, item: Item, border: Edges, document: DocumentContext): Still {
  const anchor = document.caches.anchors.get(box);
  const found = anchor === undefined ? null : findAnchor(item, anchor);
  if (anchor === undefined || found === null) return CORNER;
  return { x: found.x - border.left, y: found.y - border.top, isRight: anchor.isRight };
}

/** Place an absolute box in the padding box of its containing block's item (CSS 2.1, section 10.1). */
export function placeAbsolute(
  box: Box,
  owner: { readonly style: Style; readonly item: Item },
  document: DocumentContext,
): Overlay {
  const border = borderWidths(owner.style);
  const width = Math.max(0, owner.item.width - border.left - border.right);
  const height = Math.max(0, owner.item.height - border.top - border.bottom);
  const still = stillWithin(box, owner.item, border, document);
  const { x, y, item } = place(box, { width, height }, still, document);
  return { x: x + border.left, y: y + border.top, item };
}

/**
 * Place a box in the area of a page: a fixed one, or an absolute one without a positioned ancestor, which may know the
 * content that it would have stood in.
 */
export function placeOnPage(
  box: Box,
  area: Size,
  document: DocumentContext,
  content: (Point & { readonly item: Item }) | null = null,
): Overlay {
  const { width, height } = area;
  const border = { top: -(content?.y ?? 0), left: -(content?.x ?? 0), right: 0, bottom: 0 };
  const still = content === null ? CORNER : stillWithin(box, content.item, border, document);
  return place(box, { width, height }, still, document);
}

/** Place an absolute box without vertical insets where it would have stood; its container stands in for its containing block. */
export function placeStatic(
  box: Box,
  at: Point & { readonly space: Space; readonly style: Style },
  document: DocumentContext,
): Overlay {
  const isRight = at.style.direction === 'rtl';
  // A positioned container is the containing block, with its padding.
  const edges = usedEdges(at.style, at.space.width, document.caches);
  const isOwner = at.style.position !== 'static';
  const { left, right } = isOwner ? edges.padding : { left: 0, right: 0 };
  const space = { ...at.space, width: at.space.width + left + right };
  const still = { x: left + (isRight ? at.space.width : 0), y: 0, isRight };
  const { x, y, item } = place(box, space, still, document);
  return { x: x + at.x - left, y: y + at.y, item };
}
