import { deflateSync } from 'node:zlib';
import { beginText, bytesOf, write, writeBytes, writeWhole, type ByteText } from './byte-text.ts';

/** How hard streams are deflated: level 2 is less than half the work of zlib's 6 and an eighth larger. */
const LEVEL = 2;

/** Objects of one object stream; a reader unpacks the whole stream to get one of them. */
const MOST_OBJECTS = 500;
const MOST_CHARACTERS = 64_000;

/** What zlib clears before it begins takes as long as deflating a page, so windows are no larger than streams need. */
const SMALL = 4096;
const SMALL_WINDOW = { level: LEVEL, windowBits: 12, memLevel: 7, chunkSize: SMALL };
const MIDDLE = 32_768;
const MIDDLE_WINDOW = { level: LEVEL, windowBits: 14, memLevel: 7 };
const LARGE_WINDOW = { level: LEVEL };

/** Deflate at the one level that all streams of a file share. */
export function deflate(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SMALL) return deflateSync(bytes, SMALL_WINDOW);
  return deflateSync(bytes, bytes.length <= MIDDLE ? MIDDLE_WINDOW : LARGE_WINDOW);
}

/** Objects waiting to be packed into one object stream (ISO 32000-1, section 7.5.7). */
export interface ObjectBatch {
  readonly ids: number[];
  /** Where each object begins in the text. */
  readonly starts: number[];
  readonly text: ByteText;
  /** Room for the bytes of the stream, the same for each. */
  readonly packed: ByteText;
}

/** A batch with nothing in it. */
export function emptyBatch(): ObjectBatch {
  return { ids: [], starts: [], text: beginText(MOST_CHARACTERS / 4), packed: beginText() };
}

/** Begin an object; what is written to the text from here on is in it. */
export function beginObject({ ids, starts, text }: ObjectBatch, id: number): ByteText {
  ids.push(id);
  starts.push(text.length);
  return text;
}

/** End the object; true when the batch is full. */
export function endObject({ ids, text }: ObjectBatch): boolean {
  write(text, '\n');
  return ids.length >= MOST_OBJECTS || text.length >= MOST_CHARACTERS;
}

/**
 * Empty a batch for the objects that come next: the dictionary entries and the bytes of the stream that holds it, which are
 * overwritten by the next one.
 */
export function takeBatch({ ids, starts, text, packed }: ObjectBatch): {
  entries: string;
  bytes: Uint8Array;
} {
  packed.length = 0;
  for (let index = 0; index < ids.length; index++) {
    if (index > 0) write(packed, ' ');
    writeWhole(packed, ids[index] ?? 0);
    write(packed, ' ');
    writeWhole(packed, starts[index] ?? 0);
  }
  write(packed, '\n');
  const entries = `/Type/ObjStm/N ${ids.length}/First ${packed.length}`;
  writeBytes(packed, bytesOf(text));
  ids.length = 0;
  starts.length = 0;
  text.length = 0;
  return { entries, bytes: bytesOf(packed) };
}

/**
 * Where an object lies, as one number, for there is one for each of hundreds of thousands: the byte of the file that it
 * starts at, or, below zero, the object stream that holds it and its index in there.
 */
export type ObjectPlace = number;

/** The place of an object in an object stream. */
export function placeInStream(stream: number, index: number): ObjectPlace {
  return -(stream * MOST_OBJECTS + index);
}

const ROW = 7;

/** PNG's number of the filter Up. */
const UP = 2;

/**
 * The cross-reference table as a stream's bytes (ISO 32000-1, section 7.5.8): type, four bytes of offset or stream,
 * two of index; each row as the difference from the one above (PNG filter Up), which deflates well.
 */
export function packPlaces(places: readonly ObjectPlace[]): Uint8Array {
  const packed = new Uint8Array((places.length + 1) * (ROW + 1));
  packed.set([UP, 0, 0, 0, 0, 0, 0xff, 0xff]);
  let above: PlaceRow = { type: 0, place: 0, index: 0xffff };
  let start = ROW + 1;
  for (const place of places) {
    const row = rowOf(place);
    writeDifference(packed, start, row, above);
    above = row;
    start += ROW + 1;
  }
  return packed;
}

/** A row of the table: 1 and an offset, or 2, an object stream and an index in there. */
interface PlaceRow {
  readonly type: number;
  readonly place: number;
  readonly index: number;
}

function rowOf(place: ObjectPlace): PlaceRow {
  if (place >= 0) return { type: 1, place, index: 0 };
  const stream = Math.floor(-place / MOST_OBJECTS);
  return { type: 2, place: stream, index: -place - stream * MOST_OBJECTS };
}

/** Each byte less the one above it; what is beyond a byte falls away. */
function writeDifference(bytes: Uint8Array, start: number, row: PlaceRow, above: PlaceRow): void {
  bytes[start] = UP;
  bytes[start + 1] = row.type - above.type;
  bytes[start + 2] = (row.place >>> 24) - (above.place >>> 24);
  bytes[start + 3] = (row.place >>> 16) - (above.place >>> 16);
  bytes[start + 4] = (row.place >>> 8) - (above.place >>> 8);
  bytes[start + 5] = row.place - above.place;
  bytes[start + 6] = (row.index >>> 8) - (above.index >>> 8);
  bytes[start + 7] = row.index - above.index;
}

/** Entries of the cross-reference stream that say how `packPlaces` laid it out. */
export const PLACES_ENTRIES = `/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns ${ROW}>>`;
