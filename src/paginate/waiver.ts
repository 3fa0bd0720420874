/** The rules of breaking that are given up on a page because no break point obeys them all. */
export interface Waiver {
  /** Rule 3: orphans and widows. Also `break-inside: avoid` of what is taller than every page. */
  readonly lines: boolean;
  /** Rule 1: `break-before` and `break-after: avoid`. */
  readonly chains: boolean;
  /** Rules 2 and 4: `break-inside: avoid`. */
  readonly insides: boolean;
  /** Spaces above the first content of the page, below the last, and what comes again there. */
  readonly spaces: boolean;
  /** The page's own height: a piece that cannot be cut stands on a page and is clipped at its edge. */
  readonly room: boolean;
}

/**
 * What is given up, step by step, until a page has a break point (CSS Fragmentation 3, section 4.4): rule 3 first, then
 * rules 1, 2 and 4. The specification leaves their order open; rule 1 goes first, because a torn table row is worse
 * than a heading without its paragraph.
 */
export const WAIVERS: readonly Waiver[] = [
  { lines: false, chains: false, insides: false, spaces: false, room: false },
  { lines: true, chains: false, insides: false, spaces: false, room: false },
  { lines: true, chains: true, insides: false, spaces: false, room: false },
  { lines: true, chains: true, insides: true, spaces: false, room: false },
  { lines: true, chains: true, insides: true, spaces: true, room: false },
  { lines: true, chains: true, insides: true, spaces: true, room: true },
];
