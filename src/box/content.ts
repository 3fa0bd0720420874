import type { Box, BlockBox, CellBox, ColumnBox, Inline, RowBox, RowGroupBox } from './box.ts';

/** What an element contributes to its parent, before anonymous boxes are made around it. */
export type Content =
  /** Inline content; `blank` where it is white space that vanishes between blocks. */
  | { readonly kind: 'inline'; readonly inline: Inline; readonly blank: boolean }
  /** A block-level box in flow. */
  | { readonly kind: 'block'; readonly box: Box }
  /** An absolutely positioned box. */
  | { readonly kind: 'out-of-flow'; readonly box: Box; readonly inlineLevel: boolean }
  | TablePart;

/** A part of a table, still to be put where tables have such parts. */
export type TablePart =
  | { readonly kind: 'row-group'; readonly box: RowGroupBox }
  | { readonly kind: 'row'; readonly box: RowBox }
  | { readonly kind: 'cell'; readonly box: CellBox }
  | { readonly kind: 'columns'; readonly columns: readonly ColumnBox[] }
  | { readonly kind: 'caption'; readonly box: BlockBox };

const TABLE_PARTS: ReadonlySet<Content['kind']> = new Set<Content['kind']>([
  'row-group',
  'row',
  'cell',
  'columns',
  'caption',
]);

/** Whether a piece of content belongs into a table. */
export function isTablePart(content: Content): content is TablePart {
  return TABLE_PARTS.has(content.kind);
}

/** Whether a piece of content is white space that vanishes between blocks and between the parts of a table. */
export function isBlank(content: Content): boolean {
  return content.kind === 'inline' && content.blank;
}
