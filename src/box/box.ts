import type { FontFaceRule } from '../font/font-book.ts';
import type { LineTable, SourceOffset } from '../markup/element.ts';
import type { PageStyles } from '../style/page-style.ts';
import type { Style } from '../style/style.ts';
import type { Picture } from '../picture/picture.ts';
import type { Tag } from './tag.ts';

/** What every box has. Anonymous boxes have the tag and source of the element that they stand in. */
interface AnyBox {
  readonly style: Style;
  /** Where its content hangs in the structure tree. */
  readonly tag: Tag;
  readonly source: SourceOffset;
}

/** A box-tree node (CSS Display 3, section 2): every style computed, nothing positioned. */
export type Box = BlockBox | InlineFlowBox | FlexBox | GridBox | TableBox | PictureBox;

/** A block container whose children are block-level; inline content in it sits in anonymous `InlineFlowBox` children. */
export interface BlockBox extends AnyBox {
  readonly kind: 'block';
  readonly children: readonly Box[];
  /** The marker of a list item, null elsewhere. */
  readonly marker: Marker | null;
}

/** A run of inline content that becomes line boxes. Has no margins, borders or padding of its own: its style is anonymous. */
export interface InlineFlowBox extends AnyBox {
  readonly kind: 'inline-flow';
  readonly content: readonly Inline[];
}

/** A flex container; every child is a flex item. */
export interface FlexBox extends AnyBox {
  readonly kind: 'flex';
  readonly children: readonly Box[];
}

/** A grid container; every child is a grid item. */
export interface GridBox extends AnyBox {
  readonly kind: 'grid';
  readonly children: readonly Box[];
}

/** A table with its missing parts supplied (CSS 2.1, section 17.2.1). The style is that of the table box. */
export interface TableBox extends AnyBox {
  readonly kind: 'table';
  readonly caption: BlockBox | null;
  /** One for each `<col>`, spans written out; may be shorter than the table is wide. */
  readonly columns: readonly ColumnBox[];
  /** Header groups first, then bodies in order, then footer groups. */
  readonly groups: readonly RowGroupBox[];
}

/** A column of a table; only its style counts. */
export interface ColumnBox {
  readonly style: Style;
}

/** `thead`, `tbody` or `tfoot`. */
export interface RowGroupBox extends AnyBox {
  readonly kind: 'row-group';
  readonly group: 'head' | 'body' | 'foot';
  readonly rows: readonly RowBox[];
}

/** The rows of longer tables are not kept whole: they are read and measured again when their page is drawn. */
export const MOST_KEPT_ROWS = 10_000;

/** A table row. */
export interface RowBox extends AnyBox {
  readonly kind: 'row';
  /** How many cells it has, where each is known to hold a text or nothing, in one column and one row; null elsewhere. */
  readonly columns: number | null;
  readonly cells: readonly CellBox[];
  /** What its cells add to running totals, where that can be read without them. */
  readonly amounts?: readonly CellAmount[];
}

/** What a cell adds to a running total: its `data-amount`, an exact decimal, by the name in `data-total`. */
export interface CellAmount {
  readonly name: string;
  readonly value: string;
}

/** A table cell, a block container. */
export type CellBox = FilledCell | TextCell;

/** What every cell has. */
interface AnyCell extends AnyBox {
  readonly kind: 'cell';
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly amount: CellAmount | null;
}

/** A cell of any content. */
export interface FilledCell extends AnyCell {
  readonly text: null;
  readonly children: readonly Box[];
}

/**
 * A cell with nothing but a text in an anonymous block, as nearly all cells of long tables are: the block is made where it
 * is asked for, and has the style of the text, from which its own would differ in `display` alone.
 */
export interface TextCell extends AnyCell {
  readonly text: string;
  readonly textStyle: Style;
  readonly textSource: SourceOffset;
}

/** A replaced element: `img` or inline `svg`. */
export interface PictureBox extends AnyBox {
  readonly kind: 'picture';
  readonly picture: Picture;
}

/** A list item's marker: words set before its first line. */
export interface Marker {
  readonly text: string;
  readonly style: Style;
  readonly tag: Tag;
}

/** Content of a line. White space is not yet collapsed; `white-space` says how. */
export type Inline =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly style: Style;
      readonly tag: Tag;
      readonly source: SourceOffset;
    }
  | {
      readonly kind: 'span';
      readonly style: Style;
      readonly tag: Tag;
      readonly source: SourceOffset;
      readonly children: readonly Inline[];
    }
  /** An inline-level box that is laid out by itself: inline-block, inline-flex, inline-table, picture. */
  | { readonly kind: 'atom'; readonly box: Box }
  /** Where an absolutely positioned box would have stood: in the line, or, if it were not inline-level, beneath it. */
  | { readonly kind: 'anchor'; readonly box: Box; readonly inlineLevel: boolean }
  | { readonly kind: 'break'; readonly style: Style; readonly tag: Tag }
  /** `<running-total of="name">`. */
  | {
      readonly kind: 'running-total';
      readonly of: string;
      readonly style: Style;
      readonly tag: Tag;
      readonly source: SourceOffset;
    };

/** The whole document as boxes. */
export interface BoxTree {
  readonly root: BlockBox;
  /** Whether any box is absolutely positioned or fixed: most documents have none to be looked for. */
  readonly hasOutOfFlow: boolean;
  /** Of the page, for messages. */
  readonly lines: LineTable;
  readonly pages: PageStyles;
  readonly fontFaces: readonly FontFaceRule[];
  /** `<html lang>`; `en` where none is given. */
  readonly language: string;
  /** `<title>`; empty where none is given. */
  readonly title: string;
  /** `<meta name>` to content, names in lower case. */
  readonly meta: Readonly<Record<string, string>>;
}
