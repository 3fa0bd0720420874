import type { Failure } from '../failure.ts';
import type { Source } from '../markup/element.ts';
import type { Block } from './declaration.ts';
import type { Compute } from './grammar.ts';
import type { MarginBoxName, MarginContent } from './page-style.ts';
import type { Selector } from './selector.ts';

/** A style sheet, read once: what it says for print, and what was wrong with it. */
export interface Sheet {
  readonly rules: readonly StyleRule[];
  readonly pages: readonly PageRule[];
  readonly fontFaces: readonly FontFaceDescription[];
  readonly warnings: readonly Failure[];
}

/** Selectors with one block of declarations. */
export interface StyleRule {
  readonly selectors: readonly Selector[];
  readonly block: Block;
}

/** `@page` or `@page :first`. */
export interface PageRule {
  readonly first: boolean;
  readonly size: PageSize | null;
  /** Margins and everything that margin boxes inherit. */
  readonly block: Block;
  readonly boxes: readonly MarginBoxRule[];
}

/** Width and height in px, once lengths are computed; null for `auto`. */
export type PageSize = Compute<{ readonly width: number; readonly height: number }>;

/** `@top-left { … }` within `@page`. `content` is null where it is not set and empty for `none`. */
export interface MarginBoxRule {
  readonly name: MarginBoxName;
  readonly content: readonly MarginContent[] | null;
  readonly block: Block;
}

/** `@font-face` with the names of its files in order of preference. */
export interface FontFaceDescription {
  readonly family: string;
  readonly weight: number;
  readonly slant: 'normal' | 'italic';
  readonly urls: readonly string[];
  readonly source: Source;
}
