import type { Style } from '../style/style.ts';
import { blockChildren } from './arrange-blocks.ts';
import type { CellBox, ColumnBox, RowGroupBox } from './box.ts';
import type { Build, Frame } from './build.ts';
import { amountOf } from './amount.ts';
import { filledCell, type CellFacts } from './cell.ts';
import { buildCells, buildRows, clampSpans, repeatedColumn } from './build-table.ts';
import { MOST_COLUMNS, MOST_ROWS, spanOf } from './build-tag.ts';
import type { Content, TablePart } from './content.ts';

/** The displays that are parts of a table. */
export type PartDisplay = Extract<
  Style['display'],
  | 'table-row'
  | 'table-row-group'
  | 'table-header-group'
  | 'table-footer-group'
  | 'table-cell'
  | 'table-column'
  | 'table-column-group'
  | 'table-caption'
>;

/** A part of a table with the parts that it lacks itself. */
export function buildTablePart(
  display: PartDisplay,
  contents: readonly Content[],
  frame: Frame,
  build: Build,
): TablePart {
  switch (display) {
    case 'table-row-group':
      return groupPart('body', contents, frame, build);
    case 'table-header-group':
      return groupPart('head', contents, frame, build);
    case 'table-footer-group':
      return groupPart('foot', contents, frame, build);
    case 'table-row':
      return rowPart(contents, frame, build);
    case 'table-cell':
      return { kind: 'cell', box: cellBox(contents, frame, build) };
    case 'table-caption':
      return captionPart(contents, frame, build);
    case 'table-column':
    case 'table-column-group':
      return { kind: 'columns', columns: columnsOf(contents, frame) };
  }
}

function groupPart(
  group: RowGroupBox['group'],
  contents: readonly Content[],
  frame: Frame,
  build: Build,
): TablePart {
  const { style, tag, element } = frame;
  const rows = clampSpans(buildRows(contents, { frame, build, arrange: blockChildren }));
  return {
    kind: 'row-group',
    box: { kind: 'row-group', group, style, tag, source: element.source, rows },
  };
}

function rowPart(contents: readonly Content[], frame: Frame, build: Build): TablePart {
  const { style, tag, element } = frame;
  const cells = buildCells(contents, { frame, build, arrange: blockChildren });
  return {
    kind: 'row',
    box: { kind: 'row', style, tag, source: element.source, columns: null, cells },
  };
}

function cellBox(contents: readonly Content[], frame: Frame, build: Build): CellBox {
  return filledCell(cellFacts(frame, build), blockChildren(contents, frame, build));
}

/** A cell that is being built. */
export type CellFrame = Pick<Frame, 'style' | 'tag' | 'element'>;

/** What an element says of its cell beside the content. */
export function cellFacts({ style, tag, element }: CellFrame, build: Build): CellFacts {
  const { attributes, source } = element;
  return {
    style,
    tag,
    source,
    columnSpan: spanOf(attributes['colspan'], MOST_COLUMNS),
    rowSpan: spanOf(attributes['rowspan'], MOST_ROWS),
    amount: amountOf(element, build),
  };
}

function captionPart(contents: readonly Content[], frame: Frame, build: Build): TablePart {
  const { style, tag, element } = frame;
  const children = blockChildren(contents, frame, build);
  return {
    kind: 'caption',
    box: { kind: 'block', style, tag, source: element.source, children, marker: null },
  };
}

const COLUMN_LIMIT = 1000;

/** A `col` is `span` columns; a `colgroup` is what its `col`s are, or `span` columns without any. */
function columnsOf(contents: readonly Content[], frame: Frame): readonly ColumnBox[] {
  const inner = contents.flatMap((content) => (content.kind === 'columns' ? content.columns : []));
  if (inner.length > 0) return inner.slice(0, COLUMN_LIMIT);
  return repeatedColumn(
    { style: frame.style },
    spanOf(frame.element.attributes['span'], COLUMN_LIMIT),
  );
}
