import { bidiLevels } from '../font/bidi-levels.ts';
import type { Face, GlyphRun } from '../font/face.ts';
import type { FontBook } from '../font/font-book.ts';
import { lastResortFace } from '../font/last-resort.ts';
import { scriptRuns } from '../font/script.ts';
import { visualOrder } from '../font/visual-order.ts';
import type { SvgFont } from './svg-font.ts';
import type { Walk } from './svg-surroundings.ts';
import type { Span, TextCharacter } from './svg-text-gather.ts';

/** A shaped piece of a chunk, with how far it is moved from where the one before ends. */
export interface TextRun {
  readonly run: GlyphRun;
  readonly span: Span;
  readonly dx: number;
  readonly dy: number;
  readonly rotate: number;
}

/** Text from one given place to the next (SVG 2, section 11.4.2): runs from left to right. */
export interface TextChunk {
  readonly x: number | null;
  readonly y: number | null;
  readonly font: SvgFont;
  readonly runs: readonly TextRun[];
}

/** Cut text where a place is given, and shape it. */
export function shapeChunks(
  walk: Walk,
  fonts: FontBook,
  characters: readonly TextCharacter[],
): readonly TextChunk[] {
  const chunks: TextChunk[] = [];
  let start = 0;
  for (let end = 1; end <= characters.length; end++) {
    const next = characters[end];
    if (next !== undefined && ((next.x === null && next.y === null) || isMark(next))) continue;
    const chunk = shapeChunk(walk, fonts, characters.slice(start, end));
    if (chunk !== null) chunks.push(chunk);
    start = end;
  }
  return chunks;
}

const MARK = /^[\p{M}\u200c\u200d]/u;
const isMark = ({ text }: TextCharacter): boolean => MARK.test(text);

/** Characters of one style, level and place after place. */
interface Stretch {
  readonly first: TextCharacter;
  readonly text: string;
  readonly level: number;
}

function shapeChunk(
  walk: Walk,
  fonts: FontBook,
  characters: readonly TextCharacter[],
): TextChunk | null {
  const [first] = characters;
  if (first === undefined) return null;
  const { font } = first.span.around.style;
  const runs: TextRun[] = [];
  const levels: number[] = [];
  for (const stretch of stretchesOf(characters, font.direction)) {
    for (const run of shapeStretch(walk, fonts, stretch)) {
      runs.push(run);
      levels.push(stretch.level);
    }
  }
  const ordered = visualOrder(levels).map((index) => runs[index]);
  return { x: first.x, y: first.y, font, runs: ordered.filter((run) => run !== undefined) };
}

function stretchesOf(
  characters: readonly TextCharacter[],
  direction: 'ltr' | 'rtl',
): readonly Stretch[] {
  const levels = bidiLevels(characters.map(({ text }) => text).join(''), direction)?.levels;
  const stretches: Stretch[] = [];
  let open: { first: TextCharacter; texts: string[]; level: number } | null = null;
  let at = 0;
  const close = (): void => {
    if (open !== null) stretches.push({ ...open, text: open.texts.join('') });
  };
  for (const character of characters) {
    const level = levels?.[at] ?? 0;
    at += character.text.length;
    if (open !== null && continues(open, character, level)) open.texts.push(character.text);
    else {
      close();
      open = { first: character, texts: [character.text], level };
    }
  }
  close();
  return stretches;
}

function continues(
  open: { readonly first: TextCharacter; readonly level: number },
  character: TextCharacter,
  level: number,
): boolean {
  if (isMark(character)) return true;
  const { dx, dy, rotate, span } = character;
  const still = dx === null && dy === null && rotate === null && open.first.rotate === null;
  return still && open.first.span === span && open.level === level;
}

function shapeStretch(
  walk: Walk,
  fonts: FontBook,
  { first, text, level }: Stretch,
): readonly TextRun[] {
  const { font } = first.span.around.style;
  const { families, weight, slant, language } = font;
  const stack = fonts.stack(families, weight, slant, language);
  const runs: TextRun[] = [];
  for (const { text: part, face } of fonts.itemize(text, stack)) {
    if (face === null) warnOfMissing(walk, fonts, first.span, part);
    for (const run of shapeScripts(part, face ?? lastResortFace, font, level)) {
      const moves = runs.length === 0 ? first : null;
      const [dx, dy] = [moves?.dx ?? 0, moves?.dy ?? 0];
      runs.push({ run, span: first.span, dx, dy, rotate: first.rotate ?? 0 });
    }
  }
  return runs;
}

function shapeScripts(
  text: string,
  face: Face,
  { language, features, letterSpacing }: SvgFont,
  level: number,
): readonly GlyphRun[] {
  const direction = level % 2 === 1 ? 'rtl' : 'ltr';
  const all = letterSpacing === 0 ? features : [...features, '-liga', '-clig'];
  return scriptRuns(text).map(({ text: part, script }) =>
    face.shape(part, { script, language, direction, features: all }),
  );
}

function warnOfMissing(walk: Walk, fonts: FontBook, { element }: Span, text: string): void {
  for (const character of text) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    walk.warn(element, `No font has the character U+${code}.`, fonts.remedy(character));
  }
}
