import { beginTag, addAttribute, endTag, gatherText, readEndTag, type Reader } from './reader.ts';
import { RAW_TEXT } from './read-token.ts';

const LESS = 0x3c;
const MORE = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const SPACE = 0x20;

/** Names of event handlers begin with it, and each of them is warned of. */
const O = 0x6f;

/** Small letters, digits and hyphens of ASCII, the characters of nearly all names. */
const IN_NAME: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  /[a-z\d-]/.test(String.fromCharCode(code)),
);

/**
 * Read on as long as the page is plain: text without entities, `<name one="value">` and `</name>`. Nearly all of a
 * page is, and for that no state machine is needed. The answer is where something else begins, or the end.
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

/** The end of the text that begins here; -1 where it has entities. */
function readText(reader: Reader, start: number): number {
  const { html } = reader;
  const found = html.indexOf('<', start);
  const end = found < 0 ? html.length : found;
  for (let at = start; at < end; at++) if (html.charCodeAt(at) === AMPERSAND) return -1;
  gatherText(reader, html.slice(start, end), start);
  return end;
}

/** The end of the tag that begins here; -1 where it is not plain. */
function readTag(reader: Reader, start: number): number {
  const { html } = reader;
  const isEnd = html.charCodeAt(start + 1) === SLASH;
  const nameStart = isEnd ? start + 2 : start + 1;
  const nameEnd = endOfName(html, nameStart);
  if (nameEnd < 0) return -1;
  if (isEnd) {
    if (html.charCodeAt(nameEnd) !== MORE) return -1;
    readEndTag(reader, reader.names.nameAt(nameStart, nameEnd), nameStart);
    return nameEnd + 1;
  }
  const name = reader.names.nameAt(nameStart, nameEnd);
  if (RAW_TEXT.has(name)) return -1;
  beginTag(reader, name, nameStart);
  const close = readAttributes(reader, nameEnd);
  if (close < 0) return -1;
  endTag(reader, false);
  return close + 1;
}

/** The bracket that closes a start tag after its attributes; -1 where these are not plain. */
function readAttributes(reader: Reader, start: number): number {
  const { html } = reader;
  let at = start;
  while (html.charCodeAt(at) === SPACE) {
    const nameStart = at + 1;
    const nameEnd = endOfName(html, nameStart);
    if (nameEnd < 0 || html.charCodeAt(nameStart) === O) return -1;
    if (html.charCodeAt(nameEnd) !== EQUALS || html.charCodeAt(nameEnd + 1) !== QUOTE) return -1;
    const valueEnd = endOfValue(html, nameEnd + 2);
    if (valueEnd < 0) return -1;
    const { names } = reader;
    addAttribute(reader, names.nameAt(nameStart, nameEnd), names.valueAt(nameEnd + 2, valueEnd));
    at = valueEnd + 1;
  }
  return html.charCodeAt(at) === MORE ? at : -1;
}

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
