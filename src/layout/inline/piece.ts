import type { Box } from '../../box/box.ts';
import type { GlyphRun, Shaping } from '../../font/face.ts';
import type { Edges } from '../../geometry.ts';
import type { Item } from '../item.ts';
import type { InlineBox } from './inline-box.ts';
import type { Part, TextPart } from './paragraph.ts';
import type { TextStyle } from './text-memory.ts';

interface AnyPiece {
  /** Offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly box: InlineBox;
  /** Embedding level (UAX 9). */
  readonly level: number;
  /** px; that of trailing spaces included. */
  readonly width: number;
}

/** A word with the spaces after it, of one face, style, script and level, shaped once. */
export interface TextPiece extends AnyPiece {
  readonly kind: 'text';
  readonly part: TextPart;
  readonly textStyle: TextStyle;
  readonly run: GlyphRun;
  readonly shaping: Shaping;
  /** Characters and px of the spaces at its end. */
  readonly spaces: number;
  readonly spaceWidth: number;
}

/** A preserved tab: as wide as to the next tab stop. */
export interface TabPiece extends AnyPiece {
  readonly kind: 'tab';
  readonly part: TextPart;
  readonly textStyle: TextStyle;
  readonly shaping: Shaping;
  /** px from one tab stop to the next. */
  readonly interval: number;
}

/** An atom with its size: the item where it is laid out, widths alone where it is measured. */
export interface AtomPiece extends AnyPiece {
  readonly kind: 'atom';
  readonly content: Box;
  /** Least width that it may take, px. */
  readonly least: number;
  readonly margin: Edges;
  readonly item: Item | null;
}

/** Room for a running total. */
export interface LatePiece extends AnyPiece {
  readonly kind: 'late';
  readonly part: Extract<Part, { kind: 'late' }>;
  readonly textStyle: TextStyle;
}

/** The edge of a span: its width is the margin, border and padding on that side. */
export interface EdgePiece extends AnyPiece {
  readonly kind: 'open' | 'close';
}

/** Where a box out of flow would have stood. */
export interface AnchorPiece extends AnyPiece {
  readonly kind: 'anchor';
  readonly content: Box;
  readonly inlineLevel: boolean;
}

/** A forced line break. */
export interface BreakPiece extends AnyPiece {
  readonly kind: 'break';
}

/** What lines are filled with, in logical order. */
export type Piece =
  TextPiece | TabPiece | AtomPiece | AnchorPiece | LatePiece | EdgePiece | BreakPiece;
