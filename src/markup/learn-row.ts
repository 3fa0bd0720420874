import type { Element, Node, SourceOffset } from './element.ts';
import { lastName } from './patterned-row.ts';
import type { PatternNode, RowPattern } from './row-pattern.ts';

/** Longer rows are seldom written alike. */
const LONGEST = 4096;

/** A start tag of which each attribute is written once, and plainly. */
const PLAIN_TAG = /^<[a-z]+(?: [a-z-]+="[^"&>]*")*>$/;

/** What the rows of a page may have in common with this one, which ends here; null for rows that are more than cells of one text each. */
export function learnRow(html: string, row: Element, end: SourceOffset): RowPattern | null {
  const { content, source } = row;
  if (typeof content === 'string' || end - source > LONGEST) return null;
  const pieces: string[] = [];
  const nodes: PatternNode[] = [];
  let from = source;
  const addGap = (start: number, length: number): number => {
    pieces.push(html.slice(from, start));
    from = start + length;
    return pieces.length - 1;
  };
  for (const node of content) {
    if (!isPlain(node, html)) return null;
    const place = { node, piece: pieces.length, offset: node.source - from };
    const data = node.kind === 'element' ? dataOf(node, html) : null;
    const text = node.kind === 'element' && typeof node.content === 'string' ? node.content : null;
    nodes.push({
      ...place,
      data: data === null ? -1 : addGap(data.start, data.length),
      text: node.kind === 'text' || text === null ? -1 : addGap(node.textSource, text.length),
    });
  }
  pieces.push(html.slice(from, end));
  return pieces.length === 1 ? null : { pieces, row, nodes };
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
  { attributes, content, source, textSource }: Element,
  html: string,
): { readonly start: SourceOffset; readonly length: number } | null {
  if (typeof content !== 'string') return null;
  const name = lastName(attributes);
  const value = attributes[name] ?? '';
  const tag = html.slice(source, textSource);
  const end = `${name}="${value}">`;
  if (!name.startsWith('data-') || value === '' || !tag.endsWith(` ${end}`)) return null;
  const isOnce = Object.keys(attributes).length === tag.split('="').length - 1;
  if (!isOnce || !PLAIN_TAG.test(tag)) return null;
  return { start: textSource - 2 - value.length, length: value.length };
}
