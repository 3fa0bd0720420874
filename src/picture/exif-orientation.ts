import type { Orientation } from './picture.ts';

const EXIF = 'Exif\0\0';
const ORIENTATION = 0x0112;
const SHORT = 3;
/** Bytes of one entry of a directory (TIFF 6.0, section 2). */
const ENTRY = 12;

/** Which way up an APP1 segment says that the picture is (Exif 2.32, section 4.6.4); null where it does not. */
export function exifOrientation(segment: Buffer): Orientation | null {
  if (segment.toString('latin1', 0, EXIF.length) !== EXIF) return null;
  const tiff = segment.subarray(EXIF.length);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return null;
  const little = order === 'II';
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return null;
  const count = short(first);
  for (let index = 0; index < count; index++) {
    const at = first + 2 + index * ENTRY;
    if (at + ENTRY > tiff.length) return null;
    if (short(at) === ORIENTATION && short(at + 2) === SHORT) return known(short(at + 8));
  }
  return null;
}

function known(value: number): Orientation | null {
  return value >= 1 && value <= 8 ? (value as Orientation) : null;
}
