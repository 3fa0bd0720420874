import type { Color } from '../color.ts';
import { failure, success, type Failure, type Outcome } from '../failure.ts';
import type { FontBook } from '../font/font-book.ts';
import { IDENTITY, type Aspect, type Rect, type Size } from '../geometry.ts';
import { childrenOf, place, type Element, type LineTable, type Node } from '../markup/element.ts';
import { contentKey, refuse } from './picture-limits.ts';
import type { Shape, Vector } from './picture.ts';
import { held, readLength } from './svg-length.ts';
import { declarationsOf, readRules } from './svg-rules.ts';
import { deriveStyle, initialStyle } from './svg-style.ts';
import type { SvgFont } from './svg-font.ts';
import type { Surroundings, Walk } from './svg-surroundings.ts';
import { CENTRED, readAspect, readViewBox } from './svg-transform.ts';
import { visitChildren } from './svg-walk.ts';
import type { Variables } from '../style/variables.ts';

/** What an `svg` element takes over from where it stands. */
export interface SvgContext {
  /** Of the page or file that it is written in. */
  readonly lines: LineTable;
  /** `currentColor`. */
  readonly color: Color;
  /** What text is set with; null: it is left out. */
  readonly fonts: FontBook | null;
  /** The font around. */
  readonly font: SvgFont;
  /** What var() stands for. */
  readonly variables: Variables;
}

const MOST_STEPS = 100_000;

/** The size of an `svg` element that gives none (CSS 2.1, section 10.3.2). */
const DEFAULT_SIZE: Size = { width: 300, height: 150 };

/** Reduce an `svg` element to filled and stroked outlines. Nothing outside of it is ever read. */
export function vectorOf(svg: Element, name: string, context: SvgContext): Outcome<Vector> {
  const given = readViewBox(svg.attributes['viewBox']);
  const size = sizeOf(svg, given);
  if (size.width <= 0 || size.height <= 0) return success(emptyVector(size));
  const viewBox = given ?? { x: 0, y: 0, ...size };
  const warnings = new Map<string, Failure>();
  const walk = beginWalk(svg, viewBox, context, (element, message, hint) => {
    warnings.set(
      message,
      failure('box', place(context.lines.at(element.source)), message, { hint }),
    );
  });
  visitChildren(walk, svg, surroundingsOf(walk, svg, context));
  const found = [...warnings.values()];
  if (walk.steps <= 0) {
    return refuse(name, 'the SVG picture is too large', `${MOST_STEPS} path steps`, 'more');
  }
  const aspect = readAspect(svg.attributes['preserveAspectRatio']);
  return success(vectorFrom(size, viewBox, aspect, walk.shapes), found);
}

/** What holds for the content of the picture: presentation attributes of the `svg` element count too. */
function surroundingsOf(walk: Walk, svg: Element, context: SvgContext): Surroundings {
  const given = declarationsOf(svg, walk.rules);
  const base = Math.hypot(walk.viewport.width, walk.viewport.height) / Math.SQRT2;
  const initial = initialStyle(context.color, context.font);
  const style = deriveStyle(initial, given, base);
  const none = { clips: [], uses: [], depth: 0, bare: false };
  return { style, transform: IDENTITY, opacity: 1, ...none };
}

function beginWalk(
  svg: Element,
  viewBox: Rect,
  { fonts, variables }: SvgContext,
  warn: Walk['warn'],
): Walk {
  const ids = new Map<string, Element>();
  const css: string[] = [];
  for (const element of elementsOf(svg)) {
    const id = element.attributes['id'];
    if (id !== undefined && !ids.has(id)) ids.set(id, element);
    warnOfIgnored(element, warn);
    if (element.name === 'style') css.push(...childrenOf(element).map(textOf));
  }
  const rules = readRules(css.join('\n'), variables);
  for (const selector of rules.unsupported) {
    warn(svg, `the selector ${selector} is not supported in SVG`, 'use one class for each look');
  }
  const limits = { steps: MOST_STEPS, visits: MOST_STEPS };
  return { ids, rules, viewport: viewBox, fonts, shapes: [], ...limits, warn };
}

/** Attributes of which only the initial value is drawn. */
const INITIAL_ONLY: readonly (readonly [string, RegExp, string])[] = [
  ['spreadMethod', /^\s*pad\s*$/, 'end the gradient with the stops that are to be seen'],
];

function warnOfIgnored(element: Element, warn: Walk['warn']): void {
  for (const [name, initial, hint] of INITIAL_ONLY) {
    const given = element.attributes[name];
    if (given === undefined || initial.test(given)) continue;
    warn(element, `the SVG attribute ${name} is not supported beyond its initial value`, hint);
  }
}

/** All elements in document order, without recursion: depth is the file's to choose. */
function elementsOf(svg: Element): readonly Element[] {
  const found: Element[] = [];
  const waiting: Node[] = [svg];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind !== 'element') continue;
    found.push(node);
    for (const child of childrenOf(node).toReversed()) waiting.push(child);
  }
  return found;
}

function textOf(node: Node): string {
  return node.kind === 'text' ? node.text : '';
}

/** The natural size: what is given in units, the rest by the view box's ratio (CSS Images 3, section 5). */
function sizeOf(svg: Element, viewBox: Size | null): Size {
  const width = natural(svg.attributes['width']);
  const height = natural(svg.attributes['height']);
  if (width !== null && height !== null) return { width, height };
  const fallback = viewBox ?? DEFAULT_SIZE;
  const ratio = fallback.width / fallback.height;
  if (width !== null) return { width, height: viewBox === null ? fallback.height : width / ratio };
  if (height !== null) return { width: viewBox === null ? fallback.width : height * ratio, height };
  return { width: fallback.width, height: fallback.height };
}

function natural(text: string | undefined): number | null {
  return text?.includes('%') ? null : readLength(text, 0);
}

function emptyVector(size: Size): Vector {
  return vectorFrom(size, { x: 0, y: 0, width: 1, height: 1 }, CENTRED, []);
}

function vectorFrom(size: Size, viewBox: Rect, aspect: Aspect, shapes: readonly Shape[]): Vector {
  const key = contentKey(JSON.stringify([size, viewBox, aspect, shapes]));
  const width = held(Math.max(0, size.width));
  const height = held(Math.max(0, size.height));
  return { kind: 'vector', key, width, height, viewBox, aspect, shapes };
}
