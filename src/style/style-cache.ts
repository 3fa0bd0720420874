import type { ComputedStyle } from './computed-style.ts';
import type { Block } from './declaration.ts';
import type { ElementShape } from './element-shape.ts';
import type { IndexedRule } from './rule-index.ts';
import type { Style } from './style.ts';

/** A computed style with the styles that were found for children of elements that have it. */
export interface StyledNode extends ComputedStyle {
  readonly children: Map<ElementShape, Variants>;
}

/** The styles of the children of one shape. */
export interface Variants {
  /** Rules that have to be asked for each child. */
  readonly open: readonly IndexedRule[];
  /** Styles by which of them match. */
  readonly nodes: Map<number | string, StyledNode>;
}

/** The style that blocks come to, in this order. */
export interface BlockStyle {
  readonly blocks: readonly Block[];
  readonly computed: ComputedStyle;
}

/** Shapes and styles found so far. Equal parent, shape and matched rules give one style object. */
export interface StyleCache {
  /** By element name, then by what else decides. */
  readonly shapes: Map<string, Map<string, ElementShape>>;
  readonly roots: Map<ElementShape, Variants>;
  /** Styles of anonymous boxes by the style that they are made from and what they are for. */
  readonly derived: Map<Style, Map<string, Style>>;
  /** Styles of pages and of their margin boxes, by what they inherit from. */
  readonly pages: WeakMap<ComputedStyle, BlockStyle[]>;
  /** Count a new entry. */
  count(): void;
  entries(): number;
  /** Whether the cache has grown beyond what templates need: then a fresh one takes its place. */
  isFull(): boolean;
}

const ENTRY_LIMIT = 5000;

/** An empty cache. */
export function createStyleCache(): StyleCache {
  let entries = 0;
  return {
    shapes: new Map(),
    roots: new Map(),
    derived: new Map(),
    pages: new WeakMap(),
    count: () => {
      entries += 1;
    },
    entries: () => entries,
    isFull: () => entries > ENTRY_LIMIT,
  };
}

/** A style made from another, once for each purpose. */
export function derivedStyle(
  cache: StyleCache,
  from: Style,
  purpose: string,
  make: () => Style,
): Style {
  const known = cache.derived.get(from);
  const style = known?.get(purpose);
  if (style) return style;
  const made = make();
  if (known) known.set(purpose, made);
  else cache.derived.set(from, new Map([[purpose, made]]));
  cache.count();
  return made;
}
