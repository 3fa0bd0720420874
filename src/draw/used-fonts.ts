import { FIRST_COMPOUND, type CompoundGlyph, type Face, type GlyphRun } from '../font/face.ts';
import { escapeBytes } from './pdf-text.ts';
import type { PdfWriter } from './writer.ts';

/**
 * What a document has used of one face so far. Basic characters have the same codes in all files, so that equal letters
 * make equal font programs; all other glyphs get theirs in the order of their first use, so that pages can be written
 * before all glyphs are known. The font is written when the last page is.
 */
export interface UsedFont {
  readonly face: Face;
  /** Object number of the font dictionary. */
  readonly id: number;
  /** The name in resource dictionaries. */
  readonly name: string;
  /** Font units to thousandths of an em. */
  readonly scale: number;
  /** The code of each glyph of the file, compounds among them. */
  readonly glyphs: Map<number, number>;
  /** The glyph of each code, 0 where none has it. */
  readonly byCode: number[];
  /** What each glyph has by its number, as far as it is a glyph of the face. */
  measures: GlyphMeasures;
  /** The text that each glyph stands for, as the first cluster made of it alone has it. */
  readonly unicode: Map<number, string>;
  /** Runs as they are written: with one glyph for each piece of text. */
  readonly restated: Map<GlyphRun, GlyphRun>;
  /** Compound glyphs by number, and their numbers by what they show and say. */
  readonly compounds: Map<number, CompoundGlyph>;
  readonly compoundKeys: Map<string, number>;
  /** The glyph of U+0020, null where the face has none. */
  readonly space: number | null;
}

/** Tables by glyph number. */
export interface GlyphMeasures {
  /** 0 where the glyph has no code. */
  readonly codes: Uint16Array;
  /** The UTF-16 unit that the glyph stands for; 0 where it stands for none, for several, or is not known. */
  readonly units: Uint16Array;
  /** Widths as the file's table has them, thousandths of an em. */
  readonly widths: Float64Array;
}

/** The fonts of a document. */
export interface UsedFonts {
  /** In the order of their first use. */
  readonly all: Map<Face, UsedFont>;
  /** The font that was asked for last, as most often it is the next time. */
  last: UsedFont | null;
}

/** The fonts of a document that has none yet. */
export function noFonts(): UsedFonts {
  return { all: new Map(), last: null };
}

/** The font of a face, begun when it is first asked for. */
export function fontOf(fonts: UsedFonts, face: Face, writer: PdfWriter): UsedFont {
  if (fonts.last?.face === face) return fonts.last;
  const font = fonts.all.get(face) ?? addFont(fonts, face, writer);
  fonts.last = font;
  return font;
}

function addFont({ all }: UsedFonts, face: Face, writer: PdfWriter): UsedFont {
  const font = beginFont(face, writer.reserve(), `F${all.size + 1}`);
  all.set(face, font);
  return font;
}

/** A font of which nothing is used yet. */
export function beginFont(face: Face, id: number, name: string): UsedFont {
  const space = spaceOf(face);
  return {
    face,
    id,
    name,
    scale: 1000 / face.metrics.unitsPerEm,
    glyphs: new Map(),
    byCode: new Array<number>(face.basic === undefined ? 1 : FREE_CODES).fill(0),
    measures: measuresFor(FEW),
    unicode: new Map(space === null ? [] : [[space, ' ']]),
    restated: new Map(),
    compounds: new Map(),
    compoundKeys: new Map(),
    space,
  };
}

/** Most faces have the letters of western languages among so many glyphs. */
const FEW = 1024;

function spaceOf(face: Face): number | null {
  if (!face.covers(0x20)) return null;
  const shaping = { script: 'Latn', language: 'en', direction: 'ltr', features: [] } as const;
  return face.shape(' ', shaping).glyphs[0] ?? null;
}

function measuresFor(size: number): GlyphMeasures {
  return {
    codes: new Uint16Array(size),
    units: new Uint16Array(size),
    widths: new Float64Array(size),
  };
}

