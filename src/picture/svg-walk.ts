import { fitted, multiply, type Matrix } from '../geometry.ts';
import { childrenOf, type Element } from '../markup/element.ts';
import { boundsOf } from './svg-bounds.ts';
import { clipped, rectClip } from './svg-clip.ts';
import { referenceOf } from './svg-gradient.ts';
import { lengthOf, readLength } from './svg-length.ts';
import { addOutline } from './svg-paint.ts';
import { declarationsOf, type Declarations } from './svg-rules.ts';
import { SHAPES } from './svg-shapes.ts';
import { enter, type Surroundings, type Walk } from './svg-surroundings.ts';
import { addText } from './svg-text.ts';
import { readAspect, readViewBox } from './svg-transform.ts';

const DEEPEST = 100;
const CONTAINERS = new Set(['g', 'a', 'switch']);
/** Elements that show nothing where they stand. */
const UNSEEN = new Set([
  ...['defs', 'title', 'desc', 'metadata', 'style', 'script', 'symbol', 'stop', 'clipPath', 'mask'],
  ...['linearGradient', 'radialGradient', 'pattern', 'marker', 'filter', 'view'],
]);

/** Draw what is in an element. */
export function visitChildren(walk: Walk, parent: Element, around: Surroundings): void {
  for (const child of childrenOf(parent)) {
    if (child.kind === 'element') visit(walk, child, around);
  }
}

function visit(walk: Walk, element: Element, around: Surroundings): void {
  walk.visits -= 1;
  if (walk.steps <= 0 || UNSEEN.has(element.name) || element.name.includes(':')) return;
  if (walk.visits <= 0 || around.depth > DEEPEST) {
    return walk.warn(element, 'the SVG is nested too deeply; the rest is left out', 'simplify it');
  }
  const given = declarationsOf(element, walk.rules);
  if (given['display'] === 'none') return;
  const within = enterClipped(walk, element, given, around);
  if (SHAPES.has(element.name)) return addShape(walk, element, within);
  if (element.name === 'text') return addText(walk, element, within);
  if (element.name === 'use') return visitUse(walk, element, within);
  if (element.name === 'svg') return visitFramed(walk, element, element, within);
  if (CONTAINERS.has(element.name)) return visitChildren(walk, element, within);
  const message = `the SVG element <${element.name}> is not supported and left out`;
  walk.warn(element, message, 'draw it with paths');
}

function enterClipped(
  walk: Walk,
  element: Element,
  given: Declarations,
  around: Surroundings,
): Surroundings {
  const within = enter(walk, element, given, around);
  const value = given['clip-path'] ?? 'none';
  if (value.trim() === 'none') return within;
  return clipped(walk, { element, value, around: within }, visitChildren);
}

function visitUse(walk: Walk, use: Element, around: Surroundings): void {
  const id = referenceOf(use);
  const target = id === null ? undefined : walk.ids.get(id);
  if (target === undefined) {
    const message = 'the use element names nothing in this picture';
    return walk.warn(use, message, 'name an id of the same SVG');
  }
  if (around.uses.includes(use)) {
    return walk.warn(use, 'the use element shows itself', 'break the circle');
  }
  const { width, height } = walk.viewport;
  const shift: Matrix = [1, 0, 0, 1, lengthOf(use, 'x', width), lengthOf(use, 'y', height)];
  const transform = multiply(around.transform, shift);
  const within = { ...around, transform, uses: [...around.uses, use] };
  if (target.name === 'symbol') visitFramed(walk, target, use, within);
  else visit(walk, target, within);
}

/** A nested `svg` or a `symbol`: its view box is fitted into the size that `frame` gives it, and cut off there. */
function visitFramed(walk: Walk, element: Element, frame: Element, around: Surroundings): void {
  const viewBox = readViewBox(element.attributes['viewBox']);
  const own = element === frame;
  const x = own ? lengthOf(frame, 'x', walk.viewport.width) : 0;
  const y = own ? lengthOf(frame, 'y', walk.viewport.height) : 0;
  const { viewport } = walk;
  const width = readLength(frame.attributes['width'], viewport.width) ?? viewport.width;
  const height = readLength(frame.attributes['height'], viewport.height) ?? viewport.height;
  if (width <= 0 || height <= 0) return;
  const box = { x, y, width, height };
  const aspect = readAspect(element.attributes['preserveAspectRatio']);
  const inner: Matrix = viewBox === null ? [1, 0, 0, 1, x, y] : fitted(viewBox, box, aspect);
  const overflow = declarationsOf(element, walk.rules)['overflow'] ?? 'hidden';
  const clip = overflow === 'visible' ? [] : [rectClip(box, around.transform)];
  const transform = multiply(around.transform, inner);
  visitChildren(walk, element, { ...around, transform, clips: [...around.clips, ...clip] });
}

function addShape(walk: Walk, element: Element, around: Surroundings): void {
  if (!around.style.visible || around.opacity === 0) return;
  const read = SHAPES.get(element.name)?.(element, { ...walk.viewport, steps: walk.steps });
  if (read === undefined) return;
  if (!read.whole)
    walk.warn(element, 'the path data is broken; it is drawn up to the error', 'check d');
  const { steps } = read;
  addOutline(walk, element, around, { steps, bounds: () => boundsOf(steps) });
}
