import type { Node } from '../../src/markup/element.ts';
import { createTokenReader } from '../../src/markup/read-token.ts';
import { createReader, flushText } from '../../src/markup/reader.ts';
import { createTagTable } from '../../src/markup/tag-table.ts';
import { closeAll } from '../../src/markup/tree-builder.ts';

/** The page as the tokenizer alone reads it. */
export function byTokens(html: string): unknown {
  const reader = createReader(html, 'a.html', createTagTable());
  const tokens = createTokenReader(reader);
  for (let at = 0; at < html.length;) at = tokens.readFrom(at);
  flushText(reader);
  closeAll(reader.builder);
  return { root: reader.builder.html, warnings: reader.builder.warnings };
}

/** A tree with all of its rows read. */
export function whole(node: Node): unknown {
  if (node.kind === 'text') return node;
  const { kind, name, attributes, content, source, textSource } = node;
  const read = typeof content === 'string' ? content : content.map(whole);
  return { kind, name, attributes, content: read, source, textSource };
}
