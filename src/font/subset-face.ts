import { mostParts, withCompounds } from './compound-glyph.ts';
import type { CompoundGlyph, FontSubset } from './face.ts';
import type { GlyphTable } from './glyph-table.ts';
import { copyOutline } from './outline.ts';
import { bytesOf, tableOf, type Sfnt } from './sfnt.ts';
import { writeSfnt } from './write-sfnt.ts';

/** Bits of `head.flags` that speak of hinting instructions, of which the subset has none. */
const HINTING_FLAGS = 0b10100;

/** Largest `glyf` that short `loca` entries can reach. */
const SHORT_LIMIT = 0xffff * 2;

/**
 * Make a TrueType file of these glyphs alone, numbered anew in the order that they are given in; glyph 0 is always the first,
 * parts of composite glyphs come last. Depends on nothing but the face and the glyphs, so equal ones give equal bytes.
 */
export function subsetFace(
  sfnt: Sfnt,
  own: GlyphTable,
  glyphs: Iterable<number | null>,
  compounds: ReadonlyMap<number, CompoundGlyph> = NO_COMPOUNDS,
): FontSubset {
  const table = withCompounds(own, compounds);
  const numbers = numberGlyphs(glyphs);
  const { renamed } = numbers;
  const ids = new Map(renamed);
  const kept: number[] = new Array<number>(numbers.count).fill(NO_GLYPH);
  const outlines: Uint8Array[] = new Array<Uint8Array>(numbers.count).fill(NO_OUTLINE);
  const rename = (part: number): number => {
    const known = renamed.get(part);
    if (known !== undefined) return known;
    renamed.set(part, numbers.count);
    return numbers.count++;
  };
  // The map grows while it is walked: parts are numbered when they are met, each once, so circular parts end.
  for (const [given, number] of renamed) {
    const glyph = given >= 0 && given < table.count ? given : 0;
    kept[number] = glyph;
    outlines[number] = copyOutline(table.outline(glyph), rename);
  }
  return {
    bytes: writeSfnt(buildTables({ sfnt, table, kept, outlines, parts: mostParts(compounds) })),
    ids,
  };
}

const NO_COMPOUNDS: ReadonlyMap<number, CompoundGlyph> = new Map();

/** A number that no glyph has; tables have no width and no outline for it. */
const NO_GLYPH = -1;
const NO_OUTLINE = new Uint8Array(0);

/** Glyphs with their numbers in the file. */
interface Numbers {
  readonly renamed: Map<number, number>;
  count: number;
}

function numberGlyphs(glyphs: Iterable<number | null>): Numbers {
  const renamed = new Map([[0, 0]]);
  let count = 1;
  for (const glyph of glyphs) {
    if (glyph === null) count++;
    else if (!renamed.has(glyph)) renamed.set(glyph, count++);
  }
  return { renamed, count };
}

/** What the tables of a subset are made from. */
interface Parts {
  readonly sfnt: Sfnt;
  readonly table: GlyphTable;
  readonly kept: readonly number[];
  readonly outlines: readonly Uint8Array[];
  /** The most parts of a compound; 0 without compounds. */
  readonly parts: number;
}

function buildTables({
  sfnt,
  table,
  kept,
  outlines,
  parts,
}: Parts): ReadonlyMap<string, Uint8Array> {
  const size = outlines.reduce((sum, outline) => sum + aligned(outline.length), 0);
  const long = size > SHORT_LIMIT;
  const { glyf, loca } = packOutlines(outlines, size, long);
  return new Map([
    ['glyf', glyf],
    ['head', buildHead(sfnt, long)],
    ['hhea', buildHhea(sfnt, kept.length)],
    ['hmtx', buildHmtx(table, kept)],
    ['loca', loca],
    ['maxp', buildMaxp(sfnt, kept.length, parts)],
    ['post', buildPost(sfnt)],
  ]);
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

function packOutlines(
  outlines: readonly Uint8Array[],
  size: number,
  long: boolean,
): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const glyf = new Uint8Array(size);
  const loca = new DataView(new ArrayBuffer((outlines.length + 1) * (long ? 4 : 2)));
  const note = (index: number, offset: number): void => {
    if (long) loca.setUint32(index * 4, offset);
    else loca.setUint16(index * 2, offset / 2);
  };
  let offset = 0;
  for (const [index, outline] of outlines.entries()) {
    note(index, offset);
    glyf.set(outline, offset);
    offset += aligned(outline.length);
  }
  note(outlines.length, offset);
  return { glyf, loca: bytesOf(loca) };
}

function buildHead(sfnt: Sfnt, long: boolean): Uint8Array {
  const head = copyOf(sfnt, 'head', 54);
  head.setUint32(8, 0);
  head.setUint16(16, head.getUint16(16) & ~HINTING_FLAGS);
  head.setInt16(50, long ? 1 : 0);
  return bytesOf(head);
}

function buildHhea(sfnt: Sfnt, count: number): Uint8Array {
  const hhea = copyOf(sfnt, 'hhea', 36);
  hhea.setUint16(34, count);
  return bytesOf(hhea);
}

function buildHmtx(table: GlyphTable, kept: readonly number[]): Uint8Array {
  const hmtx = new DataView(new ArrayBuffer(kept.length * 4));
  for (const [index, glyph] of kept.entries()) {
    hmtx.setUint16(index * 4, table.advance(glyph));
    hmtx.setInt16(index * 4 + 2, table.leftSideBearing(glyph));
  }
  return bytesOf(hmtx);
}

/** `maxp` 1.0 of the whole face (larger maxima do no harm) without what instructions need. */
function buildMaxp(sfnt: Sfnt, count: number, parts: number): Uint8Array {
  const maxp = copyOf(sfnt, 'maxp', 32);
  maxp.setUint32(0, 0x00010000);
  maxp.setUint16(4, count);
  maxp.setUint16(14, 1);
  for (let at = 16; at <= 26; at += 2) maxp.setUint16(at, 0);
  if (parts > 0) raiseMaxima(maxp, parts);
  return bytesOf(maxp);
}

/** Room for compounds: as many parts, each as large as the largest glyph, one level deeper. */
function raiseMaxima(maxp: DataView, parts: number): void {
  for (const at of [6, 8]) {
    const largest = Math.max(maxp.getUint16(at), maxp.getUint16(at + 4));
    maxp.setUint16(at + 4, Math.min(0xffff, largest * parts));
  }
  maxp.setUint16(28, Math.max(maxp.getUint16(28), parts));
  maxp.setUint16(30, maxp.getUint16(30) + 1);
}

/** `post` 3.0: the italic angle and the underline, no glyph names. */
function buildPost(sfnt: Sfnt): Uint8Array {
  const post = copyOf(sfnt, 'post', 32);
  post.setUint32(0, 0x00030000);
  return bytesOf(post);
}

/** The first bytes of a table, zeros where it is shorter. */
function copyOf(sfnt: Sfnt, tag: string, length: number): DataView {
  const copy = new Uint8Array(length);
  copy.set(bytesOf(tableOf(sfnt, tag)).subarray(0, length));
  return new DataView(copy.buffer);
}
