import type { CellBox, FilledCell, TextCell } from './box.ts';

/** What a cell has beside its content. */
export type CellFacts = Pick<
  CellBox,
  'style' | 'tag' | 'source' | 'columnSpan' | 'rowSpan' | 'amount'
>;

/** A cell of these boxes. */
export function filledCell(facts: CellFacts, children: FilledCell['children']): FilledCell {
  const { style, tag, source, columnSpan, rowSpan, amount } = facts;
  return {
    kind: 'cell',
    style,
    tag,
    source,
    columnSpan,
    rowSpan,
    amount,
    text: null,
    children,
  };
}

/** A cell of one text. */
export function textCell(
  facts: CellFacts,
  text: string,
  textStyle: TextCell['textStyle'],
  textSource: TextCell['textSource'],
): TextCell {
  const { style, tag, source, columnSpan, rowSpan, amount } = facts;
  return {
    kind: 'cell',
    style,
    tag,
    source,
    columnSpan,
    rowSpan,
    amount,
    text,
    textStyle,
    textSource,
  };
}
