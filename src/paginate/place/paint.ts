import type { FontBook } from '../../font/font-book.ts';
import type { ColumnFragment } from '../fragment.ts';
import type { PlacedGroup } from '../page.ts';
import type { RunningTotals } from '../running-totals.ts';
import type { Survey } from '../survey.ts';
import type { FormatTotal } from './format-total.ts';
import type { Sheet } from './sheet.ts';

/** What is the same for all pages of a document. */
export interface Printing {
  readonly survey: Survey;
  readonly fonts: FontBook;
  readonly formatTotal: FormatTotal;
  /** Running totals of the parts of those tables that print them. */
  readonly totals: ReadonlyMap<ColumnFragment, RunningTotals>;
}

/** Exact sums by name, ready to be formatted, of a head or foot that comes again. */
export type LateSums = ReadonlyMap<string, string>;

/** How and where items are placed just now. */
export interface Paint {
  readonly printing: Printing;
  readonly sheet: Sheet;
  readonly original: boolean;
  readonly group: PlacedGroup | null;
  readonly layer: number;
  /** Null outside heads and feet that come again. */
  readonly late: LateSums | null;
}
