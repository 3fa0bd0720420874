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

/** The start tags of a page that came last: nearly all come again and again, and are then read at a glance. */
export interface TagTable {
  readonly tags: (KnownTag | undefined)[];
  readonly heads: (KnownHead | undefined)[];
}

/** Longer tags seldom come twice as a whole. */
const LONGEST = 48;

/** Tags with longer heads are read anew. */
const LONGEST_HEAD = 160;

const SLOTS = 256;

const MORE = 0x3e;
const QUOTE = 0x22;
const EQUALS = 0x3d;

/** A table without tags. */
export function createTagTable(): TagTable {
  return {
    tags: new Array<KnownTag | undefined>(SLOTS).fill(undefined),
    heads: new Array<KnownHead | undefined>(SLOTS).fill(undefined),
  };
}

/** The slot for the tag that begins here, found by all of its characters; -1 where it is long. */
export function slotOf(html: string, start: number): number {
  let mixed = 0;
  for (let at = start + 1; at < start + LONGEST; at++) {
    const code = html.charCodeAt(at);
    if (code === MORE) return slotFor(mixed);
    mixed = (mixed * 31 + code) | 0;
  }
  return -1;
}

const slotFor = (mixed: number): number => (mixed ^ (mixed >>> 8)) & (SLOTS - 1);

/** Where the last value of the tag that begins here begins, -1 where it has none or is longer than most. */
export function headEnd(html: string, start: number): number {
  let end = -1;
  for (let at = start + 1; at < start + LONGEST_HEAD; at++) {
    const code = html.charCodeAt(at);
    if (code === MORE) return end;
    if (code === QUOTE && html.charCodeAt(at - 1) === EQUALS) end = at + 1;
  }
  return -1;
}

/** The slot for a head, found by its length and some of its characters. */
export function headSlot(html: string, start: number, end: number): number {
  let mixed = end - start;
  for (let at = end - 3; at > start; at -= 7) mixed = (mixed * 31 + html.charCodeAt(at)) | 0;
  return slotFor(mixed);
}
