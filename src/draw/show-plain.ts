import type { GlyphRun, PlainGlyphs } from '../font/face.ts';
import type { Point } from '../geometry.ts';
import { admitPlain } from './admit-run.ts';
import { makeRoom, write, writeWhole, type ByteText } from './byte-text.ts';
import type { Content, Shown } from './content.ts';
import { onGrid, thousandths } from './format-number.ts';
import { codeOfSpace, widthOf, type UsedFont } from './used-fonts.ts';

/** Half a thousandth of an em is nothing; what is left over is carried on, so that a line never drifts. */
export const NOTICED = 0.5;

const OPEN = 0x28;
const ESCAPE = 0x5c;

/** Bytes that end or change a literal string, with the character that stands for them behind a backslash. */
const ESCAPED = escapes({ 0x28: '(', 0x29: ')', 0x5c: '\\', 0x0d: 'r' });

function escapes(characters: Readonly<Record<number, string>>): Uint8Array {
  const table = new Uint8Array(256);
  for (const [byte, character] of Object.entries(characters)) {
    table[Number(byte)] = character.charCodeAt(0);
  }
  return table;
}

/** How a run is shown. */
export interface PlainSetting {
  /** px. */
  readonly size: number;
  readonly letterSpacing: number;
  /** The glyph of a space that ends the run, null for none. */
  readonly space: number | null;
}

/** A run that was taken, with its glyphs. */
export interface PlainRun {
  readonly run: GlyphRun;
  readonly plain: PlainGlyphs;
}

/** Show a run that only kerning moves: nearly all text, so it is written without detours. All of its glyphs have codes. */
export function showPlain(
  content: Content,
  font: UsedFont,
  plainRun: PlainRun,
  setting: PlainSetting,
): void {
  const { shown, text } = content;
  shown.start = text.length;
  shown.array = false;
  shown.pen = content.lineX / 1000;
  makeRoom(text, 1);
  text.bytes[text.length++] = OPEN;
  shown.behind = 0;
  showGlyphs(content, font, plainRun, setting);
}

/** Gaps that are no more than what a layout rounds, thousandths of an em. */
const ROUNDING = 20;

/**
 * Show a run in the string that was shown last, where it stands right behind that: as words of a line do. False, and
 * nothing shown, for any other run.
 */
export function goOnPlain(
  content: Content,
  font: UsedFont,
  run: GlyphRun,
  setting: PlainSetting & Point,
): boolean {
  const { shown, text, state } = content;
  if (text.length !== shown.end || thousandths(setting.y) !== content.lineY) return false;
  if (thousandths(setting.letterSpacing) !== state.spacing) return false;
  const behind = ((setting.x - shown.pen) * 1000) / onGrid(setting.size);
  const plain = Math.abs(behind) < ROUNDING ? admitPlain(font, run) : null;
  if (plain === null) return false;
  text.length -= shown.array ? ARRAY_END.length : STRING_END.length;
  shown.behind = behind;
  showGlyphs(content, font, { run, plain }, setting);
  return true;
}

const STRING_END = ')Tj\n';
const ARRAY_END = ')]TJ\n';

/** Write glyphs behind those of the open string, end it, and note where that leaves the pen. */
function showGlyphs(
  content: Content,
  font: UsedFont,
  { run, plain }: PlainRun,
  { size, space }: PlainSetting,
): void {
  const { text, shown, state } = content;
  let moved = shown.behind + run.width * font.scale;
  writeGlyphs(content, font, plain, run.text.length);
  moved -= shown.behind;
  if (space !== null) {
    makeRoom(text, 8);
    writeCode(text, codeOfSpace(font, space));
    moved += widthOf(font, space);
  }
  if (shown.array) write(text, ARRAY_END);
  else write(text, STRING_END);
  const letters = run.text.length + (space === null ? 0 : 1);
  shown.pen += (moved * onGrid(size) + letters * state.spacing) / 1000;
  shown.end = text.length;
}

/** Write so many glyphs, and note how far behind that leaves the pen. */
function writeGlyphs(
  { text, shown }: Content,
  { scale, byCode, tables }: UsedFont,
  { glyphs, advances }: PlainGlyphs,
  count: number,
): void {
  const { codes, widths } = tables;
  makeRoom(text, MOST_OF_GLYPH * count);
  let { behind } = shown;
  for (let index = 0; index < count; index++) {
    const glyph = glyphs[index] ?? 0;
    if (behind >= NOTICED || behind <= -NOTICED) {
      const whole = Math.round(behind);
      movePen(text, shown, -whole);
      makeRoom(text, MOST_OF_GLYPH * (count - index));
      behind -= whole;
    }
    const code = codes[glyph] ?? 0;
    byCode[code] = glyph;
    writeCode(text, code);
    behind += (advances[index] ?? 0) * scale - (widths[glyph] ?? 0);
  }
  shown.behind = behind;
}

/** Bytes of a code with both of them escaped. */
const MOST_OF_GLYPH = 4;

/** Move the pen within the open string, thousandths of an em to the left. */
function movePen(text: ByteText, shown: Shown, by: number): void {
  if (!shown.array) beginArray(text, shown);
  write(text, ')');
  writeWhole(text, by);
  write(text, '(');
}

function writeCode(text: ByteText, code: number): void {
  const { bytes } = text;
  let at = text.length;
  const high = code >> 8;
  const low = code & 0xff;
  const highEscape = ESCAPED[high] ?? 0;
  const lowEscape = ESCAPED[low] ?? 0;
  if (highEscape !== 0) bytes[at++] = ESCAPE;
  bytes[at++] = highEscape === 0 ? high : highEscape;
  if (lowEscape !== 0) bytes[at++] = ESCAPE;
  bytes[at++] = lowEscape === 0 ? low : lowEscape;
  text.length = at;
}

const ARRAY = 0x5b;

/** A string that is moved within is an array of strings. */
function beginArray(text: ByteText, shown: Shown): void {
  makeRoom(text, 1);
  const { bytes } = text;
  // A string is short before its pen is moved for the first time: shorter than it takes to call the engine's own routine.
  for (let at = text.length; at > shown.start; at--) bytes[at] = bytes[at - 1] ?? 0;
  bytes[shown.start] = ARRAY;
  text.length++;
  shown.array = true;
}
