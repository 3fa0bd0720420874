import type { Size } from '../geometry.ts';
import type { Element } from '../markup/element.ts';
import type { PathStep } from './picture.ts';
import { lengthOf, readLength } from './svg-length.ts';
import { readPath, type ReadPath } from './svg-path.ts';

/** What an element's attributes are read against. */
export interface Viewport extends Size {
  /** Path steps that the picture may still have. */
  readonly steps: number;
}

type ReadShape = (element: Element, viewport: Viewport) => ReadPath;

/** The outline of each basic shape and of `path` (SVG 2, section 10). */
export const SHAPES: ReadonlyMap<string, ReadShape> = new Map<string, ReadShape>([
  ['path', (element, { steps }) => readPath(element.attributes['d'] ?? '', steps)],
  ['rect', readRect],
  ['circle', readCircle],
  ['ellipse', readEllipse],
  ['line', readLine],
  ['polyline', (element, viewport) => readPoints(element, viewport, false)],
  ['polygon', (element, viewport) => readPoints(element, viewport, true)],
]);

/** How far control points lie along the tangents of a quarter circle. */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1);

function whole(steps: readonly PathStep[]): ReadPath {
  return { steps, whole: true };
}

function readRect(element: Element, viewport: Viewport): ReadPath {
  const x = lengthOf(element, 'x', viewport.width);
  const y = lengthOf(element, 'y', viewport.height);
  const width = lengthOf(element, 'width', viewport.width);
  const height = lengthOf(element, 'height', viewport.height);
  if (width <= 0 || height <= 0) return whole([]);
  const givenX = readLength(element.attributes['rx'], viewport.width);
  const givenY = readLength(element.attributes['ry'], viewport.height);
  const radiusX = Math.min(Math.max(0, givenX ?? givenY ?? 0), width / 2);
  const radiusY = Math.min(Math.max(0, givenY ?? givenX ?? 0), height / 2);
  const right = x + width;
  const bottom = y + height;
  if (radiusX === 0 || radiusY === 0) {
    return whole([move(x, y), line(right, y), line(right, bottom), line(x, bottom), CLOSE]);
  }
  return whole([
    move(x + radiusX, y),
    line(right - radiusX, y),
    corner([right - radiusX, y], [right, y], [right, y + radiusY]),
    line(right, bottom - radiusY),
    corner([right, bottom - radiusY], [right, bottom], [right - radiusX, bottom]),
    line(x + radiusX, bottom),
    corner([x + radiusX, bottom], [x, bottom], [x, bottom - radiusY]),
    line(x, y + radiusY),
    corner([x, y + radiusY], [x, y], [x + radiusX, y]),
    CLOSE,
  ]);
}

function readCircle(element: Element, viewport: Viewport): ReadPath {
  const diagonal = Math.hypot(viewport.width, viewport.height) / Math.SQRT2;
  const radius = lengthOf(element, 'r', diagonal);
  return readRound(element, viewport, radius, radius);
}

function readEllipse(element: Element, viewport: Viewport): ReadPath {
  const givenX = readLength(element.attributes['rx'], viewport.width);
  const givenY = readLength(element.attributes['ry'], viewport.height);
  return readRound(element, viewport, givenX ?? givenY ?? 0, givenY ?? givenX ?? 0);
}

function readRound(
  element: Element,
  viewport: Viewport,
  radiusX: number,
  radiusY: number,
): ReadPath {
  if (radiusX <= 0 || radiusY <= 0) return whole([]);
  const x = lengthOf(element, 'cx', viewport.width);
  const y = lengthOf(element, 'cy', viewport.height);
  const [left, top, right, bottom] = [x - radiusX, y - radiusY, x + radiusX, y + radiusY];
  return whole([
    move(right, y),
    corner([right, y], [right, bottom], [x, bottom]),
    corner([x, bottom], [left, bottom], [left, y]),
    corner([left, y], [left, top], [x, top]),
    corner([x, top], [right, top], [right, y]),
    CLOSE,
  ]);
}

function readLine(element: Element, { width, height }: Viewport): ReadPath {
  return whole([
    move(lengthOf(element, 'x1', width), lengthOf(element, 'y1', height)),
    line(lengthOf(element, 'x2', width), lengthOf(element, 'y2', height)),
  ]);
}

function readPoints(element: Element, viewport: Viewport, closed: boolean): ReadPath {
  const points = element.attributes['points']?.trim() ?? '';
  if (points === '') return whole([]);
  return readPath(`M${points}${closed ? 'Z' : ''}`, viewport.steps);
}

const CLOSE: PathStep = { kind: 'close' };

function move(x: number, y: number): PathStep {
  return { kind: 'move', x, y };
}

function line(x: number, y: number): PathStep {
  return { kind: 'line', x, y };
}

type PointPair = readonly [number, number];

/** A quarter ellipse whose tangents meet in `tip`. */
function corner(from: PointPair, tip: PointPair, to: PointPair): PathStep {
  const toward = (end: PointPair, axis: 0 | 1): number =>
    end[axis] + (tip[axis] - end[axis]) * QUARTER;
  return {
    kind: 'curve',
    x1: toward(from, 0),
    y1: toward(from, 1),
    x2: toward(to, 0),
    y2: toward(to, 1),
    x: to[0],
    y: to[1],
  };
}
