import type { Failure } from '../failure.ts';
import type { FontBook } from '../font/font-book.ts';
import { INITIAL_STYLE } from './initial-style.ts';
import type { Style } from './style.ts';
import type { Variables } from './variables.ts';

/** A style while it is computed. */
export type MutableStyle = { -readonly [K in keyof Style]: Style[K] };

/** A computed style with what children need of it beside its values. */
export interface ComputedStyle {
  readonly style: Style;
  readonly variables: Variables;
  readonly rootFontSize: number;
  /** What `ch` and `ex` are measured with; null where no fonts are known. */
  readonly fonts: FontBook | null;
  /** Whether children become flex or grid items: such a container, or `display: contents` within one. */
  readonly itemises: boolean;
  /** Whether the box would be inline-level where it were not taken out of the flow. */
  readonly inlineLevel: boolean;
  /** Values that turned out invalid once var() was replaced. */
  readonly warnings: readonly Failure[];
}

/** What the root element inherits from. */
export const ROOT_PARENT: ComputedStyle = {
  style: INITIAL_STYLE,
  variables: new Map(),
  rootFontSize: INITIAL_STYLE.fontSize,
  fonts: null,
  itemises: false,
  inlineLevel: false,
  warnings: [],
};
