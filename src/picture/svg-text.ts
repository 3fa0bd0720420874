import { mapSteps, type Matrix, type PathStep, type Rect } from '../geometry.ts';
import type { Element } from '../markup/element.ts';
import { addOutline } from './svg-paint.ts';
import type { Surroundings, Walk } from './svg-surroundings.ts';
import { gatherText } from './svg-text-gather.ts';
import { placeText, type PlacedRun } from './svg-text-place.ts';
import { shapeChunks } from './svg-text-runs.ts';

/** Draw a `text` element: its glyphs become outlines (SVG 2, section 11). */
export function addText(walk: Walk, element: Element, around: Surroundings): void {
  const { fonts } = walk;
  if (fonts === null) return walk.warn(element, 'there are no fonts for SVG text', null);
  const characters = gatherText(walk, element, around);
  if (characters.length === 0) return;
  const runs = placeText(shapeChunks(walk, fonts, characters));
  const bounds = boundsOfRuns(runs);
  for (const run of runs) {
    const { element: owner, around: within } = run.span;
    if (!within.style.visible || within.opacity === 0 || walk.steps <= 0) continue;
    addOutline(walk, owner, within, { steps: outlineOf(run), bounds: () => bounds });
  }
}

/** The outlines of a run's glyphs where they stand. */
function outlineOf({ run, x, y, span, rotate }: PlacedRun): readonly PathStep[] {
  const { size, letterSpacing } = span.around.style.font;
  const scale = size / run.face.metrics.unitsPerEm;
  const steps: PathStep[] = [];
  let pen = 0;
  run.glyphs.forEach((glyph, index) => {
    const across = pen + (run.offsets?.[2 * index] ?? 0) * scale;
    const up = (run.offsets?.[2 * index + 1] ?? 0) * scale;
    const matrix = turned([scale, 0, 0, -scale, across, -up], rotate, x, y);
    for (const step of mapSteps(matrix, run.face.outline(glyph))) steps.push(step);
    pen += (run.advances[index] ?? 0) * scale;
    if (run.clusters[index + 1] !== run.clusters[index]) pen += letterSpacing;
  });
  return steps;
}

/** Turn about the origin, then move there. */
function turned([a, b, c, d, e, f]: Matrix, degrees: number, x: number, y: number): Matrix {
  if (degrees === 0) return [a, b, c, d, e + x, f + y];
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return [
    cos * a - sin * b,
    sin * a + cos * b,
    cos * c - sin * d,
    sin * c + cos * d,
    cos * e - sin * f + x,
    sin * e + cos * f + y,
  ];
}

/** The box around the cells of all glyphs, which gradients are laid over. */
function boundsOfRuns(runs: readonly PlacedRun[]): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, run, span } of runs) {
    const { unitsPerEm, ascent, descent } = run.face.metrics;
    const scale = span.around.style.font.size / unitsPerEm;
    left = Math.min(left, x);
    right = Math.max(right, x + width);
    top = Math.min(top, y - ascent * scale);
    bottom = Math.max(bottom, y + descent * scale);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
