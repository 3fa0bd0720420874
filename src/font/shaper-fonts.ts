import { Blob, Face as ShaperFace, Font } from 'harfbuzzjs';
import type { GlyphTable } from './glyph-table.ts';
import { bytesOf, tableOf, type Sfnt } from './sfnt.ts';
import { subsetFace } from './subset-face.ts';
import { writeSfnt } from './write-sfnt.ts';

/** A glyph in a font that has its outline. */
export interface OutlinedGlyph {
  readonly font: Font;
  readonly glyph: number;
}

/** What shapes the text of a face, and what has its outlines. */
export interface ShaperFonts {
  readonly face: ShaperFace;
  readonly font: Font;
  outlined(glyph: number): OutlinedGlyph;
}

/** Outlines of more bytes are not given to the shaper, which copies its file and never gives the memory back. */
const HEAVY = 1 << 20;

/** Tables that no shaping with positions of the font's own reads. */
const OUTLINES: ReadonlySet<string> = new Set(['glyf', 'loca', 'fpgm', 'prep', 'cvt ', 'vmtx']);

/** Open a file for the shaper; a heavy one without its outlines, which come out of it one by one. */
export function openShaperFonts(bytes: Uint8Array, sfnt: Sfnt, table: GlyphTable): ShaperFonts {
  const light = isHeavy(sfnt);
  const face = new ShaperFace(new Blob(light ? withoutOutlines(sfnt) : bytes));
  const font = new Font(face);
  if (!light) return { face, font, outlined: (glyph) => ({ font, glyph }) };
  return { face, font, outlined: (glyph) => takeOut(sfnt, table, glyph) };
}

/** Without positions of the font's own (`GPOS`) the shaper puts marks by the outlines, so it needs them. */
const isHeavy = (sfnt: Sfnt): boolean =>
  tableOf(sfnt, 'glyf').byteLength > HEAVY && tableOf(sfnt, 'GPOS').byteLength > 0;

function withoutOutlines(sfnt: Sfnt): Uint8Array {
  const rest = [...sfnt.tables].filter(([tag]) => !OUTLINES.has(tag));
  return writeSfnt(new Map(rest.map(([tag, table]) => [tag, bytesOf(table)])));
}

function takeOut(sfnt: Sfnt, table: GlyphTable, glyph: number): OutlinedGlyph {
  const { bytes, ids } = subsetFace(sfnt, table, new Set([glyph]));
  return { font: new Font(new ShaperFace(new Blob(bytes))), glyph: ids.get(glyph) ?? 0 };
}
