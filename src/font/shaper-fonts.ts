import { Blob, Face as ShaperFace, Font } from 'harfbuzzjs';
import type { GlyphTable } from './glyph-table.ts';
import type { KeptFile } from './heavy-file.ts';
import type { Sfnt } from './sfnt.ts';
import { subsetFace } from './subset-face.ts';

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

/** Open a file for the shaper; outlines that are kept elsewhere come to it one by one. */
export function openShaperFonts({ bytes, sfnt, light }: KeptFile, table: GlyphTable): ShaperFonts {
  const face = new ShaperFace(new Blob(bytes));
  const font = new Font(face);
  if (!light) return { face, font, outlined: (glyph) => ({ font, glyph }) };
  return { face, font, outlined: (glyph) => takeOut(sfnt, table, glyph) };
}

function takeOut(sfnt: Sfnt, table: GlyphTable, glyph: number): OutlinedGlyph {
  const { bytes, ids } = subsetFace(sfnt, table, new Set([glyph]));
  return { font: new Font(new ShaperFace(new Blob(bytes))), glyph: ids.get(glyph) ?? 0 };
}
