import type { Matrix, Point, Rect, Size } from '../geometry.ts';
import type { Mark } from '../layout/item.ts';

/** A mark at its absolute place on a page, CSS px from the top left corner of the sheet. */
export interface PlacedItem extends Point {
  readonly mark: Mark;
  /** False for what comes again on a later page (table heads) or belongs to the sheet (page numbers): an artifact. */
  readonly original: boolean;
  /** The innermost group that it is painted in; equal groups are one object. */
  readonly group: PlacedGroup | null;
}

/** A stacking group on a page, in page coordinates. */
export interface PlacedGroup {
  readonly opacity: number;
  readonly clip: Rect | null;
  readonly transform: Matrix | null;
  readonly parent: PlacedGroup | null;
}

/** A finished page: nothing is left to decide. Items stand in paint order; they may be made each time they are read. */
export interface Page {
  readonly size: Size;
  readonly items: readonly PlacedItem[];
}

/** The finished document, ready to be drawn. */
export interface PagedDocument {
  readonly pages: readonly Page[];
  readonly language: string;
  readonly title: string;
  /** `<meta>` names to contents: `author`, `subject`, `date` (ISO 8601). */
  readonly meta: Readonly<Record<string, string>>;
}
