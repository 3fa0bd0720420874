import type { Node, SourceOffset } from './element.ts';

/** An element that still gains children. */
export interface Draft {
  readonly kind: 'element';
  readonly name: string;
  attributes: Record<string, string>;
  children: Node[];
  source: SourceOffset;
}

/** An element without children. */
export function draft(
  name: string,
  source: SourceOffset,
  attributes: Record<string, string> = {},
): Draft {
  return { kind: 'element', name, attributes, children: NO_NODES, source };
}

/** What elements share that have nothing in them yet. */
const NO_NODES: Node[] = [];

/** Hang a node behind the others. Lists are made as long as they are, because most elements hold one or two nodes, and lists that grow leave room. */
export function append(parent: Draft, node: Node): void {
  const { children } = parent;
  const [first] = children;
  if (first === undefined) parent.children = [node];
  else if (children.length === 1) parent.children = [first, node];
  else children.push(node);
}

/** The element is complete: growing arrays keep room for 16 entries. */
export function trim(element: Draft): void {
  const { length } = element.children;
  if (length > 2 && length < 12) element.children = element.children.slice();
}
