import type { Cell, Column, Item, Overlay, Row } from '../layout/item.ts';

/** What of an item stands on one page. Cheap: an item that is not cut is one object, whatever is in it. */
export type Fragment = WholeFragment | ColumnFragment | RowFragment | HangingFragment;

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
  /** Boxes out of flow that stand on this part, px from its top left corner. */
  readonly overlays: readonly Overlay[];
}

/** The part of a row on one page, above or below a cut through all of its cells. */
export interface RowFragment {
  readonly kind: 'row';
  readonly item: Row;
  readonly height: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly pieces: readonly Piece[];
  /** Boxes out of flow that stand on this part, px from its top left corner. */
  readonly overlays: readonly Overlay[];
}

/** What hangs out of a box that has ended on a page before: without a box, and of no height to what follows. */
export interface HangingFragment {
  readonly kind: 'hanging';
  readonly item: Column | Row;
  readonly height: 0;
  readonly pieces: readonly Piece[];
  /** Boxes out of flow that stand on this part, px from its top left corner. */
  readonly overlays: readonly Overlay[];
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
export type Start = ColumnStart | RowStart | HangingStart;

/** A column goes on with the unit at `index`, or within it. */
export interface ColumnStart {
  readonly kind: 'column';
  readonly index: number;
  readonly child: Start | null;
  /** After a forced break the gap above the unit is kept (CSS Fragmentation 3, section 5.2). */
  readonly forced: boolean;
  /** Units that have ended, and what hangs out of them: it goes on beside the others. */
  readonly beside: readonly RestUnit[];
  /** px that are left of a set height; null where the content gives the height. */
  readonly left: number | null;
  /** Boxes out of flow that stand lower, px from the top left corner of the next part. */
  readonly overlays: readonly Overlay[];
}

/** What is left of the content of a column's unit whose box has ended. */
export interface RestUnit {
  readonly index: number;
  readonly start: HangingStart;
}

/** The box has ended on a page before; its content goes on, out of it. */
export interface HangingStart {
  readonly kind: 'hanging';
  readonly content: ColumnStart | RowStart;
}

/** A row goes on with the cells that have not ended. */
export interface RowStart {
  readonly kind: 'row';
  readonly cells: readonly RestCell[];
  /** Boxes out of flow that stand lower, px from the top left corner of the next part. */
  readonly overlays: readonly Overlay[];
}

/** What is left of a cell: `y` px below the top of the row's next fragment. */
export interface RestCell {
  readonly cell: Cell;
  readonly y: number;
  readonly start: Start | null;
}
