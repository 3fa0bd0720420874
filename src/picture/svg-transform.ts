import type { Matrix, Rect } from '../geometry.ts';
import { IDENTITY, multiply } from './matrix.ts';
import { held } from './svg-length.ts';

const FUNCTION = /\s*,?\s*([a-zA-Z]+)\s*\(([^()]*)\)/y;
const NUMBER = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/g;
const RADIANS = Math.PI / 180;

/** Read the `transform` attribute (SVG 2, section 8.5); null where it is not well-formed. */
export function readTransform(text: string): Matrix | null {
  let matrix: Matrix = IDENTITY;
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end) {
    FUNCTION.lastIndex = at;
    const match = FUNCTION.exec(text);
    if (match === null) return null;
    const numbers = (match[2]?.match(NUMBER) ?? []).map(Number);
    const next = FUNCTIONS[match[1] ?? '']?.(numbers) ?? null;
    if (next === null || !next.every(Number.isFinite)) return null;
    matrix = multiply(matrix, next);
    at = FUNCTION.lastIndex;
  }
  return matrix;
}

type Make = (numbers: readonly number[]) => Matrix | null;

const FUNCTIONS: Readonly<Record<string, Make | undefined>> = {
  matrix: ([a, b, c, d, e, f]) =>
    a === undefined || b === undefined || c === undefined
      ? null
      : d === undefined || e === undefined || f === undefined
        ? null
        : [a, b, c, d, e, f],
  translate: ([x, y = 0]) => (x === undefined ? null : [1, 0, 0, 1, x, y]),
  scale: ([x, y = x]) => (x === undefined || y === undefined ? null : [x, 0, 0, y, 0, 0]),
  rotate: ([angle, x = 0, y = 0]) => (angle === undefined ? null : rotation(angle, x, y)),
  skewX: ([angle]) => (angle === undefined ? null : [1, 0, Math.tan(angle * RADIANS), 1, 0, 0]),
  skewY: ([angle]) => (angle === undefined ? null : [1, Math.tan(angle * RADIANS), 0, 1, 0, 0]),
};

function rotation(angle: number, x: number, y: number): Matrix {
  const cos = Math.cos(angle * RADIANS);
  const sin = Math.sin(angle * RADIANS);
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

/** The map of a view box into a viewport, whole and centred (`xMidYMid meet`; SVG 2, section 8.2). */
export function viewBoxTransform(viewBox: Rect, viewport: Rect): Matrix {
  const scale = Math.min(viewport.width / viewBox.width, viewport.height / viewBox.height);
  const x = viewport.x + (viewport.width - viewBox.width * scale) / 2 - viewBox.x * scale;
  const y = viewport.y + (viewport.height - viewBox.height * scale) / 2 - viewBox.y * scale;
  return [scale, 0, 0, scale, x, y];
}

/** Read the `viewBox` attribute; null where there is none, or no area in it. */
export function readViewBox(text: string | undefined): Rect | null {
  const [x, y, width, height] = (text?.match(NUMBER) ?? []).map((found) => held(Number(found)));
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return null;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
