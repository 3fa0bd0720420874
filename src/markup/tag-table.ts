/** A start tag as it was read, with the text that it was read from. */
export interface KnownTag {
  readonly text: string;
  readonly name: string;
  /** Shared by all elements whose tags are written alike; null for none. */
  readonly attributes: Record<string, string> | null;
}

/** The start tags of a page that came last: nearly all come again and again, and are then read at a glance. */
export type TagTable = (KnownTag | undefined)[];

/** Longer tags seldom come twice. */
const LONGEST = 48;

const SLOTS = 256;

const MORE = 0x3e;

/** A table without tags. */
export function createTagTable(): TagTable {
  return new Array<KnownTag | undefined>(SLOTS).fill(undefined);
}

/** The slot for the tag that begins here, found by all of its characters; -1 where it is long. */
export function slotOf(html: string, start: number): number {
  let mixed = 0;
  for (let at = start + 1; at < start + LONGEST; at++) {
    const code = html.charCodeAt(at);
    if (code === MORE) return (mixed ^ (mixed >>> 8)) & (SLOTS - 1);
    mixed = (mixed * 31 + code) | 0;
  }
  return -1;
}
