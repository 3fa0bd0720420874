import type { Color } from '../color.ts';
import type { FaceStack, FontBook } from '../font/font-book.ts';
import type { GlyphRun, Shaping } from '../font/face.ts';
import type { Edges, Matrix, Point, Rect, Size } from '../geometry.ts';
import type { LineTable, SourceOffset } from '../markup/element.ts';
import type { Picture } from '../picture/picture.ts';
import type { BorderStyle } from '../style/style.ts';
import type { Tag } from '../box/tag.ts';
import type { PageFrame } from './page-frame.ts';

/** Something drawn, measured in CSS px from its own top left corner. Never changes once made; pages share it. */
export type Mark = TextMark | RectMark | LineMark | PictureMark;

/**
 * The text of one inline box on one line, in visual order. `width` and `height` are its inline box as
 * `Range.getClientRects()` gives it; the baseline is measured down from the top of that box.
 */
export interface TextMark extends Size {
  readonly kind: 'text';
  readonly text: string;
  readonly baseline: number;
  /** Shaped pieces from left to right; more than one where the face or the direction changes. */
  readonly runs: readonly PlacedRun[];
  /** px. */
  readonly size: number;
  readonly color: Color;
  /** Extra px after each character cluster. */
  readonly letterSpacing: number;
  /** Extra px after each U+0020: `word-spacing` and justification. */
  readonly wordSpacing: number;
  /** Null for artifacts: markers of repeated rows, page numbers. */
  readonly tag: Tag | null;
  readonly language: string;
}

/** A glyph run within a text mark: `x` px from the mark's left edge. */
export interface PlacedRun {
  readonly x: number;
  readonly run: GlyphRun;
}

/** One side of a border. */
export interface BorderSide {
  readonly width: number;
  readonly style: BorderStyle;
  readonly color: Color;
}

/** Background and borders of a box; the size is the border box. */
export interface RectMark extends Size {
  readonly kind: 'rect';
  readonly decoration: Decoration;
  /** Which sides a box cut by page breaks still has. */
  readonly sides: Edges<boolean>;
}

/** What a box paints behind its content. Radii are resolved to px: top left, top right, bottom right, bottom left. */
export interface Decoration {
  readonly background: Color | null;
  readonly border: Edges<BorderSide> | null;
  readonly radii: readonly [Size, Size, Size, Size] | null;
}

/** A straight stroke from (0, 0) to (width, height): text decoration, collapsed borders. Centred on its course. */
export interface LineMark extends Size {
  readonly kind: 'line';
  readonly thickness: number;
  readonly style: 'solid' | 'dashed' | 'dotted' | 'double';
  readonly color: Color;
}

/** A picture scaled to its size; `source` is the part of the box that the picture fills (object-fit). */
export interface PictureMark extends Size {
  readonly kind: 'picture';
  readonly picture: Picture;
  readonly source: Rect;
  readonly tag: Tag | null;
}

/** Text whose words depend on the page: shaped by the page breaker within a width kept free for it. */
export interface LateMark extends Size {
  readonly kind: 'late';
  readonly content: { readonly kind: 'running-total'; readonly of: string };
  readonly setting: TextSetting;
  readonly align: 'left' | 'right' | 'center';
  readonly baseline: number;
  readonly tag: Tag | null;
}

/** All that is needed to shape words later. */
export interface TextSetting {
  readonly stack: FaceStack;
  readonly shaping: Shaping;
  readonly size: number;
  readonly color: Color;
  readonly letterSpacing: number;
}

/** A mark at its place within an item, px from the item's top left corner. */
export interface ItemMark extends Point {
  readonly mark: Mark | LateMark;
}

/** Where pages may end. `page` forces. */
export interface Breaks {
  readonly before: 'auto' | 'avoid' | 'page';
  readonly after: 'auto' | 'avoid' | 'page';
  readonly inside: 'auto' | 'avoid';
}

/**
 * Names an item in warnings: words, or the box that it came from, which become `row at invoice.hbs:40:3` where a warning
 * needs them. Long tables have hundreds of thousands of items and next to no warnings.
 */
export type ItemName = string | { readonly kind: string; readonly source: SourceOffset };

