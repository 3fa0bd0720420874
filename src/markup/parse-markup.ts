import { failed, failure, success, type Outcome } from '../failure.ts';
import type { Markup } from '../template/markup.ts';
import type { ElementTree } from './element.ts';
import { readPlain } from './read-plain.ts';
import { createTokenReader, type TokenReader } from './read-token.ts';
import { createReader, flushText, type Reader } from './reader.ts';
import type { RowPattern } from './row-pattern.ts';
import { createTagTable } from './tag-table.ts';
import { closeAll } from './tree-builder.ts';

/** Longest page in UTF-16 units: 128 MB. */
const SIZE_LIMIT = 1 << 27;

/**
 * Parse HTML into a tree: entities decoded, implied tags supplied, every node with its place.
 * Nothing is executed; what a print engine has no use for is left out with a warning.
 */
export function parseMarkup(markup: Markup): Outcome<ElementTree> {
  if (markup.html.length > SIZE_LIMIT)
    return failed([
      failure('markup', markup.file, 'the page is too long', { expected: '128 MB at most' }),
    ]);
  const { html: page, file, memo } = markup;
  const tags = memo?.('markup:tags', createTagTable) ?? createTagTable();
  const patterns = memo?.('markup:rows', (): RowPattern[] => []) ?? [];
  const reader = createReader(page, file, tags, patterns);
  read(reader);
  const { html, sheets, lines, warnings, failures } = reader.builder;
  if (failures.length > 0) return failed(failures, warnings);
  closeAll(reader.builder);
  return success({ root: html, sheets, lines }, warnings);
}

/** By the tokenizer wherever the page is not plain. */
function read(reader: Reader): void {
  const { html, builder } = reader;
  let tokens: TokenReader | null = null;
  let at = 0;
  while (builder.failures.length === 0) {
    at = readPlain(reader, at);
    if (at >= html.length) break;
    tokens ??= createTokenReader(reader);
    at = tokens.readFrom(at);
  }
  if (builder.failures.length === 0) flushText(reader);
}
