import type { Item } from '../../layout/item.ts';
import type { Fragment, HangingStart, Start } from '../fragment.ts';
import type { Survey } from '../survey.ts';
import type { Waiver } from '../waiver.ts';

/** The question to `fit`: how much of this item can stand here? */
export interface Ask<I extends Item = Item, S extends Start = Start> {
  readonly item: I;
  /** Where it goes on; null where it begins. */
  readonly start: S | null;
  /** px for all that is left of the item, if it ends on this page; minus infinity where it must not. */
  readonly endRoom: number;
  /** px for its part, if it is cut. */
  readonly cutRoom: number;
  /** Whether nothing visible stands above it on the page: then a break before it would leave a blank page. */
  readonly atTop: boolean;
  /** Whether a box around it has `break-inside: avoid`. */
  readonly guarded: boolean;
  /** How many cut lines a row may try; fewer within rows of rows, so that the work stays bounded. */
  readonly tries: number;
}

/** The answer: all of it, a part of it, or nothing. */
export type Fit<F extends Fragment = Fragment, S extends Start = Start> =
  | Whole<F>
  | Cut<F, S>
  /** No break point within obeys the rules: a break must come before the item, or earlier. */
  | { readonly kind: 'refuse' };

/** The item ends on this page; what hangs out of it beyond the page's end goes on the next one. */
export interface Whole<F extends Fragment = Fragment> {
  readonly kind: 'whole';
  readonly fragment: F;
  readonly beyond: HangingStart | null;
}

/** A part stands on this page, `used` px of content; `rest` goes on the next one. */
export interface Cut<F extends Fragment = Fragment, S extends Start = Start> {
  readonly kind: 'cut';
  readonly fragment: F;
  readonly used: number;
  readonly rest: S;
}

/** What is the same for all questions on one page, while one waiver is tried. */
export interface PageContext {
  readonly survey: Survey;
  readonly waived: Waiver;
  /** Height of the tallest page: what is taller fits nowhere. */
  readonly tallest: number;
  /** Ask about a part of an item; ties columns and rows together without an import cycle. */
  fit(ask: Ask): Fit;
}

/** Nothing of the item can stand here. */
export const REFUSE = { kind: 'refuse' } as const;
