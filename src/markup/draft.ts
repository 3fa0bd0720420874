import type { Node, SourceOffset } from './element.ts';

/** An element that still gains children. */
export interface Draft {
  readonly kind: 'element';
  readonly name: string;
  attributes: Record<string, string>;
  content: string | Node[];
  source: SourceOffset;
  textSource: SourceOffset;
}

/** An element without children. */
export function draft(
  name: string,
  source: SourceOffset,
  attributes: Record<string, string> = {},
): Draft {
  return { kind: 'element', name, attributes, content: NO_NODES, source, textSource: 0 };
}

/** What elements share that have nothing in them yet. */
const NO_NODES: Node[] = [];

/** Hang a text behind the other nodes. */
export function appendText(parent: Draft, text: string, source: SourceOffset): void {
  if (parent.content.length > 0) return append(parent, { kind: 'text', text, source });
  parent.content = text;
  parent.textSource = source;
}

/** Hang a node behind the others. Lists are made as long as they are, because most elements hold one or two nodes, and lists that grow leave room. */
export function append(parent: Draft, node: Node): void {
  const { content } = parent;
  if (typeof content === 'string') {
    parent.content = [{ kind: 'text', text: content, source: parent.textSource }, node];
    parent.textSource = 0;
  } else if (content.length === 0) parent.content = [node];
  else if (content.length === 1) parent.content = [...content, node];
  else content.push(node);
}

/** The element is complete: growing arrays keep room for 16 entries. */
export function trim(element: Draft): void {
  const { content } = element;
  if (typeof content !== 'string' && content.length > 2 && content.length < 12)
    element.content = content.slice();
}
