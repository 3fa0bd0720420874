import type { SourceOffset } from './element.ts';
import type { RowPattern } from './row-pattern.ts';

/** How the rows of a page are written, as far as they are alike. */
export interface RowTable {
  /** The one that was met last stands first; pages of one template share them. */
  readonly patterns: RowPattern[];
  /** Where the latest row began that was read tag by tag, and how many warnings there were. */
  start: SourceOffset;
  warnings: number;
}

/** A table of a page that begins with patterns of other pages. */
export function createRowTable(patterns: RowPattern[]): RowTable {
  return { patterns, start: -1, warnings: 0 };
}
