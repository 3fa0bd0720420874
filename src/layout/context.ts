import type { Box } from '../box/box.ts';
import type { Failure } from '../failure.ts';
import type { FontBook } from '../font/font-book.ts';
import type { LineTable } from '../markup/element.ts';
import type { TextMemory } from './inline/text-memory.ts';
import type { StillPlace } from './absolute/anchors.ts';
import type { Item, Overlay } from './item.ts';

/** The content box of the containing block, px; height null where it depends on the content. */
export interface Space {
  readonly width: number;
  readonly height: number | null;
}

/** Min-content and max-content width of a border box, margins left out (CSS Sizing 3, section 4). */
export interface IntrinsicWidths {
  readonly min: number;
  readonly max: number;
}

/** What the functions of layout share while one document is laid out; ties inline and block layout without an import cycle. */
export interface LayoutContext {
  readonly fonts: FontBook;
  /** Of the page, for messages. */
  readonly lines: LineTable;
  /** Language of the document, for text without a `lang` of its own. */
  readonly language: string;
  /** Measure a box of any kind within its containing block. The item is its border box; margins are the caller's. */
  layoutBox(box: Box, space: Space): Item;
  /** Widths of a box of any kind; computed once for each box. */
  intrinsicWidths(box: Box): IntrinsicWidths;
  /** Place an absolute box where it would have stood; null where its containing block does it. */
  placeStill(box: Box, at: StillPlace): Overlay | null;
  /** What text keeps while the document is laid out: fonts and shaping by style. */
  readonly textMemory: TextMemory;
  warn(failure: Failure): void;
}