function grow(font: UsedFont, glyph: number): void {
  const { codes, units, widths } = font.measures;
  const larger = measuresFor(Math.max(codes.length * 2, glyph + 1));
  larger.codes.set(codes);
  larger.units.set(units);
  larger.widths.set(widths);
  font.measures = larger;
}

/** Codes from 1 are those of U+0020 to U+007E, then of other glyphs for digits and signs, then of all that comes. */
const OTHER_CODES = 96;
const FREE_CODES = 128;

/** A code for a glyph that has none and says a text, as far as that is known. */
function newCode({ face, byCode }: UsedFont, glyph: number, said: string): number {
  if (face.basic === undefined) return byCode.length;
  const character = face.basic.get(glyph);
  if (character !== undefined) return character - FIRST_BASIC + 1;
  const other = OTHER_CODES + said.charCodeAt(0) - FIRST_BASIC;
  const isOther = said.length === 1 && other >= OTHER_CODES && other < FREE_CODES;
  return isOther && byCode[other] === 0 ? other : byCode.length;
}

const FIRST_BASIC = 0x20;

/** Whether a code is the same character's in all files, in faces that have basic characters. */
export function isFixed(code: number): boolean {
  return code >= 1 && code < FREE_CODES;
}

/** The character of such a code. */
export function fixedText(code: number): string | null {
  if (!isFixed(code)) return null;
  return String.fromCharCode(FIRST_BASIC + code - (code < OTHER_CODES ? 1 : OTHER_CODES));
}

/** The code of a glyph, given to it when it is first asked for; glyph 0 is none. */
export function codeOf(font: UsedFont, glyph: number, said = ''): number {
  if (glyph === 0) return 0;
  const known = font.measures.codes[glyph] || font.glyphs.get(glyph);
  if (known !== undefined) return known;
  const code = newCode(font, glyph, said);
  font.glyphs.set(glyph, code);
  font.byCode[code] = glyph;
  if (glyph < FIRST_COMPOUND) {
    if (glyph >= font.measures.codes.length) grow(font, glyph);
    font.measures.codes[glyph] = code;
    font.measures.widths[glyph] = measure(font, font.face.advance(glyph));
  }
  return code;
}

/** The two bytes of a glyph's code, escaped for a literal string. */
export function codeText(font: UsedFont, glyph: number): string {
  const code = codeOf(font, glyph);
  return escapeBytes(String.fromCharCode(code >> 8, code & 255));
}

/** The width of a glyph as the file's table has it, thousandths of an em. */
export function widthOf(font: UsedFont, glyph: number): number {
  const { codes, widths } = font.measures;
  if ((codes[glyph] ?? 0) !== 0) return widths[glyph] ?? 0;
  return measure(font, font.compounds.get(glyph)?.advance ?? font.face.advance(glyph));
}

function measure({ scale }: UsedFont, advance: number): number {
  return Math.round(advance * scale * 100) / 100;
}

/** Let a glyph of the file say a text from here on. */
export function nameGlyph(font: UsedFont, glyph: number, text: string): void {
  codeOf(font, glyph, text);
  font.unicode.set(glyph, text);
  if (glyph < FIRST_COMPOUND && text.length === 1) {
    font.measures.units[glyph] = text.charCodeAt(0);
  }
}

/** The code of the space behind a word, which says so even where no text of the font has one. */
export function codeOfSpace(font: UsedFont, space: number): number {
  if (!font.unicode.has(space)) nameGlyph(font, space, ' ');
  return codeOf(font, space);
}

/** The same as the bytes of a string. */
export function spaceText(font: UsedFont, space: number): string {
  codeOfSpace(font, space);
  return codeText(font, space);
}

/** Code points without a meaning of their own; archival files must spell them beside the glyph (ISO 19005-3, 6.2.11.7.3). */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;

/** Whether a text has characters that must be spelled beside their glyphs. */
export function isPrivate(text: string): boolean {
  return PRIVATE.test(text);
}

/** What a glyph may say of itself. */
export function sayable(text: string): string {
  return text >= FIRST_PRIVATE && PRIVATE.test(text) ? '\ufffd' : text;
}

const FIRST_PRIVATE = '\ud800';
