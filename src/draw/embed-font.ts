import type { Face, PackedProgram } from '../font/face.ts';
import { completeLetters } from './complete-letters.ts';
import { coordinate } from './format-number.ts';
import { keep } from './keep.ts';
import { deflate } from './object-stream.ts';
import { plainName } from './pdf-text.ts';
import { reference } from './resources.ts';
import { toUnicodeMap } from './to-unicode.ts';
import { widthOf, type UsedFont, type UsedFonts } from './used-fonts.ts';
import type { PdfWriter } from './writer.ts';

/** Write every font of the document, with the glyphs that its pages use. */
export function embedFonts(writer: PdfWriter, fonts: UsedFonts): void {
  for (const font of fonts.all.values()) embedFont(writer, font);
}

/** A composite font over two-byte codes that are the glyph numbers of the subset (ISO 32000-1, section 9.7). */
function embedFont(writer: PdfWriter, font: UsedFont): void {
  if (isShareable(font)) completeLetters(font);
  const program = programOf(font);
  const { name } = program;
  const unicode = writer.reserve();
  writer.putStream(unicode, '/Filter/FlateDecode', toUnicodeMap(font));
  const descriptor = describeFace(writer, font.face, program);
  const descendant = describeGlyphs(writer, program, descriptor);
  writer.put(
    font.id,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${reference(descendant)}]/ToUnicode ${reference(unicode)}>>`,
  );
}

/** What has compounds, or many glyphs, seldom comes again. */
function isShareable({ face, byCode, compounds }: UsedFont): boolean {
  return face.programs !== undefined && compounds.size === 0 && byCode.length <= MOST_SHARED;
}

/** A program that is there already, or a new one. */
function programOf(font: UsedFont): PackedProgram {
  const { byCode, face } = font;
  if (face.programs === undefined || !isShareable(font)) return packProgram(font);
  const key = String.fromCharCode(...byCode);
  return keep(face.programs, MOST_PROGRAMS, key, () => packProgram(font));
}

/** Codes of a program to keep, and programs of a face: about 7 kB each. */
const MOST_SHARED = 256;
const MOST_PROGRAMS = 64;

function packProgram(font: UsedFont): PackedProgram {
  const { face, byCode, compounds } = font;
  const glyphs = byCode.slice(1).map((glyph) => (glyph === 0 ? null : glyph));
  const { bytes } = face.subset(glyphs, compounds);
  return {
    name: subsetName(font),
    widths: widthsOf(font),
    deflated: deflate(bytes),
    length: bytes.length,
  };
}

/** Six capitals that say which subset it is (ISO 32000-1, section 9.6.4), from the glyphs in it. */
function subsetName({ face, byCode, compoundKeys }: UsedFont): string {
  let mixed = mixedWith(SEED, face.key);
  for (const glyph of byCode) mixed = Math.imul(mixed ^ glyph, PRIME);
  for (const key of compoundKeys.keys()) mixed = mixedWith(mixed, key);
  const tag = Array.from({ length: 6 }, (_, index) => {
    const letter = Math.floor((mixed >>> 0) / 26 ** index) % 26;
    return String.fromCharCode(CAPITAL_A + letter);
  });
  return `${tag.join('')}+${plainName(face.postscriptName)}`;
}

/** FNV-1a, 32 bits. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

function mixedWith(mixed: number, text: string): number {
  let hash = mixed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

const CAPITAL_A = 65;

/** Widths by code; code 0 and the parts of composite glyphs, never drawn by themselves, have none. */
function widthsOf(font: UsedFont): string {
  return font.byCode.map((glyph) => coordinate(glyph === 0 ? 0 : widthOf(font, glyph))).join(' ');
}

const SYSTEM = '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>';

function describeGlyphs(writer: PdfWriter, program: PackedProgram, descriptor: number): number {
  const { name, widths } = program;
  return writer.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}${SYSTEM}/FontDescriptor ${reference(descriptor)}` +
      `/W[0[${widths}]]/CIDToGIDMap/Identity>>`,
  );
}

const SYMBOLIC = 4;
const ITALIC = 64;

function describeFace(writer: PdfWriter, face: Face, program: PackedProgram): number {
  const { name } = program;
  const { metrics, weight, slant } = face;
  const scale = 1000 / metrics.unitsPerEm;
  const thousandths = (units: number): string => String(Math.round(units * scale));
  const file = writer.reserve();
  writer.putStream(file, `/Length1 ${program.length}/Filter/FlateDecode`, program.deflated);
  return writer.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags ${SYMBOLIC | (slant === 'italic' ? ITALIC : 0)}` +
      `/FontBBox[${metrics.bounds.map(thousandths).join(' ')}]/ItalicAngle ${coordinate(metrics.italicAngle)}` +
      `/Ascent ${thousandths(metrics.ascent)}/Descent ${thousandths(-metrics.descent)}` +
      `/CapHeight ${thousandths(metrics.capHeight)}/XHeight ${thousandths(metrics.xHeight)}` +
      `/StemV ${stemWidth(weight)}/FontFile2 ${reference(file)}>>`,
  );
}

/** No table of a font file says how wide its stems are: 50 at weight 100, 88 at 400, 165 at 700. */
function stemWidth(weight: number): number {
  return 50 + Math.round((weight / 65) ** 2);
}
