import type { Box } from '../../box/box.ts';
import type { Tag } from '../../box/tag.ts';
import type { SourceOffset } from '../../markup/element.ts';
import type { Style } from '../../style/style.ts';
import type { InlineBox } from './inline-box.ts';

/** Stands for an atom or a running total in the text of a paragraph: OBJECT REPLACEMENT CHARACTER. */
export const OBJECT = '\uFFFC';

/** A stretch of characters of one text node, white space collapsed. */
export interface TextPart {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
  readonly box: InlineBox;
  readonly style: Style;
  readonly tag: Tag;
  readonly source: SourceOffset;
}

/** A part of the content in logical order, with its place in the paragraph's text (UTF-16 offsets). */
export type Part =
  | TextPart
  /** A span begins or ends. */
  | {
      readonly kind: 'open' | 'close';
      readonly start: number;
      readonly end: number;
      readonly box: InlineBox;
    }
  | {
      readonly kind: 'atom';
      readonly start: number;
      readonly end: number;
      readonly box: InlineBox;
      readonly content: Box;
    }
  /** Where a box out of flow would have stood. */
  | {
      readonly kind: 'anchor';
      readonly start: number;
      readonly end: number;
      readonly box: InlineBox;
      readonly content: Box;
      readonly inlineLevel: boolean;
    }
  | {
      readonly kind: 'late';
      readonly start: number;
      readonly end: number;
      readonly box: InlineBox;
      readonly of: string;
      readonly style: Style;
      readonly tag: Tag;
    }
  /** A forced line break: `<br>`, or a line feed that `white-space` preserves. */
  | {
      readonly kind: 'break';
      readonly start: number;
      readonly end: number;
      readonly box: InlineBox;
    }
  /** Characters that only steer the bidi algorithm (CSS Writing Modes 3, section 2.4.2). */
  | {
      readonly kind: 'control';
      readonly start: number;
      readonly end: number;
      readonly box: InlineBox;
    };

/** The content of an inline flow in one string, with the parts that the characters belong to. */
export interface Paragraph {
  readonly root: InlineBox;
  readonly text: string;
  readonly parts: readonly Part[];
  /** Nothing in it makes a line box (CSS 2.1, section 9.4.2). */
  readonly empty: boolean;
}
