import { copiedText } from '../copied-text.ts';

/** A start tag as it was read, with the text that it was read from. */
export interface KnownTag {
  readonly text: string;
  readonly name: string;
  /** Shared by all elements whose tags are written alike; null for none. */
  readonly attributes: Record<string, string> | null;
}

/** A start tag up to the value of its last attribute: amounts differ from row to row, and all before them is alike. */
export interface KnownHead {
  readonly text: string;
  readonly name: string;
  /** The last attribute has the value that it was met with first. */
  readonly attributes: Record<string, string>;
  readonly last: string;
}

/**
 * The start tags that came last: nearly all come again and again, in the page and in others of its template, and are then
 * read at a glance.
 */
export interface TagTable {
  readonly tags: (KnownTag | undefined)[];
  readonly heads: (KnownHead | undefined)[];
}

/** The tag that was read from this text. */
export function knownTag(
  text: string,
  name: string,
  attributes: Record<string, string> | null,
): KnownTag {
  const own = attributes === null ? null : ownAttributes(attributes);
  return { text: copiedText(text), name: copiedText(name), attributes: own };
}

/** What can be known of the tag just read from its text up to the last value; undefined where an attribute comes twice, because the first of them counts. */
export function knownHead(
  text: string,
  name: string,
  attributes: Record<string, string> | null,
): KnownHead | undefined {
  const names = Object.keys(attributes ?? {});
  const last = names.at(-1);
  if (attributes === null || last === undefined || text.length > LONGEST_HEAD) return undefined;
  const isWhole = text.endsWith(` ${last}="`) && text.split('="').length === names.length + 1;
  if (!isWhole) return undefined;
  const own = ownAttributes(attributes);
  return { text: copiedText(text), name: copiedText(name), attributes: own, last };
}

/** The same attributes with memory of their own. */
export function ownAttributes(
  attributes: Readonly<Record<string, string>>,
): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name in attributes) own[name] = copiedText(attributes[name] ?? '');
  return own;
}

/** Longer ones hold what is no markup, such as pictures. */
const LONGEST_HEAD = 256;

/** Longer tags seldom come twice as a whole. */
const LONGEST = 48;

const SLOTS = 256;

const QUOTE = 0x22;
const EQUALS = 0x3d;

/** A table without tags. */
export function createTagTable(): TagTable {
  return {
    tags: new Array<KnownTag | undefined>(SLOTS).fill(undefined),
    heads: new Array<KnownHead | undefined>(SLOTS).fill(undefined),
  };
}

/** Whether a tag is too long to come twice as a whole; it goes from here to this bracket. */
export function isLong(start: number, close: number): boolean {
  return close - start >= LONGEST;
}

/** Where the last value begins of the tag that goes from here to this bracket, -1 where it does not end in one. */
export function lastValue(html: string, start: number, close: number): number {
  if (html.charCodeAt(close - 1) !== QUOTE) return -1;
  let at = close - 2;
  while (at > start && html.charCodeAt(at) !== QUOTE) at -= 1;
  return html.charCodeAt(at - 1) === EQUALS ? at + 1 : -1;
}

/** The slot for a tag or a head, found by its length and some of its characters: more of its end, where tags differ most. */
export function slotOf(html: string, start: number, end: number): number {
  let mixed = (end - start) * 31 + html.charCodeAt(end - 4);
  for (let at = end - 3; at > start; at -= 7) mixed = (mixed * 31 + html.charCodeAt(at)) | 0;
  return (mixed ^ (mixed >>> 8)) & (SLOTS - 1);
}
