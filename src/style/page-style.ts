import type { Edges, Size } from '../geometry.ts';
import type { Style } from './style.ts';

/** The margin boxes along the top and the bottom edge, and the corners (CSS Paged Media 3, section 5). */
export type MarginBoxName =
  | 'top-left-corner'
  | 'top-left'
  | 'top-center'
  | 'top-right'
  | 'top-right-corner'
  | 'bottom-left-corner'
  | 'bottom-left'
  | 'bottom-center'
  | 'bottom-right'
  | 'bottom-right-corner';

/** A piece of a margin box's `content`: words as they are, or a number that the page breaker knows. */
export type MarginContent =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'counter'; readonly counter: 'page' | 'pages' };

/** One margin box that has content. */
export interface MarginBoxStyle {
  readonly name: MarginBoxName;
  readonly content: readonly MarginContent[];
  readonly style: Style;
}

/** What `@page` says of one kind of page: the sheet, its margins and its margin boxes, all in CSS px. */
export interface PageStyle {
  readonly size: Size;
  readonly margin: Edges;
  readonly marginBoxes: readonly MarginBoxStyle[];
}

/** `@page :first` and every other page; the same object where the style sheet does not tell them apart. */
export interface PageStyles {
  readonly first: PageStyle;
  readonly rest: PageStyle;
}
