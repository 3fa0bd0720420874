import type { Cell, Column, Item, Row } from '../layout/item.ts';

/** What of an item stands on one page. Cheap: an item that is not cut is one object, whatever is in it. */
export type Fragment = WholeFragment | ColumnFragment | RowFragment;

/** An item that stands on one page with all that is in it. */
export interface WholeFragment {
  readonly kind: 'whole';
  readonly item: Item;
  readonly height: number;
}

/** The part of a column on one page. */
export interface ColumnFragment {
  readonly kind: 'column';
  readonly item: Column;
  readonly height: number;
  /** Whether the column begins on this page, and whether it ends here. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** A head or foot that comes again here; the originals stand among the pieces. */
  readonly head: Repetition | null;
  readonly foot: Repetition | null;
  readonly pieces: readonly Piece[];
}

/** The part of a row on one page, above or below a cut through all of its cells. */
export interface RowFragment {
  readonly kind: 'row';
  readonly item: Row;
  readonly height: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly pieces: readonly Piece[];
}

/** A fragment at its place in the fragment around it, px from the top left corner of that. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly fragment: Fragment;
}

/** A head or foot that comes again, px from the top left corner of the fragment. */
export interface Repetition {
  readonly x: number;
  readonly y: number;
  readonly item: Item;
}

/** Where an item goes on after a page break; null elsewhere means from its beginning. */
export type Start = ColumnStart | RowStart;

/** A column goes on with the unit at `index`, or within it. */
export interface ColumnStart {
  readonly kind: 'column';
  readonly index: number;
  readonly child: Start | null;
  /** After a forced break the gap above the unit is kept (CSS Fragmentation 3, section 5.2). */
  readonly forced: boolean;
}

/** A row goes on with the cells that have not ended. */
export interface RowStart {
  readonly kind: 'row';
  readonly cells: readonly RestCell[];
}

/** What is left of a cell: `y` px below the top of the row's next fragment. */
export interface RestCell {
  readonly cell: Cell;
  readonly y: number;
  readonly start: Start | null;
}
