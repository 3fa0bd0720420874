import { copiedText } from '../copied-text.ts';
import type { Element, Node, SourceOffset } from './element.ts';
import { lastName } from './patterned-row.ts';
import type { PatternNode, RowPattern } from './row-pattern.ts';
import { ownAttributes } from './tag-table.ts';

/** Longer rows are seldom written alike. */
const LONGEST = 4096;

/** A start tag of which each attribute is written once, and plainly. */
const PLAIN_TAG = /^<[a-z]+(?: [a-z-]+="[^"&>]*")*>$/;

/** What other rows may have in common with this one, which ends here; null for rows that are more than cells of one text each. Holds nothing of the page. */
export function learnRow(html: string, row: Element, end: SourceOffset): RowPattern | null {
  const { content, source } = row;
  if (typeof content === 'string' || end - source > LONGEST) return null;
  const pieces: string[] = [];
  const nodes: PatternNode[] = [];
  let from = source;
  const addGap = (start: number, length: number): number => {
    pieces.push(copiedText(html.slice(from, start)));
    from = start + length;
    return pieces.length - 1;
  };
  for (const node of content) {
    if (!isPlain(node, html)) return null;
    const piece = pieces.length;
    const offset = node.source - from;
    const value = dataOf(node, html);
    const data = value === null ? -1 : addGap(value.start, value.length);
    const text = hasText(node) ? addGap(node.textSource, node.content.length) : -1;
    nodes.push({ node: ownNode(node), piece, offset, data, text });
  }
  pieces.push(copiedText(html.slice(from, end)));
  const attributes = ownAttributes(row.attributes);
  return pieces.length === 1 ? null : { pieces, attributes, nodes };
}

/** A node without its place and its content, and with memory of its own. */
function ownNode(node: Node): Node {
  if (node.kind === 'text') return { kind: 'text', text: copiedText(node.text), source: 0 };
  const attributes = ownAttributes(node.attributes);
  return { kind: 'element', name: node.name, attributes, content: [], source: 0, textSource: 0 };
}

function hasText(node: Node): node is Element & { readonly content: string } {
  return node.kind === 'element' && typeof node.content === 'string';
}

/** Whether a node is white space or a cell, written as it is read. */
function isPlain(node: Node, html: string): boolean {
  if (node.kind === 'text') return html.startsWith(node.text, node.source);
  const { name, content, textSource } = node;
  if (name !== 'td' && name !== 'th') return false;
  if (typeof content !== 'string') return content.length === 0;
  return html.startsWith(content, textSource) && html[textSource + content.length] === '<';
}

/** Where the value of the last attribute of a cell's tag stands, if it is data: it decides nothing of the cell's looks. */
function dataOf(
  node: Node,
  html: string,
): { readonly start: SourceOffset; readonly length: number } | null {
  if (!hasText(node)) return null;
  const { attributes, source, textSource } = node;
  const name = lastName(attributes);
  const value = attributes[name] ?? '';
  const tag = html.slice(source, textSource);
  const end = `${name}="${value}">`;
  if (!name.startsWith('data-') || value === '' || !tag.endsWith(` ${end}`)) return null;
  const isOnce = Object.keys(attributes).length === tag.split('="').length - 1;
  if (!isOnce || !PLAIN_TAG.test(tag)) return null;
  return { start: textSource - 2 - value.length, length: value.length };
}
