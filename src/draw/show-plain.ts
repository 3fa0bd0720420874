import type { GlyphRun } from '../font/face.ts';
import { makeRoom, write, writeWhole, type ByteText } from './byte-text.ts';
import { codeOfSpace, type UsedFont } from './used-fonts.ts';

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

/** Show a run that only kerning moves: nearly all text, so it is written without detours. All of its glyphs have codes. */
export function showPlain(
  text: ByteText,
  font: UsedFont,
  { glyphs, advances }: GlyphRun,
  space: number | null,
): void {
  const { scale } = font;
  const { codes, widths } = font.measures;
  const start = text.length;
  makeRoom(text, 4 * glyphs.length + 8);
  text.bytes[text.length++] = OPEN;
  let behind = 0;
  let adjusted = false;
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] ?? 0;
    if (behind >= NOTICED || behind <= -NOTICED) {
      const whole = Math.round(behind);
      write(text, ')');
      writeWhole(text, -whole);
      write(text, '(');
      makeRoom(text, 4 * (glyphs.length - index) + 8);
      behind -= whole;
      adjusted = true;
    }
    writeCode(text, codes[glyph] ?? 0);
    behind += (advances[index] ?? 0) * scale - (widths[glyph] ?? 0);
  }
  if (space !== null) {
    makeRoom(text, 8);
    writeCode(text, codeOfSpace(font, space));
  }
  if (adjusted) makeArray(text, start);
  else write(text, ')Tj\n');
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

/** A string that was moved within is an array of strings. */
function makeArray(text: ByteText, start: number): void {
  write(text, ')]TJ\n');
  makeRoom(text, 1);
  text.bytes.copyWithin(start + 1, start, text.length);
  text.bytes[start] = ARRAY;
  text.length++;
}
