import { deflateSync } from 'node:zlib';
import { beginText, bytesOf, write, writeBytes, writeWhole, type ByteText } from './byte-text.ts';
import { append, at, noNumbers, setAt, type Numbers } from './numbers.ts';

/** How hard streams are deflated: level 2 is less than half the work of zlib's 6 and an eighth larger. */
const LEVEL = 2;

/** Objects of one object stream; a reader unpacks the whole stream to get one of them. */
const MOST_OBJECTS = 500;
const MOST_CHARACTERS = 64_000;

/** What zlib clears before it begins takes as long as deflating a page, so windows are no larger than streams need. */
const SMALL = 4096;
const SMALL_WINDOW = { level: LEVEL, windowBits: 12, memLevel: 7, chunkSize: SMALL };
const MIDDLE = 32_768;
/** An answer keeps its whole chunk until it is collected, and thousands of pages wait for that: most need less than this. */
const MIDDLE_CHUNK = 8192;
const MIDDLE_WINDOW = { level: LEVEL, windowBits: 14, memLevel: 7, chunkSize: MIDDLE_CHUNK };
const LARGE_WINDOW = { level: LEVEL };

/** Deflate at the one level that all streams of a file share. */
export function deflate(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SMALL) return deflateSync(bytes, SMALL_WINDOW);
  return deflateSync(bytes, bytes.length <= MIDDLE ? MIDDLE_WINDOW : LARGE_WINDOW);
}

/** Objects waiting to be packed into one object stream (ISO 32000-1, section 7.5.7). */
export interface ObjectBatch {
  readonly ids: Numbers;
  /** The number of each object and where it begins in the text: what the stream begins with. */
  readonly index: ByteText;
  readonly text: ByteText;
}

/** A batch with nothing in it. */
export function emptyBatch(): ObjectBatch {
  return { ids: noNumbers(), index: beginText(), text: beginText(MOST_CHARACTERS / 4) };
}

/** Begin an object; what is written to the text from here on is in it. */
export function beginObject({ ids, index, text }: ObjectBatch, id: number): ByteText {
  if (ids.length > 0) write(index, ' ');
  append(ids, id);
  writeWhole(index, id);
  write(index, ' ');
  writeWhole(index, text.length);
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
export function takeBatch({ ids, index, text }: ObjectBatch): {
  entries: string;
  bytes: Uint8Array;
} {
  write(index, '\n');
  const entries = `/Type/ObjStm/N ${ids.length}/First ${index.length}`;
  writeBytes(index, bytesOf(text));
  const bytes = bytesOf(index);
  ids.length = 0;
  index.length = 0;
  text.length = 0;
  return { entries, bytes };
}

/**
 * Where an object lies, as one number, for there is one for each of hundreds of thousands: the byte of the file that it
 * starts at, or, below zero, the object stream that holds it and its index in there.
 */
export type ObjectPlace = number;

/** Note the places of a batch's objects, by their numbers, in the object stream that is to hold it. */
export function notePlaces({ ids }: ObjectBatch, stream: number, places: Numbers): void {
  for (let index = 0; index < ids.length; index++) {
    setAt(places, at(ids, index), -(stream * MOST_OBJECTS + index));
  }
}

/** Bytes of an entry: type, four of offset or stream, two of index. */
const ENTRY = 7;

/** The same with the byte before it that names the filter. */
const ROW = ENTRY + 1;

/** PNG's number of the filter Up. */
const UP = 2;

/**
 * The cross-reference table as a stream's bytes (ISO 32000-1, section 7.5.8), each row as the difference from the one above
 * (PNG filter Up), which deflates well.
 */
export function packPlaces(places: Numbers): Uint8Array {
  const packed = new Uint8Array(places.length * ROW);
  packed.set([UP, 0, 0, 0, 0, 0, 0xff, 0xff]);
  for (let id = 1; id < places.length; id++) {
    const place = at(places, id);
    if (place === 0) throw new Error(`object ${id} was reserved and never written`);
    writeRow(packed, id * ROW, place);
  }
  filterUp(packed);
  return packed;
}

/** 1 and an offset, or 2, an object stream and an index in there. */
function writeRow(packed: Uint8Array, start: number, place: ObjectPlace): void {
  const stream = Math.floor(-place / MOST_OBJECTS);
  const where = place >= 0 ? place : stream;
  const index = place >= 0 ? 0 : -place - stream * MOST_OBJECTS;
  packed[start] = UP;
  packed[start + 1] = place >= 0 ? 1 : 2;
  packed[start + 2] = where >>> 24;
  packed[start + 3] = where >>> 16;
  packed[start + 4] = where >>> 8;
  packed[start + 5] = where;
  packed[start + 6] = index >>> 8;
  packed[start + 7] = index;
}

/** Leave of each byte what it is more than the one above it, from the last row up; what is beyond a byte falls away. */
function filterUp(packed: Uint8Array): void {
  for (let row = packed.length - ROW; row > 0; row -= ROW) {
    for (let at = row + 1; at < row + ROW; at++) {
      packed[at] = (packed[at] ?? 0) - (packed[at - ROW] ?? 0);
    }
  }
}

/** Entries of the cross-reference stream that say how `packPlaces` laid it out. */
export const PLACES_ENTRIES = `/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns ${ENTRY}>>`;
