import type { PlainGlyphs } from './face.ts';
import { isOneToOne } from './plain-glyphs.ts';
import type { Shaped } from './shape-text.ts';

/**
 * Glyph and advance of a character by the characters before and after it. Numbers and document numbers are nearly all
 * different, so no cache of words helps; yet in most faces each of their glyphs depends on its neighbours alone.
 */
export interface WindowTable {
  /** Width of the text put together from its windows; null where a window or a character is not known. */
  measure(text: string): number | null;
  /** The glyphs of a text that could be measured. */
  read(text: string): Shaped;
  /** The same in arrays that all texts share: nearly all are read once, to be written, and valid until the next is read. */
  plain(text: string): PlainGlyphs;
  /** Note the windows of a shaped text; false if one contradicts what is known, that is, the face looks further. */
  learn(text: string, shaped: Shaped): boolean;
}

/** The characters of numbers, dates and document numbers. */
export const WINDOW_CHARACTERS =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ .,-–−+%/:#()'’_€$£¥×\u00a0\u2007\u202f";

const MAX_LENGTH = 32;
const UNKNOWN = 0;
const ADVANCE_BIAS = 0x8000;
const SIZE = WINDOW_CHARACTERS.length + 1;

/** Number of each window character by code unit, from 1; 0 stands for the ends of the text and for all others. */
const NUMBERS = numberCharacters();

/** Whether there is a digit in the text: what no word cache should hold. */
export function hasDigit(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x30 && unit <= 0x39) return true;
  }
  return false;
}

/** An empty table, filled by `learn`. */
export function createWindowTable(): WindowTable {
  const windows = new Uint32Array(SIZE * SIZE * SIZE);
  const shared: Glyphs = { glyphs: [], advances: [] };
  let last = '';
  const plain = (text: string): PlainGlyphs => {
    if (text !== last) addWindows(windows, text, shared);
    last = text;
    return shared;
  };
  return {
    measure: (text) => (text.length > MAX_LENGTH ? null : addWindows(windows, text, null)),
    read: (text) => copyOf(plain(text), text.length),
    plain,
    learn: (text, shaped) => !isPlain(text, shaped) || learnWindows(windows, text, shaped),
  };
}

/** Known windows by the numbers of their three characters, in one piece: all that numbers look up lies close together. */
type Windows = Uint32Array;

function placeOf(before: number, current: number, after: number): number {
  return (before * SIZE + current) * SIZE + after;
}

/** Glyphs and advances, to be filled. */
type Glyphs = Record<'glyphs' | 'advances', number[]>;

function copyOf(plain: PlainGlyphs, length: number): Shaped {
  const glyphs = plain.glyphs.slice(0, length);
  const advances = plain.advances.slice(0, length);
  const width = advances.reduce((sum, advance) => sum + advance, 0);
  return { glyphs, advances, offsets: null, clusters: glyphs.map((_, index) => index), width };
}

/** Sum of the advances of a text, null where a window is not known; its glyphs are written to `into`. */
function addWindows(windows: Windows, text: string, into: Glyphs | null): number | null {
  let width = 0;
  let before = 0;
  let current = numberAt(text, 0);
  for (let index = 1; index <= text.length; index++) {
    const after = numberAt(text, index);
    const known = windows[placeOf(before, current, after)] ?? UNKNOWN;
    if (known === UNKNOWN || (after === 0 && index < text.length)) return null;
    const advance = (known & 0xffff) - ADVANCE_BIAS;
    if (into !== null) {
      into.glyphs[index - 1] = known >>> 16;
      into.advances[index - 1] = advance;
    }
    width += advance;
    before = current;
    current = after;
  }
  return width;
}

function learnWindows(windows: Windows, text: string, shaped: Shaped): boolean {
  let before = 0;
  let current = numberAt(text, 0);
  for (let index = 0; index < text.length; index++) {
    const after = numberAt(text, index + 1);
    const place = placeOf(before, current, after);
    const seen = packWindow(shaped.glyphs[index] ?? 0, shaped.advances[index] ?? 0);
    const known = windows[place] ?? UNKNOWN;
    if (seen === UNKNOWN || (known !== UNKNOWN && known !== seen)) return false;
    windows[place] = seen;
    before = current;
    current = after;
  }
  return true;
}

/** Whether each character became one glyph in place, and all characters are ours. */
function isPlain(text: string, shaped: Shaped): boolean {
  if (!isOneToOne(text, shaped)) return false;
  for (let index = 0; index < text.length; index++) if (numberAt(text, index) === 0) return false;
  return text.length > 0;
}

function packWindow(glyph: number, advance: number): number {
  const biased = advance + ADVANCE_BIAS;
  const fits = glyph < 0xffff && biased > 0 && biased <= 0xffff;
  return fits ? ((glyph << 16) | biased) >>> 0 : UNKNOWN;
}

function numberAt(text: string, index: number): number {
  return index < text.length ? (NUMBERS[text.charCodeAt(index)] ?? 0) : 0;
}

function numberCharacters(): Uint8Array {
  const units = [...WINDOW_CHARACTERS].map((character) => character.charCodeAt(0));
  const numbers = new Uint8Array(Math.max(...units) + 1);
  for (const [index, unit] of units.entries()) numbers[unit] = index + 1;
  return numbers;
}
