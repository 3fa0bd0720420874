import { deflateSync, inflateSync } from 'node:zlib';
import { success, type Outcome } from '../failure.ts';
import { contentKey, MOST_PIXELS, MOST_SAMPLE_BYTES, refuse } from './picture-limits.ts';
import type { Bitmap, Samples } from './picture.ts';
import { GREY_ALPHA, PALETTE, readPngChunks, RGB, RGB_ALPHA } from './png-chunks.ts';
import type { PngHeader, PngParts } from './png-chunks.ts';
import { separatePlanes } from './png-planes.ts';
import { inflatedBytes, passesOf, rowBytes, unfilter } from './png-rows.ts';

const EXPECTED = 'a whole PNG file';

/**
 * Read a PNG file. Where it has no transparency and is not interlaced its rows stay as they are, since PDF knows the
 * filters of PNG; all else is taken apart into colour and transparency.
 */
export function decodePng(bytes: Uint8Array, name: string): Outcome<Bitmap> {
  const parts = readPngChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (typeof parts === 'string') return refuse(name, 'the PNG file is broken', EXPECTED, parts);
  const { header } = parts;
  const { width, height } = header;
  if (width * height > MOST_PIXELS || inflatedBytes(header) > MOST_SAMPLE_BYTES) {
    return refuse(name, 'the picture is too large', '64 million pixels', `${width} × ${height}`);
  }
  const rows = inflateRows(parts);
  if (rows === null) {
    return refuse(name, 'the PNG file is broken', EXPECTED, 'pixels that do not unpack');
  }
  const key = contentKey(bytes);
  return success({ kind: 'bitmap', key, width, height, orientation: 1, ...samplesOf(parts, rows) });
}

function inflateRows({ header, data }: PngParts): Buffer | null {
  const expected = inflatedBytes(header);
  try {
    const rows = inflateSync(data, { maxOutputLength: expected });
    return rows.length === expected && hasKnownFilters(header, rows) ? rows : null;
  } catch {
    return null;
  }
}

function hasKnownFilters(header: PngHeader, rows: Buffer): boolean {
  let at = 0;
  for (const { width, height } of passesOf(header)) {
    const length = rowBytes(header, width) + 1;
    for (let row = 0; row < height; row++, at += length) if ((rows[at] ?? 0) > 4) return false;
  }
  return true;
}

function samplesOf(parts: PngParts, rows: Buffer): Pick<Bitmap, 'samples' | 'alpha'> {
  const { header, transparency } = parts;
  const { colorType, interlaced } = header;
  const plain = colorType !== GREY_ALPHA && colorType !== RGB_ALPHA && transparency === null;
  if (plain && !interlaced) return { samples: storedSamples(parts), alpha: null };
  unfilter(header, rows);
  const planes = separatePlanes(parts, rows);
  const samples: Samples = {
    colors: planes.colors,
    bits: 8,
    bytes: deflateSync(planes.samples),
    coding: 'deflate',
    palette: null,
    inverted: false,
  };
  return { samples, alpha: planes.opaque ? null : deflateSync(planes.alpha) };
}

function storedSamples({ header, palette, data }: PngParts): Samples {
  const { colorType, depth } = header;
  const colors = colorType === RGB ? 'rgb' : colorType === PALETTE ? 'palette' : 'grey';
  return {
    colors,
    bits: depth,
    bytes: data,
    coding: 'png',
    palette: colors === 'palette' ? palette : null,
    inverted: false,
  };
}
