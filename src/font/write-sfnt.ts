/** What `head.checkSumAdjustment` makes the whole file add up to (OpenType 1.9, "head"). */
const FILE_SUM = 0xb1b0afba;

/** Put tables together to a TrueType file: directory in order of tags, padding, checksums. `head` must be among them. */
export function writeSfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const head = 12 + tags.length * 16;
  const size = [...tables.values()].reduce((sum, table) => sum + padded(table.length), head);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  writeHeader(view, tags.length);
  let offset = head;
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag) ?? new Uint8Array(0);
    bytes.set(table, offset);
    writeEntry(view, 12 + index * 16, { tag, offset, length: table.length });
    offset += padded(table.length);
  }
  adjust(view, tags.indexOf('head'));
  return bytes;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function writeHeader(view: DataView, count: number): void {
  const power = 31 - Math.clz32(count);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, count);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, count * 16 - (16 << power));
}

/** Where a table lies. */
interface Entry {
  readonly tag: string;
  readonly offset: number;
  readonly length: number;
}

function writeEntry(view: DataView, at: number, { tag, offset, length }: Entry): void {
  for (let index = 0; index < 4; index++) view.setUint8(at + index, tag.charCodeAt(index));
  view.setUint32(at + 4, sum(view, offset, padded(length)));
  view.setUint32(at + 8, offset);
  view.setUint32(at + 12, length);
}

function adjust(view: DataView, headIndex: number): void {
  const head = view.getUint32(12 + headIndex * 16 + 8);
  view.setUint32(head + 8, (FILE_SUM - sum(view, 0, view.byteLength)) >>> 0);
}

function sum(view: DataView, offset: number, length: number): number {
  let total = 0;
  for (let at = offset; at < offset + length; at += 4) total = (total + view.getUint32(at)) | 0;
  return total >>> 0;
}
