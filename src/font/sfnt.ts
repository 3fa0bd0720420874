import { failed, failure, success, type Outcome } from '../failure.ts';

/** One table of a font file; every reading stays inside it. */
export type Table = DataView;

/** The tables of a TrueType file by tag. Those in `REQUIRED` are there and as long as their fixed part. */
export interface Sfnt {
  readonly tables: ReadonlyMap<string, Table>;
  /** The bytes of `glyf`, which may be kept apart from the other tables. */
  outlines(): Uint8Array;
}

/** Tables without which nothing can be measured, drawn or embedded, with the length of their fixed part in bytes. */
const REQUIRED: readonly (readonly [tag: string, length: number])[] = [
  ['cmap', 4],
  ['glyf', 0],
  ['head', 54],
  ['hhea', 36],
  ['hmtx', 4],
  ['loca', 4],
  ['maxp', 6],
];

/** Larger than any face that an invoice needs (Noto Sans CJK has 17 MB). */
const MAX_BYTES = 64 * 1024 * 1024;

/** First four bytes of files that are fonts but cannot be used, and what to do about them. */
const FOREIGN: ReadonlyMap<string, readonly [name: string, hint: string]> = new Map([
  ['wOFF', ['WOFF', 'Give the TrueType file (.ttf) that the WOFF file was packed from.']],
  ['wOF2', ['WOFF2', 'Give the TrueType file (.ttf) that the WOFF2 file was packed from.']],
  ['OTTO', ['OpenType with CFF outlines', 'Give the TrueType version (.ttf) of the font.']],
  ['ttcf', ['a font collection', 'Give one face of the collection as its own .ttf file.']],
]);

/** Read the table directory (OpenType 1.9, section "Table Directory"); refuses whatever is not a whole TrueType file. */
export function readSfnt(bytes: Uint8Array, place: string): Outcome<Sfnt> {
  if (bytes.length > MAX_BYTES)
    return refuse(place, 'The font file is too large.', `at most ${String(MAX_BYTES)} bytes`);
  const signature = String.fromCharCode(...bytes.subarray(0, 4));
  if (signature !== '\0\x01\0\0' && signature !== 'true') return refuseSignature(signature, place);
  const tables = readDirectory(bytes);
  const missing = REQUIRED.filter(([tag, length]) => (tables.get(tag)?.byteLength ?? -1) < length);
  if (missing.length > 0) {
    const tags = missing.map(([tag]) => `"${tag}"`).join(', ');
    return refuse(place, `The font file is damaged: no whole table ${tags}.`, 'a TrueType file');
  }
  return success({ tables, outlines: () => bytesOf(tables.get('glyf') ?? NO_TABLE) });
}

/** A failure about a font file. */
export function refuse(place: string, message: string, expected: string): Outcome<never> {
  const hint = 'Take the file again from where it came from.';
  return failed([failure('style', place, message, { expected, hint })]);
}

function refuseSignature(signature: string, place: string): Outcome<never> {
  const foreign = FOREIGN.get(signature);
  const [found, hint] = foreign ?? ['no font file', 'Give a TrueType file (.ttf).'];
  const message = `The font cannot be used: it is ${found}.`;
  return failed([failure('style', place, message, { expected: 'a TrueType file', found, hint })]);
}

/** The tables that lie inside of the file, by tag. */
export function readDirectory(bytes: Uint8Array): Map<string, Table> {
  const tables = new Map<string, Table>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length < 12 ? 0 : view.getUint16(4);
  for (let entry = 12; entry < 12 + count * 16 && entry + 16 <= bytes.length; entry += 16) {
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    if (offset + length > bytes.length) continue;
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

const NO_TABLE: Table = new DataView(new ArrayBuffer(0));

/** The table of this tag, or an empty one. */
export function tableOf(sfnt: Sfnt, tag: string): Table {
  return sfnt.tables.get(tag) ?? NO_TABLE;
}

/** The bytes of a table, not copied. */
export function bytesOf(table: Table): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}
