import { DrawFuncs } from 'harfbuzzjs';
import type { PathStep } from '../geometry.ts';
import type { OutlinedGlyph } from './shaper-fonts.ts';

/** The outline of a glyph, font units, y upwards. */
export type OutlineReader = (glyph: number) => readonly PathStep[];

/** Outlines kept by a face; drawings use a few dozen. */
const MOST_OUTLINES = 2_000;

/** Reads outlines of a face and remembers them. */
export function createOutlineReader(
  outlined: (glyph: number) => OutlinedGlyph,
  unitsPerEm: number,
): OutlineReader {
  const known = new Map<number, readonly PathStep[]>();
  let functions: DrawFuncs | null = null;
  return (glyph) => {
    const found = known.get(glyph);
    if (found !== undefined) return found;
    const steps: PathStep[] = [];
    const { font, glyph: own } = outlined(glyph);
    font.setScale(unitsPerEm, unitsPerEm);
    font.drawGlyph(own, (functions ??= drawFunctions()), steps);
    if (known.size >= MOST_OUTLINES) known.clear();
    known.set(glyph, steps);
    return steps;
  };
}

/** The shaper turns quadratic curves into cubic ones where it is given no function for them. */
function drawFunctions(): DrawFuncs {
  const functions = new DrawFuncs();
  const add = (steps: unknown, step: PathStep): void => {
    if (Array.isArray(steps)) steps.push(step);
  };
  functions.setMoveToFunc((x, y, steps) => {
    add(steps, { kind: 'move', x, y });
  });
  functions.setLineToFunc((x, y, steps) => {
    add(steps, { kind: 'line', x, y });
  });
  functions.setCubicToFunc((...[x1, y1, x2, y2, x, y, steps]) => {
    add(steps, { kind: 'curve', x1, y1, x2, y2, x, y });
  });
  functions.setClosePathFunc((steps) => {
    add(steps, { kind: 'close' });
  });
  return functions;
}
