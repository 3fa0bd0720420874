import type { Face, GlyphTables } from '../font/face.ts';

/** Codes from 1 are those of U+0020 to U+007E, then of other glyphs for digits and signs, then of all that comes. */
export const OTHER_CODES = 96;
export const FREE_CODES = 128;

/** The first of the basic characters, which have the same codes in all files. */
export const FIRST_BASIC = 0x20;

/** The tables of a font that has no glyph yet. The basic characters are known: they are the same in all files. */
export function beginTables(face: Face): GlyphTables {
  const { basic, begun } = face;
  if (basic === undefined) return emptyTables(FEW);
  const known = begun?.tables ?? tablesOf(face, basic);
  if (begun !== undefined) begun.tables = known;
  const { codes, units, widths } = known;
  return { codes: codes.slice(), units: units.slice(), widths };
}

/** Most faces have the letters of western languages among so many glyphs. */
const FEW = 1024;

function emptyTables(size: number): GlyphTables {
  return {
    codes: new Uint16Array(size),
    units: new Uint16Array(size),
    widths: new Float64Array(size),
  };
}

function tablesOf(face: Face, basic: ReadonlyMap<number, number>): GlyphTables {
  const tables = emptyTables(Math.max(FEW, ...[...basic.keys()].map((glyph) => glyph + 1)));
  for (const [glyph, character] of basic) {
    tables.codes[glyph] = character - FIRST_BASIC + 1;
    tables.units[glyph] = character;
  }
  setWidths(tables, face);
  return tables;
}

function setWidths({ codes, widths }: GlyphTables, face: Face): void {
  for (let glyph = 0; glyph < codes.length; glyph++) {
    if (codes[glyph] !== 0) widths[glyph] = widthIn(face, face.advance(glyph));
  }
}

/** The same tables with room for a glyph behind their end, which files that are begun later have from the start. */
export function largerTables(face: Face, tables: GlyphTables, glyph: number): GlyphTables {
  const size = Math.max(tables.codes.length * 2, glyph + 1);
  const known = face.begun?.tables ?? null;
  if (face.begun === undefined || known === null) return resized(tables, size);
  if (known.codes.length < size) face.begun.tables = resized(known, size);
  const { widths } = face.begun.tables ?? known;
  const larger = { ...resized(tables, widths.length), widths };
  // Another file may have made room before this one: what this one has set since is not in there.
  setWidths(larger, face);
  return larger;
}

function resized({ codes, units, widths }: GlyphTables, size: number): GlyphTables {
  const larger = emptyTables(size);
  larger.codes.set(codes);
  larger.units.set(units);
  larger.widths.set(widths);
  return larger;
}

/** An advance as the file's table has it, thousandths of an em. */
export function widthIn({ metrics }: Face, advance: number): number {
  return Math.round((advance * 1000 * 100) / metrics.unitsPerEm) / 100;
}
