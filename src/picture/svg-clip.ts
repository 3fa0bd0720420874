import { mapSteps, multiply, type Matrix, type PathStep, type Rect } from '../geometry.ts';
import type { Element } from '../markup/element.ts';
import type { Clip, Shape } from './picture.ts';
import { boundsOf } from './svg-bounds.ts';
import { SHAPES } from './svg-shapes.ts';
import type { Surroundings, Walk } from './svg-surroundings.ts';
import { readTransform } from './svg-transform.ts';

const REFERENCE = /^url\(\s*["']?#([^"')]*)["']?\s*\)$/;

/** Draw the content of an element: the walk itself, which the clip path's content is read with too. */
export type VisitChildren = (walk: Walk, parent: Element, around: Surroundings) => void;

/** The surroundings within the element's `clip-path` (CSS Masking 1, section 5). */
export function clipped(
  walk: Walk,
  { element, value, around }: { element: Element; value: string; around: Surroundings },
  visitChildren: VisitChildren,
): Surroundings {
  const path = walk.ids.get(REFERENCE.exec(value.trim())?.[1] ?? '');
  if (path?.name !== 'clipPath') {
    const message = `the SVG property clip-path does not know ${value}`;
    walk.warn(element, message, 'name the id of a clipPath of the same SVG');
    return around;
  }
  const frame = frameOf(walk, element, path);
  if (frame === null) return around;
  const own = readTransform(path.attributes['transform'] ?? '');
  const placed = multiply(around.transform, own === null ? frame : multiply(own, frame));
  const shapes: Shape[] = [];
  const inner: Walk = { ...walk, shapes };
  const bare = { ...around, transform: placed, clips: [], bare: true, opacity: 1 };
  visitChildren(inner, path, bare);
  walk.steps = inner.steps;
  walk.visits = inner.visits;
  return { ...around, clips: [...around.clips, union(shapes)] };
}

/** The map of the clip path's units: those of the element, or its box. */
function frameOf(walk: Walk, element: Element, path: Element): Matrix | null {
  if (path.attributes['clipPathUnits'] !== 'objectBoundingBox') return [1, 0, 0, 1, 0, 0];
  const read = SHAPES.get(element.name)?.(element, { ...walk.viewport, steps: walk.steps });
  const bounds = read === undefined ? null : boundsOf(read.steps);
  if (bounds !== null) return [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y];
  const message = 'clipPathUnits of the box are known for single shapes only';
  walk.warn(element, message, 'give the clip path in userSpaceOnUse');
  return null;
}

/** One outline for all shapes of a clip path. */
function union(shapes: readonly Shape[]): Clip {
  const [only, more] = shapes;
  const rule = only !== undefined && more === undefined ? only.fillRule : 'nonzero';
  return { rule, steps: shapes.flatMap(({ steps, transform }) => mapSteps(transform, steps)) };
}

/** The outline of a rectangle where a map brings it. */
export function rectClip({ x, y, width, height }: Rect, transform: Matrix): Clip {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  const steps = corners.map((corner, index): PathStep => ({
    kind: index === 0 ? 'move' : 'line',
    ...corner,
  }));
  return { rule: 'nonzero', steps: mapSteps(transform, [...steps, { kind: 'close' }]) };
}
