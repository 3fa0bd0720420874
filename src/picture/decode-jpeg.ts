import { success, type Outcome } from '../failure.ts';
import { contentKey, MOST_PIXELS, refuse } from './picture-limits.ts';
import { exifOrientation } from './exif-orientation.ts';
import type { Bitmap, Orientation } from './picture.ts';

/** What the frame header says (ITU-T T.81, section B.2.2). */
interface Frame {
  readonly bits: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
}

const START_OF_SCAN = 0xda;
const ADOBE = 0xee;
const EXIF = 0xe1;
const FRAME_MARKERS = new Set([0xc0, 0xc1, 0xc2]);
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const COLORS = { 1: 'grey', 3: 'rgb', 4: 'cmyk' } as const;

/** Read the headers of a JPEG file; its samples stay as they are. */
export function decodeJpeg(bytes: Uint8Array, name: string): Outcome<Bitmap> {
  const read = readSegments(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (typeof read === 'string') {
    return refuse(name, 'the JPEG file cannot be used', 'a baseline or progressive JPEG', read);
  }
  const { frame, adobe, orientation } = read;
  const { width, height, components } = frame;
  if (width * height > MOST_PIXELS) {
    return refuse(name, 'the picture is too large', '64 million pixels', `${width} × ${height}`);
  }
  const colors = COLORS[components as keyof typeof COLORS];
  return success({
    kind: 'bitmap',
    key: contentKey(bytes),
    ...(orientation > 4 ? { width: height, height: width } : { width, height }),
    orientation,
    samples: {
      colors,
      bits: 8,
      bytes,
      coding: 'jpeg',
      palette: null,
      inverted: colors === 'cmyk' && adobe,
    },
    alpha: null,
  });
}

/** What the segments before the first scan say. */
interface Segments {
  readonly frame: Frame;
  readonly adobe: boolean;
  readonly orientation: Orientation;
}

/** Walk the segments up to the first scan; a text says what is wrong. */
function readSegments(file: Buffer): Segments | string {
  let orientation: Orientation | null = null;
  let frame: Frame | null = null;
  let adobe = false;
  let at = 2;
  while (at + 4 <= file.length) {
    if (file[at] !== 0xff) return `no marker at byte ${at}`;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN)
      return frame === null ? 'no frame header' : { frame, adobe, orientation: orientation ?? 1 };
    const length = file.readUInt16BE(at + 2);
    const segment = file.subarray(at + 4, at + 2 + length);
    if (length < 2 || segment.length !== length - 2) return 'a file that ends early';
    if (OTHER_FRAMES.has(marker)) return 'lossless or arithmetic coding';
    if (marker === EXIF) orientation ??= exifOrientation(segment);
    if (marker === ADOBE) adobe ||= segment.toString('latin1', 0, 5) === 'Adobe';
    if (FRAME_MARKERS.has(marker)) {
      const next = readFrame(segment);
      if (typeof next === 'string') return next;
      frame = next;
    }
    at += 2 + length;
  }
  return 'a file that ends early';
}

function readFrame(segment: Buffer): Frame | string {
  if (segment.length < 6) return 'a frame header that is too short';
  const bits = segment.readUInt8(0);
  const height = segment.readUInt16BE(1);
  const width = segment.readUInt16BE(3);
  const components = segment.readUInt8(5);
  if (bits !== 8) return `${bits} bits for each sample`;
  if (width === 0 || height === 0) return `a picture of ${width} × ${height} pixels`;
  if (!(components in COLORS)) return `${components} colour components`;
  return { bits, width, height, components };
}
