import { GREY, GREY_ALPHA, PALETTE, RGB_ALPHA, samplesPerPixel } from './png-chunks.ts';
import type { PngHeader, PngParts } from './png-chunks.ts';
import type { Pass } from './png-rows.ts';
import { passesOf, rowBytes } from './png-rows.ts';

/** Colour and transparency of a picture apart, one byte for each sample. */
export interface Planes {
  readonly colors: 'grey' | 'rgb';
  readonly samples: Uint8Array;
  readonly alpha: Uint8Array;
  /** Whether no pixel is transparent. */
  opaque: boolean;
}

/** Read every pixel of unfiltered rows; 16-bit samples keep their upper byte. */
export function separatePlanes(parts: PngParts, rows: Buffer): Planes {
  const { header } = parts;
  const { width, height, colorType } = header;
  const colors = colorType === GREY || colorType === GREY_ALPHA ? 'grey' : 'rgb';
  const planes: Planes = {
    colors,
    samples: new Uint8Array(width * height * (colors === 'grey' ? 1 : 3)),
    alpha: new Uint8Array(width * height),
    opaque: true,
  };
  const read = pixelReader(parts, planes);
  let start = 0;
  for (const pass of passesOf(header)) {
    readPass(header, pass, { rows, start, read });
    start += pass.height * (rowBytes(header, pass.width) + 1);
  }
  return planes;
}

/** Takes one pixel: `samples` are the file's own values. */
type ReadPixel = (samples: readonly number[], target: number) => void;

function readPass(
  header: PngHeader,
  pass: Pass,
  source: { rows: Buffer; start: number; read: ReadPixel },
): void {
  const count = samplesPerPixel(header.colorType);
  const length = rowBytes(header, pass.width) + 1;
  const samples = new Array<number>(count).fill(0);
  for (let row = 0; row < pass.height; row++) {
    const start = source.start + row * length + 1;
    const line = (pass.y + row * pass.stepY) * header.width + pass.x;
    for (let column = 0; column < pass.width; column++) {
      for (let index = 0; index < count; index++) {
        samples[index] = sampleAt(source.rows, start, column * count + index, header.depth);
      }
      source.read(samples, line + column * pass.stepX);
    }
  }
}

function sampleAt(rows: Buffer, start: number, index: number, depth: number): number {
  if (depth === 8) return rows[start + index] ?? 0;
  if (depth === 16) return rows.readUInt16BE(start + index * 2);
  const bit = index * depth;
  const byte = rows[start + (bit >> 3)] ?? 0;
  return (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

function pixelReader(parts: PngParts, planes: Planes): ReadPixel {
  const { depth, colorType } = parts.header;
  const toByte = (value: number): number =>
    depth === 16 ? value >> 8 : depth === 8 ? value : (value * 255) / ((1 << depth) - 1);
  const put = (target: number, colors: readonly number[], alpha: number): void => {
    colors.forEach((value, index) => {
      planes.samples[target * colors.length + index] = value;
    });
    planes.alpha[target] = alpha;
    if (alpha < 255) planes.opaque = false;
  };
  if (colorType === PALETTE) return paletteReader(parts, put);
  const width = planes.colors === 'grey' ? 1 : 3;
  const hasAlpha = colorType === GREY_ALPHA || colorType === RGB_ALPHA;
  const key = hasAlpha ? null : transparentColor(parts, width);
  return (samples, target) => {
    const clear = key !== null && key.every((value, index) => value === samples[index]);
    const alpha = hasAlpha ? toByte(samples[width] ?? 0) : clear ? 0 : 255;
    put(target, samples.slice(0, width).map(toByte), alpha);
  };
}

function paletteReader(
  { palette, transparency }: PngParts,
  put: (target: number, colors: readonly number[], alpha: number) => void,
): ReadPixel {
  return ([entry = 0], target) => {
    const colors = [0, 1, 2].map((channel) => palette?.[entry * 3 + channel] ?? 0);
    put(target, colors, transparency?.[entry] ?? 255);
  };
}

/** The one colour that `tRNS` makes transparent. */
function transparentColor({ transparency }: PngParts, width: number): readonly number[] | null {
  if (transparency === null || transparency.length < width * 2) return null;
  return Array.from({ length: width }, (_, index) => transparency.readUInt16BE(index * 2));
}
