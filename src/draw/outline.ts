import type { Edges, Rect, Size } from '../geometry.ts';
import { write, type ByteText } from './byte-text.ts';
import { coordinate, writeCoordinate } from './format-number.ts';

/** Radii of a box's corners: top left, top right, bottom right, bottom left. */
export type Radii = readonly [Size, Size, Size, Size];

/** How far the control points of a quarter circle lie from its corner: 1 - 4/3 × (√2 - 1). */
const CORNER = 1 - (4 / 3) * (Math.SQRT2 - 1);

/** The path of a rectangle. */
export function rectPath({ x, y, width, height }: Rect): string {
  return `${coordinate(x)} ${coordinate(y)} ${coordinate(width)} ${coordinate(height)} re\n`;
}

/** Write the path of a rectangle. */
export function writeRect(text: ByteText, { x, y, width, height }: Rect): void {
  writeCoordinate(text, x);
  writeCoordinate(text, y);
  writeCoordinate(text, width);
  writeCoordinate(text, height);
  write(text, 're\n');
}

/** A closed path through points. */
export function polygonPath(points: readonly (readonly [number, number])[]): string {
  const steps = points.map(([x, y], index) => {
    return `${coordinate(x)} ${coordinate(y)} ${index === 0 ? 'm' : 'l'}\n`;
  });
  return `${steps.join('')}h\n`;
}

/** The path of a box with round corners, clockwise from the end of its top left corner. */
export function roundPath(rect: Rect, radii: Radii | null): string {
  if (radii === null || radii.every(isSharp)) return rectPath(rect);
  const { x, y } = rect;
  const right = x + rect.width;
  const bottom = y + rect.height;
  const [topLeft, topRight, bottomRight, bottomLeft] = radii;
  return [
    step('m', x + topLeft.width, y),
    step('l', right - topRight.width, y),
    corner([right - topRight.width, y], [right, y], [right, y + topRight.height]),
    step('l', right, bottom - bottomRight.height),
    corner(
      [right, bottom - bottomRight.height],
      [right, bottom],
      [right - bottomRight.width, bottom],
    ),
    step('l', x + bottomLeft.width, bottom),
    corner([x + bottomLeft.width, bottom], [x, bottom], [x, bottom - bottomLeft.height]),
    step('l', x, y + topLeft.height),
    corner([x, y + topLeft.height], [x, y], [x + topLeft.width, y]),
    'h\n',
  ].join('');
}

type PointPair = readonly [number, number];

function step(operator: 'm' | 'l', x: number, y: number): string {
  return `${coordinate(x)} ${coordinate(y)} ${operator}\n`;
}

/** A quarter ellipse from one point to another; its tangents meet in `corner`. */
function corner(from: PointPair, tip: PointPair, to: PointPair): string {
  if (from[0] === to[0] && from[1] === to[1]) return '';
  const control = (end: PointPair): string =>
    `${coordinate(tip[0] + (end[0] - tip[0]) * CORNER)} ${coordinate(tip[1] + (end[1] - tip[1]) * CORNER)}`;
  return `${control(from)} ${control(to)} ${coordinate(to[0])} ${coordinate(to[1])} c\n`;
}

function isSharp({ width, height }: Size): boolean {
  return width <= 0 || height <= 0;
}

/** A rectangle made smaller on each side. */
export function shrink(rect: Rect, by: Edges): Rect {
  return {
    x: rect.x + by.left,
    y: rect.y + by.top,
    width: Math.max(0, rect.width - by.left - by.right),
    height: Math.max(0, rect.height - by.top - by.bottom),
  };
}

/** Radii of the outline that lies within another one (CSS Backgrounds 3, section 5.2). */
export function shrinkRadii(radii: Radii, by: Edges): Radii {
  const [topLeft, topRight, bottomRight, bottomLeft] = radii;
  return [
    less(topLeft, by.left, by.top),
    less(topRight, by.right, by.top),
    less(bottomRight, by.right, by.bottom),
    less(bottomLeft, by.left, by.bottom),
  ];
}

function less(radius: Size, width: number, height: number): Size {
  return { width: Math.max(0, radius.width - width), height: Math.max(0, radius.height - height) };
}
