import { bytesOf } from './sfnt.ts';
import { writeSfnt } from './write-sfnt.ts';

/** A box to draw, and the measures of the font around it, all in font units. */
export interface BoxFont {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly advance: number;
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  readonly stroke: number;
}

/** Numbers of 16 bits by their offset in a table. */
type Fields = Readonly<Record<number, number>>;

/** Write a TrueType file with two glyphs, both of them the outline of the box; 0 is needed by every font, 1 is to be used. */
export function writeBoxFont(box: BoxFont): Uint8Array {
  const glyph = boxOutline(box);
  const glyf = new Uint8Array(glyph.length * 2);
  glyf.set(glyph);
  glyf.set(glyph, glyph.length);
  const half = glyph.length / 2;
  return writeSfnt(
    new Map([
      ['glyf', glyf],
      ['head', headTable(box)],
      ['hhea', table(36, { 0: 1, 4: box.ascent, 6: -box.descent, 10: box.advance, 34: 2 })],
      ['hmtx', table(8, { 0: box.advance, 2: box.left, 4: box.advance, 6: box.left })],
      ['loca', table(6, { 0: 0, 2: half, 4: half * 2 })],
      ['maxp', table(32, { 0: 1, 4: 2, 6: 8, 8: 2, 14: 1 })],
      ['post', table(32, { 0: 3 })],
    ]),
  );
}

/** `head` 1.0 with its magic number, without dates. */
function headTable({ unitsPerEm, left, bottom, width, height }: BoxFont): Uint8Array {
  const bounds: Fields = { 36: left, 38: bottom, 40: left + width, 42: bottom + height };
  return table(54, {
    0: 1,
    4: 1,
    12: 0x5f0f,
    14: 0x3cf5,
    16: 3,
    18: unitsPerEm,
    46: 8,
    48: 2,
    ...bounds,
  });
}

/** Two contours of four points, the inner one the other way round, so that it is a hole. */
function boxOutline({ left, bottom, width, height, stroke }: BoxFont): Uint8Array {
  const right = left + width;
  const top = bottom + height;
  const inner = [left + stroke, bottom + stroke, right - stroke, top - stroke] as const;
  const xs = [left, left, right, right, inner[0], inner[2], inner[2], inner[0]];
  const ys = [bottom, top, top, bottom, inner[1], inner[1], inner[3], inner[3]];
  const head = [2, left, bottom, right, top, 3, 7, 0];
  const flags = Array.from({ length: 4 }, () => 0x0101);
  const words = [...head, ...flags, ...steps(xs), ...steps(ys)];
  return table(
    (words.length * 2 + 3) & ~3,
    Object.fromEntries(words.map((word, index) => [index * 2, word])),
  );
}

/** Each coordinate as the way from the one before. */
function steps(coordinates: readonly number[]): readonly number[] {
  return coordinates.map((value, index) => value - (coordinates[index - 1] ?? 0));
}

function table(length: number, fields: Fields): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  for (const [offset, value] of Object.entries(fields)) view.setInt16(Number(offset), value);
  return bytesOf(view);
}
