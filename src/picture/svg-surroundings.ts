import type { FontBook } from '../font/font-book.ts';
import { multiply, type Matrix, type Size } from '../geometry.ts';
import type { Element } from '../markup/element.ts';
import type { Clip, Shape } from './picture.ts';
import { readTransform } from './svg-transform.ts';
import type { Declarations, SvgRules } from './svg-rules.ts';
import { deriveStyle, readOpacity, type SvgStyle } from './svg-style.ts';

/** What is read of an SVG file and what it may still take. */
export interface Walk {
  readonly ids: ReadonlyMap<string, Element>;
  readonly rules: SvgRules;
  readonly viewport: Size;
  /** What text is set with; null where there is none. */
  readonly fonts: FontBook | null;
  readonly shapes: Shape[];
  /** Path steps left. */
  steps: number;
  /** Elements left, counted again for each `use`. */
  visits: number;
  readonly warn: (element: Element, message: string, hint: string | null) => void;
}

/** What an element takes over from those around it. */
export interface Surroundings {
  readonly style: SvgStyle;
  readonly transform: Matrix;
  readonly opacity: number;
  readonly clips: readonly Clip[];
  /** Whether outlines count as such, whatever their paint: those of a clip path do. */
  readonly bare: boolean;
  /** The `use` elements that it is shown through. */
  readonly uses: readonly Element[];
  readonly depth: number;
}

/** Properties that change the look and are not drawn, each with the values that change nothing. */
const EFFECTS: readonly (readonly [string, readonly string[]])[] = [
  ['mask', ['none']],
  ['filter', ['none']],
  ['marker', ['none']],
  ['marker-start', ['none']],
  ['marker-mid', ['none']],
  ['marker-end', ['none']],
  ['vector-effect', ['none']],
  ['paint-order', ['normal', 'fill', 'fill stroke']],
  ['text-decoration', ['none']],
  ['baseline-shift', ['baseline', '0']],
  ['word-spacing', ['normal', '0']],
  ['writing-mode', ['horizontal-tb', 'lr-tb', 'lr']],
  ['textLength', []],
  ['font', []],
];

/** What holds for the content of an element, but for its clip path. */
export function enter(
  walk: Walk,
  element: Element,
  given: Declarations,
  around: Surroundings,
): Surroundings {
  warnOfEffects(walk, element, given);
  const transform = readTransform(given['transform'] ?? '');
  if (transform === null)
    walk.warn(element, 'the transform cannot be read', 'see SVG 2, section 8.5');
  const { width, height } = walk.viewport;
  return {
    ...around,
    style: deriveStyle(around.style, given, Math.hypot(width, height) / Math.SQRT2),
    transform: transform === null ? around.transform : multiply(around.transform, transform),
    opacity: around.opacity * (readOpacity(given['opacity']) ?? 1),
    depth: around.depth + 1,
  };
}

function warnOfEffects(walk: Walk, element: Element, given: Declarations): void {
  for (const [effect, harmless] of EFFECTS) {
    const value = given[effect];
    if (value === undefined || harmless.includes(value.trim())) continue;
    walk.warn(element, `the SVG property ${effect} is not supported`, 'draw the result with paths');
  }
}
