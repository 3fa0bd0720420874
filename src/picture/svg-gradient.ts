import type { Color } from '../color.ts';
import { IDENTITY, multiply, type Matrix, type Rect, type Size } from '../geometry.ts';
import { childrenOf, type Element, type Node } from '../markup/element.ts';
import type { Paint } from './picture.ts';
import { readColor } from './svg-color.ts';
import { readLength } from './svg-length.ts';
import { declarationsOf, type SvgRules } from './svg-rules.ts';
import { readOpacity } from './svg-style.ts';
import { readTransform } from './svg-transform.ts';

/** What a gradient is resolved against. */
export interface GradientContext {
  readonly ids: ReadonlyMap<string, Element>;
  readonly rules: SvgRules;
  readonly viewport: Size;
  readonly color: Color;
  readonly opacity: number;
  /** The box of the painted shape; null where the shape has none. */
  readonly bounds: Rect | null;
}

/** Gradients that take over from one another. */
const LONGEST_CHAIN = 16;

/** The paint of a gradient (SVG 2, section 14.2); null where the id is not that of a gradient or nothing is to be painted. */
export function resolveGradient(id: string, context: GradientContext): Paint | null {
  const chain = chainOf(id, context.ids);
  const [first] = chain;
  if (first === undefined) return null;
  const stops = stopsOf(chain, context);
  const [only] = stops;
  if (only === undefined) return null;
  if (stops.length === 1) return { kind: 'color', color: only.color };
  const attribute = (name: string): string | undefined =>
    chain.find((element) => element.attributes[name] !== undefined)?.attributes[name];
  const ownUnits = attribute('gradientUnits') === 'userSpaceOnUse';
  const frame = ownUnits ? IDENTITY : frameOf(context.bounds);
  if (frame === null) return null;
  const shape = first.name === 'linearGradient' ? 'linear' : 'radial';
  const size = ownUnits ? context.viewport : { width: 1, height: 1 };
  return {
    kind: 'gradient',
    shape,
    points: shape === 'linear' ? linearPoints(attribute, size) : radialPoints(attribute, size),
    transform: multiply(frame, readTransform(attribute('gradientTransform') ?? '') ?? IDENTITY),
    stops,
  };
}

const GRADIENTS = new Set(['linearGradient', 'radialGradient']);

/** The gradient and those that it takes attributes over from. */
function chainOf(id: string, ids: ReadonlyMap<string, Element>): readonly Element[] {
  const chain: Element[] = [];
  let next = ids.get(id);
  while (next !== undefined && GRADIENTS.has(next.name) && !chain.includes(next)) {
    chain.push(next);
    if (chain.length === LONGEST_CHAIN) break;
    next = ids.get(referenceOf(next) ?? '');
  }
  return chain;
}

/** The id that `href` names within the same file; anything else is not followed. */
export function referenceOf({ attributes }: Element): string | null {
  const href = attributes['href'] ?? attributes['xlink:href'] ?? '';
  return href.startsWith('#') ? href.slice(1) : null;
}

/** The map of the unit square on the box (`objectBoundingBox`); null where the box has no area. */
function frameOf(bounds: Rect | null): Matrix | null {
  if (bounds === null || bounds.width <= 0 || bounds.height <= 0) return null;
  return [bounds.width, 0, 0, bounds.height, bounds.x, bounds.y];
}

function stopsOf(chain: readonly Element[], context: GradientContext) {
  const owner = chain.find((element) => childrenOf(element).some(isStop));
  let least = 0;
  return (owner ? childrenOf(owner) : []).filter(isStop).map((stop) => {
    const given = declarationsOf(stop, context.rules);
    const color = readColor(given['stop-color'] ?? 'black', context.color);
    const alpha = (color?.alpha ?? 1) * (readOpacity(given['stop-opacity']) ?? 1) * context.opacity;
    least = Math.max(least, readOpacity(stop.attributes['offset']) ?? 0);
    const { red, green, blue } = color ?? BLACK;
    return { offset: least, color: { red, green, blue, alpha } };
  });
}

const BLACK = { red: 0, green: 0, blue: 0 };

function isStop(node: Node): node is Element {
  return node.kind === 'element' && node.name === 'stop';
}

type Attribute = (name: string) => string | undefined;

function linearPoints(attribute: Attribute, { width, height }: Size): readonly number[] {
  return [
    readLength(attribute('x1'), width) ?? 0,
    readLength(attribute('y1'), height) ?? 0,
    readLength(attribute('x2'), width) ?? width,
    readLength(attribute('y2'), height) ?? 0,
  ];
}

function radialPoints(attribute: Attribute, { width, height }: Size): readonly number[] {
  const x = readLength(attribute('cx'), width) ?? width / 2;
  const y = readLength(attribute('cy'), height) ?? height / 2;
  const diagonal = Math.hypot(width, height) / Math.SQRT2;
  return [
    readLength(attribute('fx'), width) ?? x,
    readLength(attribute('fy'), height) ?? y,
    x,
    y,
    Math.max(0, readLength(attribute('r'), diagonal) ?? diagonal / 2),
  ];
}
