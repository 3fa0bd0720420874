import type { FaceMetrics } from './face.ts';
import { tableOf, type Sfnt, type Table } from './sfnt.ts';

/** Top of a glyph's outline, in font units; 0 where there is none. */
export type TopOf = (character: string) => number;

/** Bit 7 of OS/2 `fsSelection`: line spacing comes from the typographic measures. */
const USE_TYPO_METRICS = 0x80;

/** Line measures as the tables give them, descent positive downwards. */
type LineMeasures = Pick<FaceMetrics, 'ascent' | 'descent' | 'lineGap'>;

/** Read the measures of a face the way FreeType, and so Chromium, chooses among the tables. */
export function readMetrics(sfnt: Sfnt, topOf: TopOf): FaceMetrics {
  const head = tableOf(sfnt, 'head');
  const os2 = tableOf(sfnt, 'OS/2');
  const unitsPerEm = head.getUint16(18) || 1000;
  return {
    unitsPerEm,
    ...readLineMeasures(tableOf(sfnt, 'hhea'), os2, unitsPerEm),
    ...readHeights(os2, unitsPerEm, topOf),
    ...readStrokes(tableOf(sfnt, 'post'), os2, unitsPerEm),
    bounds: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
  };
}

function readLineMeasures(hhea: Table, os2: Table, unitsPerEm: number): LineMeasures {
  const typo = lineMeasures(os2, [68, 70, 72]);
  const useTypo = os2.byteLength >= 74 && (os2.getUint16(62) & USE_TYPO_METRICS) !== 0;
  if (useTypo && isThere(typo)) return typo;
  const plain = lineMeasures(hhea, [4, 6, 8]);
  if (isThere(plain)) return plain;
  if (isThere(typo)) return typo;
  const windows = { ascent: int16(os2, 74), descent: int16(os2, 76), lineGap: 0 };
  if (isThere(windows)) return windows;
  return { ascent: 0.8 * unitsPerEm, descent: 0.2 * unitsPerEm, lineGap: 0 };
}

function lineMeasures(table: Table, at: readonly [number, number, number]): LineMeasures {
  const lineGap = Math.max(0, int16(table, at[2]));
  return { ascent: int16(table, at[0]), descent: -int16(table, at[1]), lineGap };
}

function isThere(measures: LineMeasures): boolean {
  return measures.ascent !== 0 || measures.descent !== 0;
}

function readHeights(
  os2: Table,
  unitsPerEm: number,
  topOf: TopOf,
): Pick<FaceMetrics, 'capHeight' | 'xHeight'> {
  const there = int16(os2, 0) >= 2;
  const capHeight = there ? int16(os2, 88) : 0;
  const xHeight = there ? int16(os2, 86) : 0;
  return {
    capHeight: capHeight > 0 ? capHeight : topOf('H') || 0.7 * unitsPerEm,
    xHeight: xHeight > 0 ? xHeight : topOf('x') || 0.5 * unitsPerEm,
  };
}

/** The tables name the top edge of each stroke; ours is its middle. */
function readStrokes(
  post: Table,
  os2: Table,
  unitsPerEm: number,
): Pick<
  FaceMetrics,
  | 'underlinePosition'
  | 'underlineThickness'
  | 'strikeoutPosition'
  | 'strikeoutThickness'
  | 'italicAngle'
> {
  const underlineThickness = positive(int16(post, 10), unitsPerEm / 20);
  const strikeoutThickness = positive(int16(os2, 26), unitsPerEm / 20);
  const underlineTop = -int16(post, 8) || unitsPerEm / 10 - underlineThickness / 2;
  const strikeoutTop = int16(os2, 28) || unitsPerEm / 4 + strikeoutThickness / 2;
  return {
    underlinePosition: underlineTop + underlineThickness / 2,
    underlineThickness,
    strikeoutPosition: strikeoutTop - strikeoutThickness / 2,
    strikeoutThickness,
    italicAngle: post.byteLength >= 8 ? post.getInt32(4) / 65536 : 0,
  };
}

function positive(value: number, otherwise: number): number {
  return value > 0 ? value : otherwise;
}

/** A signed number of the table; 0 where the table ends before it. */
function int16(table: Table, offset: number): number {
  return offset + 2 <= table.byteLength ? table.getInt16(offset) : 0;
}
