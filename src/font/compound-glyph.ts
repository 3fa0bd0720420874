import { FIRST_COMPOUND, type CompoundGlyph } from './face.ts';
import type { GlyphTable } from './glyph-table.ts';

/** Flags of a component (OpenType 1.9, "glyf"): offsets are words, and are x and y; another component follows. */
const WORDS = 0x0001;
const OFFSETS = 0x0002;
const MORE = 0x0020;

const HEADER = 10;
const COMPONENT = 8;

/** The table of a face with compound glyphs behind its own ones. */
export function withCompounds(
  table: GlyphTable,
  compounds: ReadonlyMap<number, CompoundGlyph>,
): GlyphTable {
  if (compounds.size === 0) return table;
  return {
    count: FIRST_COMPOUND + compounds.size,
    advance: (glyph) => compounds.get(glyph)?.advance ?? table.advance(glyph),
    outline: (glyph) => {
      const compound = compounds.get(glyph);
      return compound === undefined ? table.outline(glyph) : outlineOf(table, compound);
    },
    leftSideBearing: (glyph) => {
      const compound = compounds.get(glyph);
      return compound === undefined ? table.leftSideBearing(glyph) : leftOf(table, compound);
    },
  };
}

/** A part with the box around its outline, where it stands in the compound. */
interface PlacedPart {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
  readonly box: readonly [number, number, number, number];
}

/** The parts that show something. A glyph stands where its left side bearing says, not where its outline does. */
function placeParts(table: GlyphTable, { parts }: CompoundGlyph): readonly PlacedPart[] {
  return parts.flatMap(({ glyph, x, y }) => {
    const outline = table.outline(glyph);
    if (outline.length <= HEADER) return [];
    const [left, bottom, right, top] = boxOf(outline);
    const shift = x + table.leftSideBearing(glyph) - left;
    return [{ glyph, x: shift, y, box: [left + shift, bottom + y, right + shift, top + y] }];
  });
}

function boxOf(outline: Uint8Array): readonly [number, number, number, number] {
  const view = new DataView(outline.buffer, outline.byteOffset, HEADER);
  return [view.getInt16(2), view.getInt16(4), view.getInt16(6), view.getInt16(8)];
}

function leftOf(table: GlyphTable, compound: CompoundGlyph): number {
  const lefts = placeParts(table, compound).map(({ box }) => box[0]);
  return lefts.reduce((least, left) => Math.min(least, left), lefts[0] ?? 0);
}

/** A composite outline: the box around all parts, then the parts. */
function outlineOf(table: GlyphTable, compound: CompoundGlyph): Uint8Array {
  const parts = placeParts(table, compound);
  if (parts.length === 0) return new Uint8Array(0);
  const view = new DataView(new ArrayBuffer(HEADER + parts.length * COMPONENT));
  view.setInt16(0, -1);
  view.setInt16(2, Math.min(...parts.map(({ box }) => box[0])));
  view.setInt16(4, Math.min(...parts.map(({ box }) => box[1])));
  view.setInt16(6, Math.max(...parts.map(({ box }) => box[2])));
  view.setInt16(8, Math.max(...parts.map(({ box }) => box[3])));
  parts.forEach(({ glyph, x, y }, index) => {
    const at = HEADER + index * COMPONENT;
    view.setUint16(at, WORDS | OFFSETS | (index < parts.length - 1 ? MORE : 0));
    view.setUint16(at + 2, glyph);
    view.setInt16(at + 4, x);
    view.setInt16(at + 6, y);
  });
  return new Uint8Array(view.buffer);
}

/** The most parts that one compound has; 0 for none. */
export function mostParts(compounds: ReadonlyMap<number, CompoundGlyph>): number {
  let most = 0;
  for (const { parts } of compounds.values()) most = Math.max(most, parts.length);
  return most;
}
