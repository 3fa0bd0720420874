import type { Face as ShaperFace } from 'harfbuzzjs';
import { failure, success, type Failure, type Outcome } from '../failure.ts';
import { createCoverage, isCovered } from './coverage.ts';
import { createOutlineReader } from './draw-outline.ts';
import { createRunShaper } from './run-shaper.ts';
import type { Face, FaceDescription, FaceMetrics } from './face.ts';
import { readGlyphTable, type GlyphTable } from './glyph-table.ts';
import { keepFile, type FindOutlines, type KeptFile } from './heavy-file.ts';
import { openShaperFonts, type ShaperFonts } from './shaper-fonts.ts';
import { readMetrics } from './read-metrics.ts';
import { bytesOf, readSfnt, tableOf, type Sfnt } from './sfnt.ts';
import { subsetFace } from './subset-face.ts';

/** Number of the PostScript name in the `name` table. */
const POSTSCRIPT_NAME = 6;

/** Bits 0 to 3 of OS/2 `fsType`; 2 alone forbids embedding. */
const EMBEDDING = 0xf;
const NO_EMBEDDING = 2;

/** What may be said of a file beside its bytes. */
export interface FileOrigin {
  /** The face's key, if not its PostScript name. */
  readonly key?: string;
  /** Finds the outlines of the file again, so that those of a heavy one need not be kept. */
  readonly find?: FindOutlines;
}

/** Open a TrueType file. The bytes must not change afterwards. */
export function openFace(
  bytes: Uint8Array,
  description: FaceDescription,
  { key, find }: FileOrigin = {},
): Outcome<Face> {
  const place = nameFace(description);
  const sfnt = readSfnt(bytes, place);
  if (!sfnt.ok) return sfnt;
  const file = keepFile(bytes, sfnt.value, find);
  const table = readGlyphTable(file.sfnt, place);
  if (!table.ok) return table;
  const face = buildFace({ file, description, table: table.value }, key);
  return success(face, findWarnings(sfnt.value, place));
}

/** How messages call a face. */
export function nameFace({ family, weight, slant }: FaceDescription): string {
  return `font "${family}" ${String(weight)} ${slant}`;
}

/** What a face is built from. */
interface Parts {
  readonly file: KeptFile;
  readonly description: FaceDescription;
  readonly table: GlyphTable;
}

function buildFace({ file, description, table }: Parts, key: string | undefined): Face {
  const { sfnt } = file;
  const fonts = openShaperFonts(file, table);
  const metrics = measureFace(sfnt, fonts);
  fonts.font.setScale(metrics.unitsPerEm, metrics.unitsPerEm);
  const coverage = createCoverage(fonts.face.collectUnicodes());
  const postscriptName = readPostscriptName(fonts.face, description);
  const face: Face = {
    family: description.family,
    weight: description.weight,
    slant: description.slant,
    key: key ?? postscriptName,
    postscriptName,
    metrics,
    covers: (codePoint) => isCovered(coverage, codePoint),
    shape: (text, shaping) => shape(text, shaping),
    advance: (glyph) => table.advance(glyph),
    outline: createOutlineReader(fonts.outlined, metrics.unitsPerEm),
    subset: (glyphs, compounds) => subsetFace(sfnt, table, glyphs, compounds),
    compounds: true,
    basic: basicGlyphs((codePoint) => fonts.font.nominalGlyph(codePoint)),
    begun: { tables: null },
    programs: new Map(),
    maps: new Map(),
  };
  const shape = createRunShaper(face, fonts.font);
  return face;
}

/** Glyphs that stand for several of the characters stand for the first. */
function basicGlyphs(
  nominal: (codePoint: number) => number | undefined,
): ReadonlyMap<number, number> {
  const basic = new Map<number, number>();
  for (let character = 0x20; character < 0x7f; character++) {
    const glyph = nominal(character) ?? 0;
    if (glyph !== 0 && !basic.has(glyph)) basic.set(glyph, character);
  }
  return basic;
}

function measureFace(sfnt: Sfnt, { font, outlined }: ShaperFonts): FaceMetrics {
  return readMetrics(sfnt, (character) => {
    const glyph = font.nominalGlyph(character.charCodeAt(0));
    if (glyph === undefined) return 0;
    const drawn = outlined(glyph);
    return drawn.font.glyphExtents(drawn.glyph)?.yBearing ?? 0;
  });
}

/** The name from the file, kept to what a PDF name may hold; made from the description where there is none. */
function readPostscriptName(face: ShaperFace, description: FaceDescription): string {
  const given = face
    .getName(POSTSCRIPT_NAME, 'en')
    .replace(/[^A-Za-z0-9_.-]/g, '')
    .slice(0, 63);
  if (given !== '') return given;
  const { family, weight, slant } = description;
  return `${family.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)}-${String(weight)}${slant}`;
}

function findWarnings(sfnt: Sfnt, place: string): readonly Failure[] {
  const os2 = tableOf(sfnt, 'OS/2');
  const forbidden = os2.byteLength >= 10 && (os2.getUint16(8) & EMBEDDING) === NO_EMBEDDING;
  const variable = bytesOf(tableOf(sfnt, 'fvar')).length > 0;
  return [
    ...(forbidden ? [failure('style', place, 'The font says that it must not be embedded.')] : []),
    ...(variable ? [failure('style', place, 'A variable font: only its default is used.')] : []),
  ];
}
