import { success, type Outcome } from '../failure.ts';
import { refuse, tableOf, type Sfnt, type Table } from './sfnt.ts';

/** Outlines and widths of a face by glyph id (OpenType 1.9: `glyf`, `loca`, `hmtx`). Unknown ids and torn outlines are empty. */
export interface GlyphTable {
  readonly count: number;
  /** The glyph's bytes in `glyf`, not copied. */
  outline(glyph: number): Uint8Array;
  advance(glyph: number): number;
  leftSideBearing(glyph: number): number;
}

const NOTHING = new Uint8Array(0);

/** Check that the tables are as long as they say and give access to them. */
export function readGlyphTable(sfnt: Sfnt, place: string): Outcome<GlyphTable> {
  const count = tableOf(sfnt, 'maxp').getUint16(4);
  const long = tableOf(sfnt, 'head').getInt16(50) !== 0;
  const fullMetrics = tableOf(sfnt, 'hhea').getUint16(34);
  const hmtx = tableOf(sfnt, 'hmtx');
  const loca = tableOf(sfnt, 'loca');
  if (count === 0) return refuse(place, 'The font has no glyphs.', 'a font with glyphs');
  if (loca.byteLength < (count + 1) * (long ? 4 : 2))
    return refuse(place, 'The font file is damaged: "loca" is too short.', 'one place per glyph');
  const bearings = Math.max(0, count - fullMetrics);
  if (fullMetrics === 0 || hmtx.byteLength < fullMetrics * 4 + bearings * 2)
    return refuse(place, 'The font file is damaged: "hmtx" is too short.', 'one width per glyph');
  const outline = outlineReader(loca, sfnt.outlines, { count, long });
  return success({ count, outline, ...metricReader(hmtx, count, fullMetrics) });
}

function outlineReader(
  loca: Table,
  outlines: () => Uint8Array,
  { count, long }: { readonly count: number; readonly long: boolean },
): (glyph: number) => Uint8Array {
  const place = (glyph: number): number =>
    long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  return (glyph) => {
    if (!(glyph >= 0 && glyph < count)) return NOTHING;
    const start = place(glyph);
    const end = place(glyph + 1);
    const glyf = outlines();
    return start < end && end <= glyf.length ? glyf.subarray(start, end) : NOTHING;
  };
}

function metricReader(
  hmtx: Table,
  count: number,
  full: number,
): Pick<GlyphTable, 'advance' | 'leftSideBearing'> {
  const known = (glyph: number): boolean => glyph >= 0 && glyph < count;
  return {
    advance: (glyph) => (known(glyph) ? hmtx.getUint16(Math.min(glyph, full - 1) * 4) : 0),
    leftSideBearing: (glyph) => {
      if (!known(glyph)) return 0;
      return hmtx.getInt16(glyph < full ? glyph * 4 + 2 : full * 4 + (glyph - full) * 2);
    },
  };
}
