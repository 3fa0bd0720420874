import type { PictureBox } from '../box/box.ts';
import type { Size } from '../geometry.ts';
import type { Space } from './context.ts';
import type { DocumentContext, Settled } from './document.ts';
import { usedEdges, type UsedEdges } from './used-edges.ts';
import {
  clampHeight,
  clampWidth,
  specifiedHeight,
  specifiedWidth,
  type WidthBase,
} from './used-size.ts';

/** Height over width of the picture, 0 where it has none. */
function ratio({ picture }: PictureBox): number {
  return picture.width > 0 ? picture.height / picture.width : 0;
}

function outer(content: number, edges: number): number {
  return Math.max(0, content) + edges;
}

function widthOf(box: PictureBox, height: number, edges: UsedEdges): number {
  const factor = ratio(box);
  const content = factor === 0 ? box.picture.width : (height - edges.top - edges.bottom) / factor;
  return outer(content, edges.left + edges.right);
}

function heightOf(box: PictureBox, width: number, edges: UsedEdges): number {
  const factor = ratio(box);
  const content = factor === 0 ? box.picture.height : (width - edges.left - edges.right) * factor;
  return outer(content, edges.top + edges.bottom);
}

/**
 * Border box of a replaced element (CSS 2.1, sections 10.3.2 and 10.6.2). Where both sides are auto, a minimum or maximum
 * on one side changes the other with it (section 10.4).
 */
export function pictureSize(box: PictureBox, space: Space, document: DocumentContext): Size {
  const { style, picture } = box;
  const edges = usedEdges(style, space.width, document.caches);
  const own = outer(picture.width, edges.left + edges.right);
  const base: WidthBase = {
    containing: space.width,
    available: space.width,
    intrinsic: () => ({ min: own, max: own }),
  };
  const clampW = (value: number): number => clampWidth(value, style, edges, base);
  const clampH = (value: number): number => clampHeight(value, style, edges, space.height);
  const givenWidth = natural(style.width) ? null : specifiedWidth(style, edges, base);
  const givenHeight = specifiedHeight(style, edges, space.height);
  if (givenWidth !== null) {
    const width = clampW(givenWidth);
    return { width, height: givenHeight ?? clampH(heightOf(box, width, edges)) };
  }
  if (givenHeight !== null)
    return { width: clampW(widthOf(box, givenHeight, edges)), height: givenHeight };
  const width = clampW(own);
  const height = heightOf(box, width, edges);
  const clamped = clampH(height);
  return {
    width: clamped === height ? width : clampW(widthOf(box, clamped, edges)),
    height: clamped,
  };
}

/** Intrinsic keywords ask a picture for its natural width. */
function natural(width: PictureBox['style']['width']): boolean {
  return width === 'min-content' || width === 'max-content' || width === 'fit-content';
}

/** The side that a parent left open follows from the other by the picture's ratio. */
export function completeSize(
  box: PictureBox,
  space: Space,
  size: Settled,
  document: DocumentContext,
): Size {
  if (size.height !== null) return { width: size.width, height: size.height };
  const edges = usedEdges(box.style, space.width, document.caches);
  const given = specifiedHeight(box.style, edges, space.height);
  const height =
    given ?? clampHeight(heightOf(box, size.width, edges), box.style, edges, space.height);
  return { width: size.width, height };
}
