import type { Matrix, Size } from '../geometry.ts';
import type { Element } from '../markup/element.ts';
import { multiply } from './matrix.ts';
import type { Paint, PathStep, Shape, Stroke } from './picture.ts';
import { boundsOf } from './svg-bounds.ts';
import { referenceOf, resolveGradient } from './svg-gradient.ts';
import { lengthOf, readLength } from './svg-length.ts';
import { declarationsOf, type Declarations, type SvgRules } from './svg-rules.ts';
import { SHAPES } from './svg-shapes.ts';
import { deriveStyle, readOpacity, type SvgStyle, type WrittenPaint } from './svg-style.ts';
import { readTransform, readViewBox, viewBoxTransform } from './svg-transform.ts';

/** What is read of an SVG file and what it may still take. */
export interface Walk {
  readonly ids: ReadonlyMap<string, Element>;
  readonly rules: SvgRules;
  readonly viewport: Size;
  readonly shapes: Shape[];
  /** Path steps left. */
  steps: number;
  /** Elements left, counted again for each `use`. */
  visits: number;
  readonly warn: (element: Element, message: string, hint: string) => void;
}

/** What an element takes over from those around it. */
export interface Surroundings {
  readonly style: SvgStyle;
  readonly transform: Matrix;
  readonly opacity: number;
  /** The `use` elements that it is shown through. */
  readonly uses: readonly Element[];
  readonly depth: number;
}

const DEEPEST = 100;
const CONTAINERS = new Set(['g', 'a', 'switch']);
/** Elements that show nothing where they stand. */
const UNSEEN = new Set([
  ...['defs', 'title', 'desc', 'metadata', 'style', 'script', 'symbol', 'stop', 'clipPath', 'mask'],
  ...['linearGradient', 'radialGradient', 'pattern', 'marker', 'filter', 'view'],
]);
/** Properties that change the look and are not drawn. */
const EFFECTS = ['clip-path', 'mask', 'filter', 'marker-start', 'marker-mid', 'marker-end'];

