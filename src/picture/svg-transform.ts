import { IDENTITY, multiply, type Aspect, type Matrix, type Rect } from '../geometry.ts';
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

const ASPECT = /^\s*(?:defer\s+)?(none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\s*$/;
const SHARE: Readonly<Record<string, number | undefined>> = { Min: 0, Mid: 0.5, Max: 1 };

/** The fit of a picture that says nothing: whole and centred. */
export const CENTRED: Aspect = { scale: 'meet', x: 0.5, y: 0.5 };

/** Read the `preserveAspectRatio` attribute (SVG 2, section 8.6); what is not well-formed says nothing. */
export function readAspect(text: string | undefined): Aspect {
  const match = text === undefined ? null : ASPECT.exec(text);
  if (match === null) return CENTRED;
  if (match[1] === 'none') return { scale: 'none', x: 0, y: 0 };
  const scale = match[4] === 'slice' ? 'slice' : 'meet';
  return { scale, x: SHARE[match[2] ?? ''] ?? 0.5, y: SHARE[match[3] ?? ''] ?? 0.5 };
}

/** Read the `viewBox` attribute; null where there is none, or no area in it. */
export function readViewBox(text: string | undefined): Rect | null {
  const [x, y, width, height] = (text?.match(NUMBER) ?? []).map((found) => held(Number(found)));
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return null;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
