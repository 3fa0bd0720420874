import {
  FIRST_COMPOUND,
  type CompoundGlyph,
  type Face,
  type GlyphRun,
  type GlyphTables,
} from '../font/face.ts';
import {
  beginTables,
  FIRST_BASIC,
  FREE_CODES,
  largerTables,
  OTHER_CODES,
  widthIn,
} from './glyph-tables.ts';
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
  /** The code of each compound. */
  readonly compoundCodes: Map<number, number>;
  /** The glyph of each code that the file uses, 0 for all others. */
  readonly byCode: number[];
  /** What each glyph of the face has, basic characters from the start on. */
  tables: GlyphTables;
  /** The text that other glyphs stand for, as the first cluster made of each alone has it, where that is not one unit. */
  readonly texts: Map<number, string>;
  /** Runs as they are written: with one glyph for each piece of text. */
  readonly restated: Map<GlyphRun, GlyphRun>;
  /** Compound glyphs by number, and their numbers by what they show and say. */
  readonly compounds: Map<number, CompoundGlyph>;
  readonly compoundKeys: Map<string, number>;
  /** The glyph of U+0020, null where the face has none. */
  readonly space: number | null;
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
  const font: UsedFont = {
    face,
    id,
    name,
    scale: 1000 / face.metrics.unitsPerEm,
    compoundCodes: new Map(),
    byCode: new Array<number>(face.basic === undefined ? 1 : FREE_CODES).fill(0),
    tables: beginTables(face),
    texts: new Map(),
    restated: new Map(),
    compounds: new Map(),
    compoundKeys: new Map(),
    space: spaceOf(face),
  };
  if (font.space !== null) say(font, font.space, ' ');
  return font;
}

function spaceOf(face: Face): number | null {
  if (!face.covers(0x20)) return null;
  const shaping = { script: 'Latn', language: 'en', direction: 'ltr', features: [] } as const;
  return face.shape(' ', shaping).glyphs[0] ?? null;
}

/** A code for a glyph that has none and says a text, as far as that is known. */
function newCode({ face, byCode }: UsedFont, said: string): number {
  if (face.basic === undefined) return byCode.length;
  const other = OTHER_CODES + said.charCodeAt(0) - FIRST_BASIC;
  const isOther = said.length === 1 && other >= OTHER_CODES && other < FREE_CODES;
  return isOther && byCode[other] === 0 ? other : byCode.length;
}

/** Whether a code is the same character's in all files, in faces that have basic characters. */
export function isFixed(code: number): boolean {
  return code >= 1 && code < FREE_CODES;
}

/** The character of such a code. */
export function fixedText(code: number): string | null {
  if (!isFixed(code)) return null;
  return String.fromCharCode(FIRST_BASIC + code - (code < OTHER_CODES ? 1 : OTHER_CODES));
}

/** The code of a glyph, given to it when it is first asked for; the file has it from then on. Glyph 0 has none. */
export function codeOf(font: UsedFont, glyph: number, said = ''): number {
  if (glyph === 0) return 0;
  const code = knownCode(font, glyph) || giveCode(font, glyph, said);
  font.byCode[code] = glyph;
  return code;
}

function knownCode({ compoundCodes, tables }: UsedFont, glyph: number): number {
  return (glyph < FIRST_COMPOUND ? tables.codes[glyph] : compoundCodes.get(glyph)) ?? 0;
}

function giveCode(font: UsedFont, glyph: number, said: string): number {
  const code = newCode(font, said);
  if (glyph >= FIRST_COMPOUND) font.compoundCodes.set(glyph, code);
  else {
    const { codes, widths } = tablesWith(font, glyph);
    codes[glyph] = code;
    widths[glyph] = widthIn(font.face, font.face.advance(glyph));
  }
  return code;
}

/** The tables of a font with room for a glyph. */
function tablesWith(font: UsedFont, glyph: number): GlyphTables {
  if (glyph >= font.tables.codes.length) {
    font.tables = largerTables(font.face, font.tables, glyph);
  }
  return font.tables;
}

/** Whether the file has a glyph so far. */
export function isUsed(font: UsedFont, glyph: number): boolean {
  return font.byCode[knownCode(font, glyph)] === glyph;
}

/** The two bytes of a glyph's code, escaped for a literal string. */
export function codeText(font: UsedFont, glyph: number): string {
  const code = codeOf(font, glyph);
  return escapeBytes(String.fromCharCode(code >> 8, code & 255));
}

/** The width of a glyph as the file's table has it, thousandths of an em. */
export function widthOf(font: UsedFont, glyph: number): number {
  const { codes, widths } = font.tables;
  if ((codes[glyph] ?? 0) !== 0) return widths[glyph] ?? 0;
  return widthIn(font.face, font.compounds.get(glyph)?.advance ?? font.face.advance(glyph));
}

/** What a glyph of the file says; undefined where that is not known. */
export function textOf({ tables, texts }: UsedFont, glyph: number): string | undefined {
  const unit = tables.units[glyph] ?? 0;
  return unit === 0 ? texts.get(glyph) : String.fromCharCode(unit);
}

/** Let a glyph of the file say a text from here on. */
export function nameGlyph(font: UsedFont, glyph: number, text: string): void {
  codeOf(font, glyph, text);
  say(font, glyph, text);
}

function say(font: UsedFont, glyph: number, text: string): void {
  if (glyph >= FIRST_COMPOUND || text.length !== 1) font.texts.set(glyph, text);
  else tablesWith(font, glyph).units[glyph] = text.charCodeAt(0);
}

/** The code of the space behind a word, which says so even where no text of the font has one. */
export function codeOfSpace(font: UsedFont, space: number): number {
  if (textOf(font, space) === undefined) nameGlyph(font, space, ' ');
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
