import { crc32 } from 'node:zlib';

/** Colour types of PNG (PNG 3, section 11.2.1). */
export const GREY = 0;
export const RGB = 2;
export const PALETTE = 3;
export const GREY_ALPHA = 4;
export const RGB_ALPHA = 6;

/** The header of a PNG file. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of one sample. */
  readonly depth: number;
  readonly colorType: number;
  readonly interlaced: boolean;
}

/** The parts of a PNG file that its pixels are made from. */
export interface PngParts {
  readonly header: PngHeader;
  readonly palette: Buffer | null;
  readonly transparency: Buffer | null;
  /** Deflated rows. */
  readonly data: Buffer;
}

const SIGNATURE_LENGTH = 8;
const DEPTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [GREY, [1, 2, 4, 8, 16]],
  [RGB, [8, 16]],
  [PALETTE, [1, 2, 4, 8]],
  [GREY_ALPHA, [8, 16]],
  [RGB_ALPHA, [8, 16]],
]);

/** Samples of one pixel by colour type. */
export function samplesPerPixel(colorType: number): number {
  if (colorType === RGB) return 3;
  if (colorType === RGB_ALPHA) return 4;
  return colorType === GREY_ALPHA ? 2 : 1;
}

/** Take a PNG file apart; a text says what is wrong with it. */
export function readPngChunks(file: Buffer): PngParts | string {
  const chunks = readChunks(file);
  if (typeof chunks === 'string') return chunks;
  const [first] = chunks;
  if (first?.name !== 'IHDR') return 'no header';
  const header = readHeader(first.data);
  if (typeof header === 'string') return header;
  const find = (name: string): Buffer | null =>
    chunks.find((chunk) => chunk.name === name)?.data ?? null;
  const palette = find('PLTE');
  if (header.colorType === PALETTE && !isPalette(palette)) return 'no palette, or a broken one';
  const data = Buffer.concat(
    chunks.filter(({ name }) => name === 'IDAT').map((chunk) => chunk.data),
  );
  return { header, palette, transparency: find('tRNS'), data };
}

interface Chunk {
  readonly name: string;
  readonly data: Buffer;
}

function readChunks(file: Buffer): readonly Chunk[] | string {
  const chunks: Chunk[] = [];
  let at = SIGNATURE_LENGTH;
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > file.length) return 'a file that ends early';
    const name = file.toString('latin1', at + 4, at + 8);
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) {
      return `a wrong checksum of its ${JSON.stringify(name)} part`;
    }
    if (name === 'IEND') return chunks;
    chunks.push({ name, data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  return 'a file that ends early';
}

function readHeader(data: Buffer): PngHeader | string {
  if (data.length !== 13) return 'a header of the wrong length';
  const header = {
    width: data.readUInt32BE(0),
    height: data.readUInt32BE(4),
    depth: data.readUInt8(8),
    colorType: data.readUInt8(9),
    interlaced: data.readUInt8(12) === 1,
  };
  if (header.width === 0 || header.height === 0) {
    return `a picture of ${header.width} × ${header.height} pixels`;
  }
  if (!DEPTHS.get(header.colorType)?.includes(header.depth)) {
    return `colour type ${header.colorType} with ${header.depth} bits`;
  }
  return header;
}

function isPalette(palette: Buffer | null): boolean {
  return (
    palette !== null && palette.length > 0 && palette.length <= 768 && palette.length % 3 === 0
  );
}
