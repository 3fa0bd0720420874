import { crc32, deflateSync } from 'node:zlib';

/** What a PNG for a test is made of. `rows` are packed samples without filter types. */
export interface PngRecipe {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly colorType: number;
  readonly rows: readonly Uint8Array[];
  /** Filter type of each row; 0 where there is none. */
  readonly filters?: readonly number[];
  readonly interlaced?: boolean;
  readonly extra?: readonly (readonly [string, Uint8Array])[];
}

/** Write a PNG file. */
export function makePng(recipe: PngRecipe): Buffer {
  const { width, height, depth = 8, colorType, rows, filters = [], interlaced = false } = recipe;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8);
  const data = rows.map((row, index) => Buffer.concat([Buffer.from([filters[index] ?? 0]), row]));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...(recipe.extra ?? []).map(([name, bytes]) => chunk(name, bytes)),
    chunk('IDAT', deflateSync(Buffer.concat(data))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One chunk with its length and checksum. */
export function chunk(name: string, bytes: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Apply a PNG filter to rows, by the definition of section 9.2 of the PNG specification. */
export function filterRows(
  rows: readonly Uint8Array[],
  types: readonly number[],
  step: number,
): Uint8Array[] {
  return rows.map((row, index) => {
    const above = rows[index - 1];
    return row.map((value, at) => {
      const left = at < step ? 0 : (row[at - step] ?? 0);
      const up = above?.[at] ?? 0;
      const upLeft = at < step ? 0 : (above?.[at - step] ?? 0);
      const guesses = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, upLeft)];
      return value - (guesses[types[index] ?? 0] ?? 0);
    });
  });
}

function paeth(left: number, up: number, upLeft: number): number {
  const distances = [left, up, upLeft].map((value) => Math.abs(left + up - upLeft - value));
  const nearest = Math.min(...distances);
  return [left, up, upLeft][distances.indexOf(nearest)] ?? 0;
}
