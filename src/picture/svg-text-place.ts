import type { GlyphRun } from '../font/face.ts';
import type { SvgFont } from './svg-font.ts';
import type { Span } from './svg-text-gather.ts';
import type { TextChunk, TextRun } from './svg-text-runs.ts';

/** A run where it stands: its left end and its baseline. */
export interface PlacedRun {
  readonly run: GlyphRun;
  readonly span: Span;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Degrees that its glyphs are turned by, clockwise. */
  readonly rotate: number;
}

/** Set chunk after chunk, each by its anchor (SVG 2, section 11.10.1). */
export function placeText(chunks: readonly TextChunk[]): readonly PlacedRun[] {
  const placed: PlacedRun[] = [];
  let pen = { x: 0, y: 0 };
  for (const chunk of chunks) {
    const [first] = chunk.runs;
    pen = { x: chunk.x ?? pen.x, y: chunk.y ?? pen.y };
    pen = placeChunk(chunk, { x: pen.x + (first?.dx ?? 0), y: pen.y + (first?.dy ?? 0) }, placed);
  }
  return placed;
}

function placeChunk(
  { runs, font }: TextChunk,
  start: { x: number; y: number },
  placed: PlacedRun[],
): { x: number; y: number } {
  const widths = runs.map(widthOf);
  const moves = runs.map(({ dx }, index) => (index === 0 ? 0 : dx));
  const whole = [...widths, ...moves].reduce((sum, part) => sum + part, 0);
  let x = start.x - whole * shareBefore(font);
  let { y } = start;
  runs.forEach(({ run, span, dy, rotate }, index) => {
    x += moves[index] ?? 0;
    y += index === 0 ? 0 : dy;
    const width = widths[index] ?? 0;
    placed.push({ run, span, x, y: y + baselineShift(run, span), width, rotate });
    x += width;
  });
  return { x, y };
}

/** The share of a chunk that stands before its anchor, from the left. */
function shareBefore({ anchor, direction }: SvgFont): number {
  if (anchor === 'middle') return 0.5;
  return (anchor === 'start') === (direction === 'ltr') ? 0 : 1;
}

function widthOf({ run, span }: TextRun): number {
  const { size, letterSpacing } = span.around.style.font;
  const width = (run.width * size) / run.face.metrics.unitsPerEm;
  return letterSpacing === 0 ? width : width + new Set(run.clusters).size * letterSpacing;
}

/** How far the alphabetic baseline stands below the line of the face that is to be at y, as Blink has it. */
function baselineShift({ face }: GlyphRun, { around }: Span): number {
  const { size, baseline } = around.style.font;
  const { ascent, descent, xHeight, unitsPerEm } = face.metrics;
  const em = size / unitsPerEm;
  switch (baseline) {
    case 'auto':
    case 'alphabetic':
      return 0;
    case 'middle':
      return (xHeight / 2) * em;
    case 'central':
      return ((ascent - descent) / 2) * em;
    case 'hanging':
      return ascent * 0.8 * em;
    case 'mathematical':
      return (ascent / 2) * em;
    case 'text-top':
    case 'text-before-edge':
      return ascent * em;
    case 'ideographic':
    case 'text-bottom':
    case 'text-after-edge':
      return -descent * em;
  }
}
