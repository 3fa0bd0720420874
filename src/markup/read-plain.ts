import { RAW_TEXT } from './read-token.ts';
import {
  addAttribute,
  beginTag,
  endTag,
  flushText,
  gatherText,
  readEndTag,
  type Reader,
} from './reader.ts';
import { slotOf } from './tag-table.ts';

const LESS = 0x3c;
const MORE = 0x3e;
const SLASH = 0x2f;
const EXCLAMATION = 0x21;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SPACE = 0x20;

/** Names of event handlers begin with these two, and each of them is warned of. */
const O = 0x6f;
const N = 0x6e;

/** Small letters, digits and hyphens of ASCII, the characters of nearly all names. */
const IN_NAME: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[a-z\d-]/.test(String.fromCharCode(code)),
);

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
  let before = '';
  let from = start;
  for (let at = start; at < end; at++) {
    if (html.charCodeAt(at) !== AMPERSAND) continue;
    const entity = at === start ? undefined : ENTITIES.find(([name]) => html.startsWith(name, at));
    if (entity === undefined) return -1;
    before += html.slice(from, at) + entity[1];
    from = at + entity[0].length;
  }
  gatherText(reader, before + html.slice(from, end), start);
  return end;
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
  return next === EXCLAMATION ? readDoctype(reader, start) : readStart(reader, start);
}

function readEnd(reader: Reader, start: number): number {
  const { html } = reader;
  const nameEnd = endOfName(html, start + 2);
  if (nameEnd < 0 || html.charCodeAt(nameEnd) !== MORE) return -1;
  readEndTag(reader, reader.names.nameAt(start + 2, nameEnd), start + 2);
  return nameEnd + 1;
}

const DOCTYPE = '<!DOCTYPE html>';

function readDoctype(reader: Reader, start: number): number {
  if (!reader.html.startsWith(DOCTYPE, start)) return -1;
  flushText(reader);
  return start + DOCTYPE.length;
}

function readStart(reader: Reader, start: number): number {
  const { html, tags } = reader;
  const slot = slotOf(html, start);
  const known = slot < 0 ? undefined : tags[slot];
  if (known !== undefined && html.startsWith(known.text, start)) {
    beginTag(reader, known.name, start + 1);
    reader.attributes = known.attributes;
    endTag(reader, false);
    return start + known.text.length;
  }
  const end = readNewStart(reader, start);
  const { name, attributes } = reader;
  if (end >= 0 && slot >= 0 && !RAW_TEXT.has(name))
    tags[slot] = { text: html.slice(start, end), name, attributes };
  return end;
}

function readNewStart(reader: Reader, start: number): number {
  const nameEnd = endOfName(reader.html, start + 1);
  if (nameEnd < 0) return -1;
  const name = reader.names.nameAt(start + 1, nameEnd);
  if (RAW_TEXT.has(name)) return readRaw(reader, name, start);
  beginTag(reader, name, start + 1);
  const close = readAttributes(reader, nameEnd);
  if (close < 0) return -1;
  endTag(reader, false);
  return close + 1;
}

/** The end of an element whose content is not markup; -1 where it has attributes, or more than text may stand in it. */
function readRaw(reader: Reader, name: string, start: number): number {
  const { html } = reader;
  const from = start + name.length + 2;
  const end = html.indexOf('</', from);
  if (end < 0 || reader.svgDepth > 0 || html.charCodeAt(from - 1) !== MORE) return -1;
  if ((name !== 'title' && name !== 'style') || !html.startsWith(`</${name}>`, end)) return -1;
  const text = html.slice(from, end);
  if (text.includes('&')) return -1;
  beginTag(reader, name, start + 1);
  endTag(reader, false);
  if (reader.builder.failures.length > 0) return from;
  gatherText(reader, text, from);
  readEndTag(reader, name, end + 2);
  return end + name.length + 3;
}

/** The bracket that closes a start tag after its attributes; -1 where these are not plain. */
function readAttributes(reader: Reader, start: number): number {
  const { html } = reader;
  let at = start;
  while (html.charCodeAt(at) === SPACE) {
    const nameStart = at + 1;
    const nameEnd = endOfName(html, nameStart);
    if (nameEnd < 0 || isHandler(html, nameStart)) return -1;
    if (html.charCodeAt(nameEnd) !== EQUALS || html.charCodeAt(nameEnd + 1) !== QUOTE) return -1;
    const valueEnd = endOfValue(html, nameEnd + 2);
    if (valueEnd < 0) return -1;
    const { names } = reader;
    addAttribute(reader, names.nameAt(nameStart, nameEnd), names.valueAt(nameEnd + 2, valueEnd));
    at = valueEnd + 1;
  }
  return html.charCodeAt(at) === MORE ? at : -1;
}

const isHandler = (html: string, name: number): boolean =>
  html.charCodeAt(name) === O && html.charCodeAt(name + 1) === N;

/** The quotation mark that closes a value; -1 where there is none before an entity. */
function endOfValue(html: string, start: number): number {
  for (let at = start; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === AMPERSAND) return -1;
  }
  return -1;
}

/** The end of a name that begins with a small letter; -1 where there is none. */
function endOfName(html: string, start: number): number {
  const first = html.charCodeAt(start);
  if (!(first >= 0x61 && first <= 0x7a)) return -1;
  let at = start + 1;
  while (IN_NAME[html.charCodeAt(at)] === true) at += 1;
  return at;
}
