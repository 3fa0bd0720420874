import { endRow, maybeRow, readRow } from './read-row.ts';
import { endOfName, readStart } from './read-start.ts';
import { flushText, gatherText, hasEntity, readEndTag, type Reader } from './reader.ts';

const LESS = 0x3c;
const MORE = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;

/**
 * Read on as long as the page is plain: text, `<name one="value">` and `</name>`, with the entities that templates write
 * in text and without any in values. Nearly all of a page is, and for that no state machine is needed. The answer is where something else begins, or the end.
 */
export function readPlain(reader: Reader, from: number): number {
  const { html, builder } = reader;
  let at = from;
  while (at < html.length && builder.failures.length === 0) {
    const next = html.charCodeAt(at) === LESS ? readTag(reader, at) : readText(reader, at);
    if (next < 0) return at;
    at = next;
  }
  return at;
}

/** The end of the text that begins here; -1 where it has other entities than templates write. */
function readText(reader: Reader, start: number): number {
  const { html } = reader;
  const found = html.indexOf('<', start);
  const end = found < 0 ? html.length : found;
  const text = hasEntity(reader, start, end)
    ? decodedText(html, start, end)
    : html.slice(start, end);
  if (text === null) return -1;
  gatherText(reader, text, start);
  return end;
}

/** A text with its entities resolved; null where it begins with one, or has others than templates write. */
function decodedText(html: string, start: number, end: number): string | null {
  let text = '';
  let from = start;
  for (let at = html.indexOf('&', start); at >= 0 && at < end; at = html.indexOf('&', from)) {
    const entity = at === start ? undefined : ENTITIES.find(([name]) => html.startsWith(name, at));
    if (entity === undefined) return null;
    text += html.slice(from, at) + entity[1];
    from = at + entity[0].length;
  }
  return text + html.slice(from, end);
}

/** What templates write for characters that mean something in HTML. */
const ENTITIES: readonly (readonly [string, string])[] = [
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['&#x60;', '`'],
  ['&#x3D;', '='],
];

/** The end of the tag that begins here; -1 where it is not plain. */
function readTag(reader: Reader, start: number): number {
  const next = reader.html.charCodeAt(start + 1);
  if (next === SLASH) return readEnd(reader, start);
  if (next === EXCLAMATION) return readDoctype(reader, start);
  const end = maybeRow(reader.html, start) ? readRow(reader, start) : -1;
  return end < 0 ? readStart(reader, start) : end;
}

function readEnd(reader: Reader, start: number): number {
  const { html } = reader;
  const nameEnd = endOfName(html, start + 2);
  if (nameEnd < 0 || html.charCodeAt(nameEnd) !== MORE) return -1;
  const name = reader.names.nameAt(start + 2, nameEnd);
  readEndTag(reader, name, start + 2);
  if (name === 'tr') endRow(reader, nameEnd + 1);
  return nameEnd + 1;
}

const DOCTYPE = '<!DOCTYPE html>';

function readDoctype(reader: Reader, start: number): number {
  if (!reader.html.startsWith(DOCTYPE, start)) return -1;
  flushText(reader);
  return start + DOCTYPE.length;
}