/** What every item has. */
interface AnyItem extends Size {
  readonly breaks: Breaks;
  /** Painted behind the content over the item's whole size; sliced or cloned where a page break cuts it. */
  readonly decoration: Decoration | null;
  /** Boxes out of flow, px from this item's top left corner, placed with the piece that they begin on and never cut. */
  readonly overlays: readonly Overlay[];
  /** Opacity, transformation and clipping of the item and all in it. */
  readonly group: Group | null;
  /** Paint order: 0 in flow; z-index, plus one where it is not negative, for positioned boxes. */
  readonly layer: number;
  /** px from the top to the first line's baseline; null where there is no line inside. */
  readonly baseline: number | null;
  readonly name: ItemName;
}

/** A measured piece that the page breaker can place; the heights add up, so it only adds and compares. */
export type Item = Leaf | Column | Row | FlatRow;

/** A piece that cannot be cut: a line of text, a picture, an empty box. */
export interface Leaf extends AnyItem {
  readonly kind: 'leaf';
  readonly marks: readonly ItemMark[];
}

/**
 * Items one beneath another: a block, a paragraph's lines, a table.
 * Height = top + every gap and child + slack + height of the foot + bottom.
 */
export interface Column extends AnyItem {
  readonly kind: 'column';
  readonly children: readonly Stacked[];
  /** Border and padding above and below the children, px. */
  readonly top: number;
  readonly bottom: number;
  /**
   * Free space between the last child and `bottom` (a height larger than the content, the last child's margin); dropped
   * at a page's end. Negative where the content overflows a set height.
   */
  readonly slack: number;
  /** Marks of the column itself (a list marker), placed with its first piece. */
  readonly marks: readonly ItemMark[];
  /** A table's header rows: the first of the children, and once more above the children on each later page. */
  readonly head: Item | null;
  /** A table's footer rows: not among the children, beneath them on each page, the last included. Its height counts once. */
  readonly foot: Item | null;
  /** Lines to keep together at the end and at the start of a page; 1 where the children are not lines. */
  readonly orphans: number;
  readonly widows: number;
  /**
   * Whether the height is set, by the style or by what stands beside the column, and not given by the content: over page
   * breaks it stays what it is. Where it is too small, the content hangs out and goes on beside what follows.
   */
  readonly isSet: boolean;
  /** `box-decoration-break`: clone draws padding and borders at every cut. */
  readonly cut: 'slice' | 'clone';
}

/**
 * A child of a column: `x` px from its left edge, `gap` px below the child before (negative: it overlaps). Gaps vanish at
 * an unforced page break.
 */
export interface Stacked {
  readonly x: number;
  readonly gap: number;
  readonly item: Item;
}

/** Items side by side, cut by one horizontal line through all of them: a table row, a flex row, a grid. */
export interface Row extends AnyItem {
  readonly kind: 'row';
  readonly cells: readonly Cell[];
  /** Marks of the row itself, in front of its background and behind its cells: collapsed borders, cell backgrounds beneath them. */
  readonly marks: readonly ItemMark[];
  /** Exact amounts of the row's cells, for running totals. */
  readonly amounts: readonly Amount[];
}

/** What a cell adds to the running total of a name, an exact decimal. */
export interface Amount {
  readonly name: string;
  readonly value: string;
}

/** A low table row that is cut nowhere: all that it paints are marks. */
export interface FlatRow extends AnyItem {
  readonly kind: 'flat-row';
  readonly amounts: readonly Amount[];
  /** None is late. Rows of long tables make them each time, so that no more than a page of them is there at once. */
  marks(): readonly ItemMark[];
}

/** An item of a row, px from the row's top left corner. */
export interface Cell extends Point {
  readonly item: Item;
}

/** A box out of flow, px from the top left corner of the item that it belongs to. */
export interface Overlay extends Point {
  readonly item: Item;
}

/** A stacking group. The clip and the origin of `transform` are px from the item's top left corner. */
export interface Group {
  readonly opacity: number;
  readonly clip: Rect | null;
  readonly transform: Matrix | null;
}

/** The whole document measured, before it is cut into pages. */
export interface Flow {
  readonly root: Item;
  /** Of the page, for messages. */
  readonly lines: LineTable;
  /** `position: fixed`: on every page, px from the top left corner of the page area. */
  readonly fixed: readonly Overlay[];
  readonly first: PageFrame;
  readonly rest: PageFrame;
  /** Shapes the late words. */
  readonly fonts: FontBook;
  readonly language: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
}
