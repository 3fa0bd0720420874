import type { Box } from '../../box/box.ts';
import type { GlyphRun } from '../../font/face.ts';
import type { Edges } from '../../geometry.ts';
import type { Item } from '../item.ts';
import type { InlineBox } from './inline-box.ts';
import type { Part, TextPart } from './paragraph.ts';
import type { TextStyle } from './text-memory.ts';

interface AnyFragment {
  readonly box: InlineBox;
  readonly level: number;
}

/** A shaped piece of a fragment with its width as the style spaces it. */
export interface FragmentRun {
  readonly run: GlyphRun;
  readonly text: string;
  readonly width: number;
}

/** The characters of one text node on one line in one level; grows while the line is gathered. */
export interface TextFragment extends AnyFragment {
  readonly kind: 'text';
  readonly part: TextPart;
  readonly textStyle: TextStyle;
  /** In logical order. */
  readonly runs: FragmentRun[];
  text: string;
  /** px inside the line box; hanging spaces are left out. */
  width: number;
  /** px of hanging spaces at its end. */
  hang: number;
  /** Number of U+0020 in it that justification may stretch. */
  spaces: number;
}

/** An atom on a line. */
export interface AtomFragment extends AnyFragment {
  readonly kind: 'atom';
  readonly content: Box;
  readonly item: Item;
  readonly margin: Edges;
  readonly width: number;
}

/** A running total; as wide as the room that the rest of its line leaves. */
export interface LateFragment extends AnyFragment {
  readonly kind: 'late';
  readonly part: Extract<Part, { kind: 'late' }>;
  readonly textStyle: TextStyle;
  width: number;
}

/** The place of a span that has edges but no content on this line. */
export interface EmptyFragment extends AnyFragment {
  readonly kind: 'empty';
  readonly width: 0;
}

/** Where a box out of flow would have stood. */
export interface AnchorFragment extends AnyFragment {
  readonly kind: 'anchor';
  readonly content: Box;
  readonly inlineLevel: boolean;
  readonly width: 0;
}

/** What stands on a line. */
export type Fragment = TextFragment | AtomFragment | AnchorFragment | LateFragment | EmptyFragment;

/** A line's content in logical order: fragments, and where inline boxes begin and end. */
export type LineEvent =
  | { readonly kind: 'leaf'; readonly fragment: Fragment }
  /** `edge`: the box really begins or ends here, instead of going on from or to another line. */
  | { readonly kind: 'open' | 'close'; readonly box: InlineBox; readonly edge: boolean };
