import { inflateSync } from 'node:zlib';

/** Objects of a PDF file by number: dictionary text and, for streams, the inflated bytes. */
export interface ReadPdf {
  readonly objects: ReadonlyMap<number, ReadObject>;
  readonly trailer: string;
}

export interface ReadObject {
  readonly text: string;
  readonly stream: Buffer | null;
}

/** Read a file through its cross-reference stream alone: an object that the stream does not lead to is not there. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes);
  const tail = file.subarray(-40).toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF/.exec(tail)?.[1]);
  const table = readAt(file, start);
  const objects = new Map<number, ReadObject>();
  const rows = unfilter(table.stream ?? Buffer.alloc(0), 7);
  const packed: [number, number, number][] = [];
  rows.forEach((row, id) => {
    const kind = row.readUInt8(0);
    const place = row.readUInt32BE(1);
    if (kind === 1) objects.set(id, readAt(file, place, id));
    if (kind === 2) packed.push([id, place, row.readUInt16BE(5)]);
  });
  for (const [id, stream, index] of packed) {
    objects.set(id, { text: unpack(objects.get(stream), id, index), stream: null });
  }
  return { objects, trailer: table.text };
}

function readAt(file: Buffer, start: number, id?: number): ReadObject {
  const text = file.subarray(start, start + 100_000).toString('latin1');
  const head = /^(\d+) 0 obj\n/.exec(text);
  if (head === null || (id !== undefined && Number(head[1]) !== id)) {
    throw new Error(`no object ${String(id)} at ${String(start)}: ${text.slice(0, 20)}`);
  }
  const begin = text.indexOf('stream\n');
  const end = text.indexOf('endobj');
  if (begin < 0 || (end >= 0 && end < begin)) {
    return { text: text.slice(head[0].length, end).trim(), stream: null };
  }
  const dictionary = text.slice(head[0].length, begin).trim();
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
  const from = start + begin + 'stream\n'.length;
  const raw = file.subarray(from, from + length);
  if (
    !/^\s*endstream\s*endobj/.test(
      file.subarray(from + length, from + length + 30).toString('latin1'),
    )
  ) {
    throw new Error(`wrong length of object ${String(id)}`);
  }
  return { text: dictionary, stream: /FlateDecode/.test(dictionary) ? inflateSync(raw) : raw };
}

function unfilter(bytes: Buffer, width: number): Buffer[] {
  const rows: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += width + 1) {
    if (bytes[at] !== 2) throw new Error('the table is not filtered by Up');
    const row = Buffer.from(bytes.subarray(at + 1, at + 1 + width));
    const above = rows.at(-1);
    if (above !== undefined)
      row.forEach((value, index) => (row[index] = value + (above[index] ?? 0)));
    rows.push(row);
  }
  return rows;
}

function unpack(stream: ReadObject | undefined, id: number, index: number): string {
  if (stream?.stream === null || stream === undefined)
    throw new Error(`no object stream for ${String(id)}`);
  const first = Number(/\/First (\d+)/.exec(stream.text)?.[1]);
  const numbers = stream.stream
    .subarray(0, first)
    .toString('latin1')
    .trim()
    .split(/\s+/)
    .map(Number);
  if (numbers[index * 2] !== id)
    throw new Error(`object ${String(id)} is not where the table says`);
  const from = first + (numbers[index * 2 + 1] ?? 0);
  const next = numbers[index * 2 + 3];
  const to = next === undefined ? stream.stream.length : first + next;
  return stream.stream.subarray(from, to).toString('latin1').trim();
}

/** The content streams of the pages, in order. */
export function pageContents(pdf: ReadPdf): string[] {
  return pagesOf(pdf).map((page) => {
    const id = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    return pdf.objects.get(id)?.stream?.toString('latin1') ?? '';
  });
}

/** The page dictionaries, in order. */
export function pagesOf(pdf: ReadPdf): string[] {
  return [...pdf.objects.values()]
    .map(({ text }) => text)
    .filter((text) => /\/Type\s*\/Page\b(?!s)/.test(text));
}

/** The structure elements as `TH < TR < Table`, in the order of the tree. */
export function structureLines(pdf: ReadPdf): string[] {
  const root =
    [...pdf.objects.values()].find(({ text }) => text.includes('/StructTreeRoot\n'))?.text ?? '';
  const lines: string[] = [];
  const visit = (id: number, depth: number): void => {
    const text = pdf.objects.get(id)?.text ?? '';
    const role = /^<<\/S\/(\w+)/.exec(text)?.[1];
    if (role === undefined) return;
    const kids = /\/K( \d+(?: 0 R)?|\[.*?\]| <<.*?>>)(?=\/|>>)/.exec(text)?.[1] ?? '';
    lines.push(`${'  '.repeat(depth)}${role}`);
    for (const kid of kids.replace(/<<.*?>>/g, '').matchAll(/(\d+) 0 R/g))
      visit(Number(kid[1]), depth + 1);
  };
  for (const kid of (/\/K \[(.*?)\]/.exec(root)?.[1] ?? '').matchAll(/(\d+) 0 R/g))
    visit(Number(kid[1]), 0);
  return lines;
}