/** Draw what is in an element. */
export function visitChildren(walk: Walk, parent: Element, around: Surroundings): void {
  for (const child of parent.children) {
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
  const within = enter(walk, element, given, around);
  const shape = SHAPES.get(element.name);
  if (shape !== undefined) return addShape(walk, element, within);
  if (element.name === 'use') return visitUse(walk, element, within);
  if (element.name === 'svg') return visitFramed(walk, element, element, within);
  if (CONTAINERS.has(element.name)) return visitChildren(walk, element, within);
  walk.warn(
    element,
    `the SVG element <${element.name}> is not supported and left out`,
    element.name === 'text' ? 'convert text to outlines' : 'draw it with paths',
  );
}

function enter(
  walk: Walk,
  element: Element,
  given: Declarations,
  around: Surroundings,
): Surroundings {
  for (const effect of EFFECTS) {
    if ((given[effect] ?? 'none') === 'none') continue;
    walk.warn(element, `the SVG property ${effect} is not supported`, 'draw the result with paths');
  }
  const transform = readTransform(given['transform'] ?? '');
  if (transform === null)
    walk.warn(element, 'the transform cannot be read', 'see SVG 2, section 8.5');
  const { width, height } = walk.viewport;
  return {
    style: deriveStyle(around.style, given, Math.hypot(width, height) / Math.SQRT2),
    transform: transform === null ? around.transform : multiply(around.transform, transform),
    opacity: around.opacity * (readOpacity(given['opacity']) ?? 1),
    uses: around.uses,
    depth: around.depth + 1,
  };
}

function visitUse(walk: Walk, use: Element, around: Surroundings): void {
  const id = referenceOf(use);
  const target = id === null ? undefined : walk.ids.get(id);
  if (target === undefined) {
    return walk.warn(
      use,
      'the use element names nothing in this picture',
      'name an id of the same SVG',
    );
  }
  if (around.uses.includes(use)) {
    return walk.warn(use, 'the use element shows itself', 'break the circle');
  }
  const { width, height } = walk.viewport;
  const shift: Matrix = [1, 0, 0, 1, lengthOf(use, 'x', width), lengthOf(use, 'y', height)];
  const within = {
    ...around,
    transform: multiply(around.transform, shift),
    uses: [...around.uses, use],
  };
  if (target.name === 'symbol') visitFramed(walk, target, use, within);
  else visit(walk, target, within);
}

/** A nested `svg` or a `symbol`: its view box is fitted into the size that `frame` gives it. */
function visitFramed(walk: Walk, element: Element, frame: Element, around: Surroundings): void {
  const viewBox = readViewBox(element.attributes['viewBox']);
  const own = element === frame;
  const x = own ? lengthOf(frame, 'x', walk.viewport.width) : 0;
  const y = own ? lengthOf(frame, 'y', walk.viewport.height) : 0;
  const width = readLength(frame.attributes['width'], walk.viewport.width) ?? walk.viewport.width;
  const height =
    readLength(frame.attributes['height'], walk.viewport.height) ?? walk.viewport.height;
  const fitted: Matrix =
    viewBox === null ? [1, 0, 0, 1, x, y] : viewBoxTransform(viewBox, { x, y, width, height });
  visitChildren(walk, element, { ...around, transform: multiply(around.transform, fitted) });
}

function addShape(walk: Walk, element: Element, around: Surroundings): void {
  const { style } = around;
  if (!style.visible || around.opacity === 0) return;
  const read = SHAPES.get(element.name)?.(element, { ...walk.viewport, steps: walk.steps });
  if (read === undefined) return;
  if (!read.whole)
    walk.warn(element, 'the path data is broken; it is drawn up to the error', 'check d');
  walk.steps -= read.steps.length;
  if (read.steps.length === 0) return;
  const fill = paintOf(walk, element, {
    paint: style.fill,
    opacity: style.fillOpacity,
    steps: read.steps,
    style,
  });
  const stroke = strokeOf(walk, element, around, read.steps);
  if (fill === null && stroke === null) return;
  const { transform, opacity } = around;
  walk.shapes.push({
    steps: read.steps,
    transform,
    fill,
    fillRule: style.fillRule,
    stroke,
    opacity,
  });
}

function strokeOf(
  walk: Walk,
  element: Element,
  around: Surroundings,
  steps: readonly PathStep[],
): Stroke | null {
  const { stroke, strokeOpacity, width, cap, join, miterLimit, dash, dashOffset } = around.style;
  if (width === 0) return null;
  const wanted = { paint: stroke, opacity: strokeOpacity, steps, style: around.style };
  const paint = paintOf(walk, element, wanted);
  return paint === null ? null : { paint, width, cap, join, miterLimit, dash, dashOffset };
}

interface WantedPaint {
  readonly paint: WrittenPaint;
  readonly opacity: number;
  readonly steps: readonly PathStep[];
  readonly style: SvgStyle;
}

function paintOf(walk: Walk, element: Element, wanted: WantedPaint): Paint | null {
  const { paint, opacity, style } = wanted;
  if (paint.kind === 'none' || opacity === 0) return null;
  if (paint.kind === 'color') {
    const alpha = paint.color.alpha * opacity;
    return alpha === 0 ? null : { kind: 'color', color: { ...paint.color, alpha } };
  }
  const gradient = resolveGradient(paint.id, {
    ids: walk.ids,
    rules: walk.rules,
    viewport: walk.viewport,
    color: style.color,
    opacity,
    bounds: boundsOf(wanted.steps),
  });
  if (gradient !== null) return gradient;
  if (
    walk.ids.get(paint.id) === undefined ||
    !/Gradient$/.test(walk.ids.get(paint.id)?.name ?? '')
  ) {
    walk.warn(
      element,
      `the paint url(#${paint.id}) is not supported`,
      'use a colour or a gradient',
    );
  }
  return paintOf(walk, element, { ...wanted, paint: paint.fallback });
}
