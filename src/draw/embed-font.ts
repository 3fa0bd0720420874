import { createHash } from 'node:crypto';
import type { Face } from '../font/face.ts';
import { coordinate } from './format-number.ts';
import { escapeBytes, plainName } from './pdf-text.ts';
import { toUnicodeMap } from './to-unicode.ts';
import type { UsedFont, UsedFonts } from './used-fonts.ts';
import { deflate } from './object-stream.ts';
import type { PdfWriter } from './writer.ts';
import { reference } from './resources.ts';

/** A font in the file: how its glyphs are written and how far they move the pen. */
export interface EmbeddedFont extends UsedFont {
  /** Object number of the font dictionary. */
  readonly id: number;
  /** For each glyph its two bytes, escaped for a literal string. */
  readonly codes: readonly string[];
  /** For each glyph its width as the file's table has it, thousandths of an em. */
  readonly widths: Float64Array;
  /** Font units to thousandths of an em. */
  readonly scale: number;
}

/** The embedded fonts by face. */
export type EmbeddedFonts = ReadonlyMap<Face, EmbeddedFont>;

/** Write every font of the document. */
export function embedFonts(writer: PdfWriter, fonts: UsedFonts): EmbeddedFonts {
  return new Map([...fonts].map(([face, font]) => [face, embedFont(writer, font)]));
}

/** A composite font over two-byte codes that are the glyph numbers of the subset (ISO 32000-1, section 9.7). */
function embedFont(writer: PdfWriter, font: UsedFont): EmbeddedFont {
  const { face } = font;
  const subset = face.subset(font.glyphs, font.compounds);
  const name = subsetName(font);
  const { codes, widths } = encodeGlyphs(font, subset.ids);
  const id = writer.reserve();
  const unicode = writer.reserve();
  writer.putDeflated(unicode, '', Buffer.from(toUnicodeMap(font.unicode, subset.ids), 'latin1'));
  const descendant = describeDescendant(writer, font, {
    name,
    widths,
    ids: subset.ids,
    program: subset.bytes,
  });
  writer.put(
    id,
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${reference(descendant)}]/ToUnicode ${reference(unicode)}>>`,
  );
  return { ...font, id, codes, widths, scale: 1000 / face.metrics.unitsPerEm };
}

/** Six capitals that say which subset it is (ISO 32000-1, section 9.6.4), from the glyphs in it. */
function subsetName({ face, glyphs, compoundKeys }: UsedFont): string {
  const sorted = [...glyphs].sort((one, other) => one - other);
  const digest = createHash('sha256')
    .update([face.key, ...sorted, ...compoundKeys.keys()].join(' '))
    .digest();
  const tag = [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26)));
  return `${tag.join('')}+${plainName(face.postscriptName)}`;
}

function encodeGlyphs(font: UsedFont, ids: ReadonlyMap<number, number>) {
  let size = 1;
  for (const glyph of font.glyphs) size = Math.max(size, glyph + 1);
  const codes = new Array<string>(size).fill('\0\0');
  const widths = new Float64Array(size);
  const scale = 1000 / font.face.metrics.unitsPerEm;
  for (const glyph of font.glyphs) {
    const id = ids.get(glyph) ?? 0;
    codes[glyph] = escapeBytes(String.fromCharCode(id >> 8, id & 255));
    const advance = font.compounds.get(glyph)?.advance ?? font.face.advance(glyph);
    widths[glyph] = Math.round(advance * scale * 100) / 100;
  }
  return { codes, widths };
}

interface Program {
  readonly name: string;
  readonly widths: Float64Array;
  readonly ids: ReadonlyMap<number, number>;
  readonly program: Uint8Array;
}

function describeDescendant(writer: PdfWriter, font: UsedFont, program: Program): number {
  const outlines = isCff(program.program) ? 'CIDFontType0' : 'CIDFontType2';
  const map = outlines === 'CIDFontType2' ? '/CIDToGIDMap/Identity' : '';
  const descriptor = describeFace(writer, font.face, program);
  return writer.add(
    `<</Type/Font/Subtype/${outlines}/BaseFont/${program.name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${reference(descriptor)}/W[0[${widthTable(program).join(' ')}]]${map}>>`,
  );
}

/** Widths by glyph number of the subset; parts of composite glyphs, never drawn by themselves, have none. */
function widthTable({ ids, widths }: Program): string[] {
  const table: string[] = [];
  for (const [glyph, id] of ids) table[id] = coordinate(widths[glyph] ?? 0);
  return Array.from(table, (width) => width ?? '0');
}

const SYMBOLIC = 4;
const ITALIC = 64;

function describeFace(writer: PdfWriter, face: Face, { name, program }: Program): number {
  const { metrics, weight, slant } = face;
  const scale = 1000 / metrics.unitsPerEm;
  const thousandths = (units: number): string => String(Math.round(units * scale));
  const cff = isCff(program);
  const file = writer.reserve();
  const kind = cff ? '/Subtype/OpenType' : `/Length1 ${program.length}`;
  writer.putStream(file, `${kind}/Filter/FlateDecode`, deflate(program));
  return writer.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags ${SYMBOLIC | (slant === 'italic' ? ITALIC : 0)}` +
      `/FontBBox[${metrics.bounds.map(thousandths).join(' ')}]/ItalicAngle ${coordinate(metrics.italicAngle)}` +
      `/Ascent ${thousandths(metrics.ascent)}/Descent ${thousandths(-metrics.descent)}` +
      `/CapHeight ${thousandths(metrics.capHeight)}/XHeight ${thousandths(metrics.xHeight)}` +
      `/StemV ${stemWidth(weight)}/FontFile${cff ? 3 : 2} ${reference(file)}>>`,
  );
}

/** No table of a font file says how wide its stems are: 50 at weight 100, 88 at 400, 165 at 700. */
function stemWidth(weight: number): number {
  return 50 + Math.round((weight / 65) ** 2);
}

function isCff(program: Uint8Array): boolean {
  return Buffer.from(program.subarray(0, 4)).toString('latin1') === 'OTTO';
}
