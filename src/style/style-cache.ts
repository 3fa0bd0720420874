import type { ComputedStyle } from './computed-style.ts';
import type { ElementShape } from './element-shape.ts';

/** A computed style with the styles that were found for children of elements that have it. */
export interface StyledNode extends ComputedStyle {
  /** By shape, then by which of the shape's conditional rules match. */
  readonly children: Map<ElementShape, Map<number | string, StyledNode>>;
}

/** Shapes and styles found so far. Equal parent, shape and matched rules give one style object. */
export interface StyleCache {
  /** By element name, then by what else decides. */
  readonly shapes: Map<string, Map<string, ElementShape>>;
  readonly roots: Map<ElementShape, Map<number | string, StyledNode>>;
  /** Count a new entry. */
  count(): void;
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
    count: () => {
      entries += 1;
    },
    isFull: () => entries > ENTRY_LIMIT,
  };
}
