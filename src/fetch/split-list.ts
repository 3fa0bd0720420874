/** A piece of a JSON text: an element of its list, or at the end all that stood around the list. */
export type Piece =
  | { readonly kind: 'element'; readonly bytes: Uint8Array; readonly key: string }
  | { readonly kind: 'rest'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly of: 'bytes' | 'values' };

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const LONGEST_KEY = 16;

/** Where a text is being read: how deep, within what, and the bytes gathered for the piece that is not yet whole. */
interface Reading {
  /** The first byte that is not white space; 0 until it came. */
  root: number;
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** Depth of the list that is split; 0 outside of it. */
  listDepth: number;
  split: boolean;
  elements: number;
  /** The last string of the outermost object, and whether a colon made it a key. */
  word: string;
  key: string;
  element: Uint8Array[];
  elementSize: number;
  rest: Uint8Array[];
  restSize: number;
  /** Brackets and commas of the piece: it has no more values than one more than these. */
  values: number;
}

/** How a text is split. */
export interface Splitting {
  /** Fields of an outermost object whose list is split: `data`. An outermost list always is. */
  readonly keys: readonly string[];
  /** The most bytes that a piece may have. */
  readonly most: number;
  /** The most values that a piece may have: `{}` has two bytes in the text and many in memory. */
  readonly mostValues: number;
}

/**
 * Split a JSON text into the elements of its list, each the very bytes that came, holding one element in memory. Only
 * brackets and strings are looked at: every piece, the rest with an empty list in it too, is for a parser to judge.
 */
export async function* splitList(
  chunks: AsyncIterable<Uint8Array>,
  splitting: Splitting,
): AsyncGenerator<Piece> {
  const reading = begin();
  for await (const chunk of chunks) {
    for (const bytes of scan(reading, chunk, splitting.keys))
      yield { kind: 'element', bytes, key: reading.key };
    const excess = excessOf(reading, splitting);
    if (excess !== null) {
      yield { kind: 'too-large', of: excess };
      return;
    }
  }
  const cut = Buffer.concat(reading.element);
  yield { kind: 'rest', bytes: Buffer.concat([...reading.rest, cut]) };
}

function excessOf(reading: Reading, { most, mostValues }: Splitting): 'bytes' | 'values' | null {
  if (Math.max(reading.elementSize, reading.restSize) > most) return 'bytes';
  return reading.values > mostValues ? 'values' : null;
}

function begin(): Reading {
  return {
    root: 0,
    depth: 0,
    inString: false,
    escaped: false,
    listDepth: 0,
    split: false,
    elements: 0,
    word: '',
    key: '',
    element: [],
    elementSize: 0,
    rest: [],
    restSize: 0,
    values: 0,
  };
}

/** A chunk that is read, the elements that ended in it, and where the piece that is not whole begins. */
interface Chunk {
  readonly bytes: Uint8Array;
  readonly keys: readonly string[];
  readonly whole: Uint8Array[];
  from: number;
}

/** The elements that end in this chunk. */
function scan(reading: Reading, bytes: Uint8Array, keys: readonly string[]): readonly Uint8Array[] {
  const chunk: Chunk = { bytes, keys, whole: [], from: 0 };
  for (let at = 0; at < bytes.length; at += 1) {
    if (reading.inString) at = readString(reading, bytes, at);
    else readByte(reading, chunk, at);
  }
  gather(reading, chunk, bytes.length);
  return chunk.whole;
}

function readByte(reading: Reading, chunk: Chunk, at: number): void {
  const byte = chunk.bytes[at] ?? 0;
  switch (byte) {
    case QUOTE:
      openString(reading);
      break;
    case OPEN_OBJECT:
    case OPEN_LIST:
      open(reading, chunk, at);
      break;
    case CLOSE_OBJECT:
    case CLOSE_LIST:
      close(reading, chunk, at);
      break;
    case COMMA:
      reading.values += 1;
      if (reading.listDepth > 0 && reading.depth === reading.listDepth) {
        gather(reading, chunk, at);
        chunk.from = at + 1;
        endElement(reading, chunk.whole, false);
      }
      break;
    case COLON:
      if (reading.depth === 1 && !reading.split) reading.key = reading.word;
      break;
    default:
      if (reading.root === 0 && byte > 0x20 && !isMark(byte)) reading.root = byte;
  }
}

function open(reading: Reading, chunk: Chunk, at: number): void {
  const byte = chunk.bytes[at] ?? 0;
  reading.depth += 1;
  reading.values += 1;
  reading.root ||= byte;
  if (byte !== OPEN_LIST || !opensList(reading, chunk.keys)) return;
  gather(reading, chunk, at + 1);
  reading.listDepth = reading.depth;
  reading.split = true;
}

function close(reading: Reading, chunk: Chunk, at: number): void {
  if (reading.listDepth > 0 && reading.depth === reading.listDepth) {
    gather(reading, chunk, at);
    endElement(reading, chunk.whole, true);
    reading.listDepth = 0;
  }
  reading.depth -= 1;
}

/** A byte of the UTF-8 byte order mark, which the parser warns of. */
function isMark(byte: number): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf;
}

function openString(reading: Reading): void {
  reading.root ||= QUOTE;
  reading.inString = true;
  reading.word = '';
}

/** The offset of the last byte read: the closing quotation mark, or the chunk's end. */
function readString(reading: Reading, chunk: Uint8Array, start: number): number {
  const keep = reading.depth === 1 && reading.listDepth === 0;
  for (let at = start; at < chunk.length; at += 1) {
    const byte = chunk[at] ?? 0;
    if (reading.escaped) reading.escaped = false;
    else if (byte === BACKSLASH) reading.escaped = true;
    else if (byte === QUOTE) {
      reading.inString = false;
      return at;
    }
    if (keep && reading.word.length < LONGEST_KEY) reading.word += String.fromCharCode(byte);
  }
  return chunk.length;
}

function opensList(reading: Reading, keys: readonly string[]): boolean {
  if (reading.split) return false;
  if (reading.depth === 1) return reading.root === OPEN_LIST;
  return reading.depth === 2 && reading.root === OPEN_OBJECT && keys.includes(reading.key);
}

/** Put the bytes up to here to the piece that they belong to; the next piece begins here. */
function gather(reading: Reading, chunk: Chunk, to: number): void {
  const part = chunk.bytes.subarray(chunk.from, to);
  chunk.from = to;
  if (part.length === 0) return;
  if (reading.listDepth > 0) {
    reading.element.push(part);
    reading.elementSize += part.length;
  } else {
    reading.rest.push(part);
    reading.restSize += part.length;
  }
}

/** An empty list has no element; any other blank one is left for the parser to refuse. */
function endElement(reading: Reading, whole: Uint8Array[], last: boolean): void {
  const [only] = reading.element;
  const bytes = reading.element.length === 1 && only ? only : Buffer.concat(reading.element);
  const element = trim(bytes);
  reading.element = [];
  reading.elementSize = 0;
  reading.values = 0;
  if (last && element.length === 0 && reading.elements === 0) return;
  reading.elements += 1;
  whole.push(element);
}

function trim(bytes: Uint8Array): Uint8Array {
  let from = 0;
  let to = bytes.length;
  while (from < to && isSpace(bytes[from] ?? 0)) from += 1;
  while (to > from && isSpace(bytes[to - 1] ?? 0)) to -= 1;
  return bytes.subarray(from, to);
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
