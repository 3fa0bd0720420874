import { RAW_TEXT } from './read-token.ts';
import {
  addAttribute,
  beginTag,
  endTag,
  gatherText,
  hasEntity,
  readEndTag,
  type Reader,
} from './reader.ts';
import { isLong, knownHead, knownTag, lastValue, slotOf, type KnownHead } from './tag-table.ts';

const MORE = 0x3e;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const SPACE = 0x20;

/** Names of event handlers begin with these two, and each of them is warned of. */
const O = 0x6f;
const N = 0x6e;

/** Small letters, digits and hyphens of ASCII, the characters of nearly all names. */
const IN_NAME: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[a-z\d-]/.test(String.fromCharCode(code)),
);

/** The end of the start tag that begins here; -1 where it is not plain. */
export function readStart(reader: Reader, start: number): number {
  const close = reader.html.indexOf('>', start);
  if (close < 0) return -1;
  return isLong(start, close)
    ? readLongStart(reader, start, close)
    : readShortStart(reader, start, close + 1);
}

/** A short tag comes again as it is. */
function readShortStart(reader: Reader, start: number, close: number): number {
  const { html, tags } = reader;
  const slot = slotOf(html, start, close);
  const known = tags[slot];
  if (known !== undefined && html.startsWith(known.text, start)) {
    beginTag(reader, known.name, start + 1);
    reader.attributes = known.attributes;
    endTag(reader, false);
    return start + known.text.length;
  }
  const end = readNewStart(reader, start);
  const { name, attributes } = reader;
  if (end >= 0 && !RAW_TEXT.has(name))
    tags[slot] = knownTag(html.slice(start, end), name, attributes);
  return end;
}

/** A long tag comes again with another last value. */
function readLongStart(reader: Reader, start: number, close: number): number {
  const { html, heads } = reader;
  const head = lastValue(html, start, close);
  if (head < 0) return readNewStart(reader, start);
  const slot = slotOf(html, start, head);
  const known = heads[slot];
  if (known?.text.length === head - start && html.startsWith(known.text, start))
    return readKnownHead(reader, known, head, close);
  const end = readNewStart(reader, start);
  const { name, attributes } = reader;
  heads[slot] = end < 0 ? undefined : knownHead(html.slice(start, head), name, attributes);
  return end;
}

function readKnownHead(reader: Reader, known: KnownHead, from: number, close: number): number {
  const start = from - known.text.length;
  if (hasEntity(reader, from, close)) return readNewStart(reader, start);
  beginTag(reader, known.name, start + 1);
  reader.attributes = { ...known.attributes };
  reader.attributes[known.last] = reader.names.valueAt(from, close - 1);
  endTag(reader, false);
  return close + 1;
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
    const valueEnd = html.indexOf('"', nameEnd + 2);
    if (valueEnd < 0 || hasEntity(reader, nameEnd + 2, valueEnd)) return -1;
    const { names } = reader;
    addAttribute(reader, names.nameAt(nameStart, nameEnd), names.valueAt(nameEnd + 2, valueEnd));
    at = valueEnd + 1;
  }
  return html.charCodeAt(at) === MORE ? at : -1;
}

const isHandler = (html: string, name: number): boolean =>
  html.charCodeAt(name) === O && html.charCodeAt(name + 1) === N;

/** The end of a name that begins with a small letter; -1 where there is none. */
export function endOfName(html: string, start: number): number {
  const first = html.charCodeAt(start);
  if (!(first >= 0x61 && first <= 0x7a)) return -1;
  let at = start + 1;
  while (IN_NAME[html.charCodeAt(at)] === true) at += 1;
  return at;
}
