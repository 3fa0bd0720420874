import type { Shaped } from './shape-text.ts';

/**
 * Glyph and advance of a character by the characters before and after it. Numbers and document numbers are nearly all
 * different, so no cache of words helps; yet in most faces each of their glyphs depends on its neighbours alone.
 */
export interface WindowTable {
  /** Width of the text put together from its windows; null where a window or a character is not known. */
  measure(text: string): number | null;
  /** The glyphs of a text that could be measured. Kept for the text that was read last, and for no other. */
  read(text: string): Shaped;
  /** Note the windows of a shaped text; false if one contradicts what is known, that is, the face looks further. */
  learn(text: string, shaped: Shaped): boolean;
}

/** The characters of numbers, dates and document numbers. */
export const WINDOW_CHARACTERS =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ .,-–−+%/:#()'’_€$£¥×\u00a0\u2007\u202f";

const MAX_LENGTH = 32;
const UNKNOWN = 0xffffffff;
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
  const rows: (Uint32Array | undefined)[] = new Array<undefined>(SIZE * SIZE).fill(undefined);
  const clusters = createClusters();
  let last = '';
  let shaped: Shaped = { glyphs: [], advances: [], offsets: null, clusters: [], width: 0 };
  const read = (text: string): Shaped => {
    if (text === last) return shaped;
    last = text;
    shaped = readWindows(rows, clusters, text);
    return shaped;
  };
  return {
    measure: (text) => (text.length > MAX_LENGTH ? null : addWindows(rows, text, null)),
    read,
    learn: (text, shaped) => !isPlain(text, shaped) || learnWindows(rows, text, shaped),
  };
}

/** Known windows by the numbers of the first two characters, then by that of the third. */
type Rows = (Uint32Array | undefined)[];

/** Glyphs and advances, to be filled. */
type Glyphs = Record<'glyphs' | 'advances', number[]>;

function readWindows(
  rows: Rows,
  clusters: (length: number) => readonly number[],
  text: string,
): Shaped {
  const glyphs: number[] = [];
  const advances: number[] = [];
  const width = addWindows(rows, text, { glyphs, advances }) ?? 0;
  return { glyphs, advances, offsets: null, clusters: clusters(text.length), width };
}

/** Sum of the advances of a text, null where a window is not known; its glyphs are added to `into`. */
function addWindows(rows: Rows, text: string, into: Glyphs | null): number | null {
  let width = 0;
  let before = 0;
  let current = numberAt(text, 0);
  for (let index = 1; index <= text.length; index++) {
    const after = numberAt(text, index);
    const known = rows[before * SIZE + current]?.[after] ?? UNKNOWN;
    if (known === UNKNOWN || (after === 0 && index < text.length)) return null;
    const advance = (known & 0xffff) - ADVANCE_BIAS;
    if (into !== null) {
      into.glyphs.push(known >>> 16);
      into.advances.push(advance);
    }
    width += advance;
    before = current;
    current = after;
  }
  return width;
}

function learnWindows(rows: Rows, text: string, shaped: Shaped): boolean {
  let before = 0;
  let current = numberAt(text, 0);
  for (let index = 0; index < text.length; index++) {
    const after = numberAt(text, index + 1);
    const row = (rows[before * SIZE + current] ??= new Uint32Array(SIZE).fill(UNKNOWN));
    const seen = packWindow(shaped.glyphs[index] ?? 0, shaped.advances[index] ?? 0);
    const known = row[after] ?? UNKNOWN;
    if (seen === UNKNOWN || (known !== UNKNOWN && known !== seen)) return false;
    row[after] = seen;
    before = current;
    current = after;
  }
  return true;
}

/** Whether each character became one glyph in place, and all characters are ours. */
function isPlain(text: string, shaped: Shaped): boolean {
  if (shaped.glyphs.length !== text.length || shaped.offsets !== null) return false;
  for (let index = 0; index < text.length; index++) {
    if (shaped.clusters[index] !== index || numberAt(text, index) === 0) return false;
  }
  return text.length > 0;
}

function packWindow(glyph: number, advance: number): number {
  const biased = advance + ADVANCE_BIAS;
  const fits = glyph < 0xffff && biased >= 0 && biased <= 0xffff;
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

/** `[0, 1, 2 …]` of a length, shared by all runs of that length. */
function createClusters(): (length: number) => readonly number[] {
  const made: (readonly number[] | undefined)[] = [];
  return (length) => (made[length] ??= Array.from({ length }, (_, index) => index));
}
