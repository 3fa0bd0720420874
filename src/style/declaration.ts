import type { Source } from '../markup/element.ts';
import type { Compute } from './grammar.ts';
import type { PropertyKey } from './property.ts';

/** What a declaration gives to one longhand. */
export type Specified =
  | { readonly kind: 'value'; readonly compute: Compute<unknown> }
  /** `inherit`, `initial`, `unset` (CSS Cascade 5, section 7.3). */
  | { readonly kind: 'wide'; readonly keyword: WideKeyword }
  /** Has var() in it: read as a value of `property` once the custom properties are known. */
  | { readonly kind: 'pending'; readonly property: string; readonly text: string };

export type WideKeyword = 'inherit' | 'initial' | 'unset';

/** One longhand that is set; `rtlKey` is the property set instead where the element's text runs from right to left. */
export interface LonghandDeclaration {
  readonly kind: 'longhand';
  readonly key: PropertyKey;
  readonly rtlKey: PropertyKey;
  readonly value: Specified;
  readonly source: Source;
}

/** A custom property with its text (CSS Variables 1, section 2). */
export interface CustomDeclaration {
  readonly kind: 'custom';
  readonly name: string;
  readonly text: string;
  readonly source: Source;
}

export type Declaration = LonghandDeclaration | CustomDeclaration;

/** The declarations of one pair of braces, in order. */
export interface Block {
  readonly normal: readonly Declaration[];
  readonly important: readonly Declaration[];
}
