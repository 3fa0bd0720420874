import { IDENTITY, multiply, type Matrix, type Point, type Rect, type Size } from '../geometry.ts';
import type { Style, Transform } from '../style/style.ts';
import type { Breaks, Group, Item } from './item.ts';
import type { Space } from './context.ts';
import { borderWidths, resolve } from './used-edges.ts';

function step(transform: Transform, size: Size): Matrix {
  switch (transform.kind) {
    case 'translate':
      return [1, 0, 0, 1, resolve(transform.x, size.width), resolve(transform.y, size.height)];
    case 'scale':
      return [transform.x, 0, 0, transform.y, 0, 0];
    case 'rotate': {
      const angle = (transform.angle * Math.PI) / 180;
      const cos = Math.cos(angle);
      const sin = Math.sin(angle);
      return [cos, sin, -sin, cos, 0, 0];
    }
  }
}

/** The map of `transform` about `transform-origin`, px from the border box's top left (CSS Transforms 1, section 6). */
export function transformMatrix(style: Style, size: Size): Matrix | null {
  if (style.transform.length === 0) return null;
  const x = resolve(style.transformOrigin.x, size.width);
  const y = resolve(style.transformOrigin.y, size.height);
  const inner = style.transform.reduce<Matrix>(
    (outer, each) => multiply(outer, step(each, size)),
    IDENTITY,
  );
  return multiply([1, 0, 0, 1, x, y], multiply(inner, [1, 0, 0, 1, -x, -y]));
}

/** The padding box, where `overflow: hidden` clips. */
function clipRect(style: Style, size: Size): Rect | null {
  if (style.overflow === 'visible') return null;
  const border = borderWidths(style);
  return {
    x: border.left,
    y: border.top,
    width: Math.max(0, size.width - border.left - border.right),
    height: Math.max(0, size.height - border.top - border.bottom),
  };
}

/** Opacity, transformation and clipping of a box; null where it has none. */
export function groupOf(style: Style, size: Size): Group | null {
  if (style.opacity === 1 && style.overflow === 'visible' && style.transform.length === 0)
    return null;
  return {
    opacity: style.opacity,
    clip: clipRect(style, size),
    transform: transformMatrix(style, size),
  };
}

/** Paint order (CSS 2.1, appendix E): z-index counts for positioned boxes; opacity and transforms lift a box like z-index 0. */
export function layerOf(style: Style): number {
  if (style.position !== 'static') {
    const index = style.zIndex === 'auto' ? 0 : style.zIndex;
    return index < 0 ? index : index + 1;
  }
  return style.opacity < 1 || style.transform.length > 0 ? 1 : 0;
}

const FREE: Breaks = { before: 'auto', after: 'auto', inside: 'auto' };
/** Breaks of a piece that must not be cut. */
export const WHOLE: Breaks = { before: 'auto', after: 'auto', inside: 'avoid' };

/** Where pages may end about a box of this style. */
export function breaksOf(style: Style): Breaks {
  const { breakBefore: before, breakAfter: after } = style;
  const inside = style.transform.length > 0 ? 'avoid' : style.breakInside;
  if (before === 'auto' && after === 'auto') return inside === 'auto' ? FREE : WHOLE;
  return { before, after, inside };
}

/** How far `position: relative` moves a box (CSS 2.1, section 9.4.3). */
export function relativeShift(style: Style, space: Space): Point {
  if (style.position !== 'relative') return { x: 0, y: 0 };
  const left = style.left === 'auto' ? null : resolve(style.left, space.width);
  const right = style.right === 'auto' ? null : resolve(style.right, space.width);
  const known = (value: Style['top']): number | null =>
    value === 'auto' || (value.percent !== 0 && space.height === null)
      ? null
      : resolve(value, space.height ?? 0);
  const bottom = known(style.bottom);
  const fromRight = right === null ? 0 : -right;
  return {
    x: left !== null && (style.direction === 'ltr' || right === null) ? left : fromRight,
    y: known(style.top) ?? (bottom === null ? 0 : -bottom),
  };
}

/** Leave the item's room where it is and paint the item elsewhere. */
export function shiftItem(item: Item, by: Point): Item {
  if (by.x === 0 && by.y === 0) return item;
  return {
    kind: 'leaf',
    width: item.width,
    height: item.height,
    breaks: item.breaks,
    decoration: null,
    overlays: [{ x: by.x, y: by.y, item }],
    group: null,
    layer: 0,
    baseline: item.baseline,
    name: item.name,
    marks: [],
  };
}
