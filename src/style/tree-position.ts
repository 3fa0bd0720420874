import type { Element, Node } from '../markup/element.ts';

/** An element with its place in the tree: what selectors ask of its surroundings. */
export interface TreePosition {
  readonly element: Element;
  readonly parent: TreePosition | null;
  readonly siblings: Siblings;
  /** Place among the element siblings, from 0. */
  readonly index: number;
}

/** The element children of one parent, with what was already found out about them. */
export interface Siblings {
  readonly elements: readonly Element[];
  /** Made when a selector first asks for it. */
  types: TypePositions | null;
  /** For `a ~ b`: how far the siblings have been tried, and which was the first to match; -1 for none so far. */
  tried: Map<object, { until: number; first: number }> | null;
  /** Whether what selectors ask of the ancestors holds: the same for all siblings. */
  above: Map<object, boolean> | null;
}

/** For each sibling its place among those of its name, from 0, and how many of the name there are. */
export interface TypePositions {
  readonly place: readonly number[];
  readonly counts: ReadonlyMap<string, number>;
}

/** The root element's place. */
export function rootPosition(element: Element): TreePosition {
  return { element, parent: null, siblings: siblingsOf([element]), index: 0 };
}

/** Gather the element children of a node. */
export function siblingsOf(nodes: readonly Node[]): Siblings {
  const elements = nodes.filter((node) => node.kind === 'element');
  return { elements, types: null, tried: null, above: null };
}

/** Places by name, counted once for all siblings. */
export function typePositions(siblings: Siblings): TypePositions {
  if (siblings.types) return siblings.types;
  const counts = new Map<string, number>();
  const place = siblings.elements.map(({ name }) => {
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    return before;
  });
  siblings.types = { place, counts };
  return siblings.types;
}
