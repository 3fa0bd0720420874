import type { SourceOffset } from './element.ts';
import type { RowPattern } from './row-pattern.ts';

/** How the rows of a page are written, as far as they are alike. */
export interface RowTable {
  /** The one that was met last stands first. */
  readonly patterns: RowPattern[];
  /** Where the latest row began that was read tag by tag, and how many warnings there were. */
  start: SourceOffset;
  warnings: number;
}

/** A table without patterns. */
export function createRowTable(): RowTable {
  return { patterns: [], start: -1, warnings: 0 };
}
