import type { Face, GlyphRun, Shaping } from '../../font/face.ts';
import { lastResortFace } from '../../font/last-resort.ts';
import { scriptRuns } from '../../font/script.ts';
import { runWidth, spacesWidth, trailingSpaces } from './glyph-run.ts';
import type { TextPart } from './paragraph.ts';
import type { Piece, TabPiece, TextPiece } from './piece.ts';
import { shapingFor, textStyle } from './text-memory.ts';
import type { TextSource, TextStyle } from './text-memory.ts';

/** What shaping needs beside the parts. */
export interface ShapeBase {
  readonly source: TextSource;
  /** Text of the whole paragraph. */
  readonly text: string;
  readonly levels: Uint8Array | null;
}

/** What all words of one part share. */
interface PartShape {
  readonly part: TextPart;
  readonly textStyle: TextStyle;
  readonly base: ShapeBase;
}

/** A stretch of the paragraph's text in one level. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly level: number;
}

interface ShapedStretch extends Stretch {
  readonly shaping: Shaping;
}

/** Latin letters, digits, currency signs and common punctuation: one script, no bidi, nothing invisible. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u20a0-\u20bf]*$/;

/** A tab, or characters that render nothing: controls, soft hyphens, zero-width spaces, bidi controls. */
const UNSHAPED =
  /\t|[\0-\x08\x0a-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g;

/** Cut a text part where the level, the face, the script or the word changes, and shape each stretch once. */
export function shapeSegments(part: TextPart, base: ShapeBase, pieces: Piece[]): void {
  const shape: PartShape = { part, textStyle: textStyle(part.style, base.source), base };
  const text = base.text.slice(part.start, part.end);
  if (base.levels === null && PLAIN.test(text)) {
    return shapeFaces(shape, text, { start: part.start, end: part.end, level: 0 }, pieces);
  }
  let start = 0;
  for (const match of text.matchAll(UNSHAPED)) {
    shapeLevels(shape, part.start + start, part.start + match.index, pieces);
    if (match[0] === '\t') pieces.push(tabPiece(shape, part.start + match.index));
    start = match.index + match[0].length;
  }
  shapeLevels(shape, part.start + start, part.end, pieces);
}

/** The text of characters that render something, as a reader would extract it. */
export function visibleText(text: string): string {
  return PLAIN.test(text) ? text : text.replace(UNSHAPED, (found) => (found === '\t' ? found : ''));
}

function levelAt(shape: PartShape, at: number): number {
  return shape.base.levels?.[at] ?? 0;
}

function tabPiece(shape: PartShape, start: number): TabPiece {
  const { part, textStyle: style } = shape;
  const { font, spacing, shaping } = style;
  const space = font.stack.primary.shape(' ', shaping);
  const interval = 8 * runWidth(space, font.size, spacing);
  const { box } = part;
  const level = levelAt(shape, start);
  const place = { start, end: start + 1, box, level };
  return { kind: 'tab', ...place, width: interval, part, textStyle: style, shaping, interval };
}

function shapeLevels(shape: PartShape, from: number, to: number, pieces: Piece[]): void {
  let start = from;
  while (start < to) {
    const level = levelAt(shape, start);
    let end = start + 1;
    while (end < to && levelAt(shape, end) === level) end++;
    shapeFaces(shape, shape.base.text.slice(start, end), { start, end, level }, pieces);
    start = end;
  }
}

function shapeFaces(shape: PartShape, text: string, place: Stretch, pieces: Piece[]): void {
  let start = place.start;
  for (const stretch of shape.base.source.fonts.itemize(text, shape.textStyle.font.stack)) {
    const end = start + stretch.text.length;
    const face = stretch.face ?? lastResortFace;
    shapeScripts(shape, face, { start, end, level: place.level }, pieces);
    start = end;
  }
}

function shapeScripts(shape: PartShape, face: Face, place: Stretch, pieces: Piece[]): void {
  const text = shape.base.text.slice(place.start, place.end);
  const rtl = place.level % 2 === 1;
  const { textStyle: style } = shape;
  if (!rtl && PLAIN.test(text)) {
    const { start, end, level } = place;
    return shapeWords(shape, face, { start, end, level, shaping: style.shaping }, pieces);
  }
  for (const stretch of scriptRuns(text)) {
    const start = place.start + stretch.start;
    const end = place.start + stretch.end;
    const shaping = shapingFor(style, stretch.script, rtl);
    shapeWords(shape, face, { start, end, level: place.level, shaping }, pieces);
  }
}

/** Shape word by word, each with the spaces after it: kerning across spaces is rare, words repeat. */
function shapeWords(shape: PartShape, face: Face, place: ShapedStretch, pieces: Piece[]): void {
  const { text } = shape.base;
  let { start } = place;
  while (start < place.end) {
    const end = wordEnd(text, start, place.end);
    const run = face.shape(text.slice(start, end), place.shaping);
    pieces.push(wordPiece(shape, run, place, start));
    start = end;
  }
}

/** Where a word and the spaces after it end, at `limit` at the latest. */
export function wordEnd(text: string, start: number, limit: number): number {
  const space = text.indexOf(' ', start);
  if (space < 0 || space >= limit) return limit;
  let end = space + 1;
  while (end < limit && text.charCodeAt(end) === 0x20) end++;
  return end;
}

function wordPiece(
  { part, textStyle: style }: PartShape,
  run: GlyphRun,
  { level, shaping }: ShapedStretch,
  start: number,
): TextPiece {
  const { font, spacing } = style;
  const spaces = trailingSpaces(run.text);
  return {
    kind: 'text',
    start,
    end: start + run.text.length,
    box: part.box,
    level,
    width: runWidth(run, font.size, spacing),
    part,
    textStyle: style,
    run,
    shaping,
    spaces,
    spaceWidth: spacesWidth(run, style),
  };
}
