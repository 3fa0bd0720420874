import type { BlockBox, Box, CellBox, ColumnBox, RowBox, RowGroupBox, TableBox } from './box.ts';
import { anonymous, type Build, type Frame } from './build.ts';
import { isBlank, type Content } from './content.ts';

/** Makes the block-level children of a cell that has none of its own elements. */
export type Arrange = (contents: readonly Content[], frame: Frame, build: Build) => readonly Box[];

/** A table from what stands in it; missing groups, rows and cells are supplied (CSS 2.1, section 17.2.1). */
export function buildTable(
  contents: readonly Content[],
  frame: Frame,
  build: Build,
  arrange: Arrange,
): TableBox {
  const { style, tag, element } = frame;
  const captions = contents.flatMap((content) => (content.kind === 'caption' ? [content.box] : []));
  const columns = contents.flatMap((content) =>
    content.kind === 'columns' ? content.columns : [],
  );
  const groups = buildGroups(contents, { frame, build, arrange });
  const { source } = element;
  const caption = joined(captions);
  return { kind: 'table', style, tag, source, caption, columns, groups: ordered(groups) };
}

/** The first caption with the content of the others beneath its own. */
function joined(captions: readonly BlockBox[]): BlockBox | null {
  const [first, ...others] = captions;
  if (!first || others.length === 0) return first ?? null;
  return { ...first, children: [first, ...others].flatMap((caption) => caption.children) };
}

/** What the anonymous parts of a table are made from. */
interface Around {
  readonly frame: Frame;
  readonly build: Build;
  readonly arrange: Arrange;
}

function buildGroups(contents: readonly Content[], around: Around): readonly RowGroupBox[] {
  const groups: RowGroupBox[] = [];
  let loose: Content[] = [];
  const flush = (): void => {
    const rows = buildRows(loose, around);
    if (rows.length > 0) groups.push(anonymousGroup(rows, around));
    loose = [];
  };
  for (const content of contents) {
    if (content.kind === 'caption' || content.kind === 'columns') continue;
    if (content.kind !== 'row-group') loose.push(content);
    else {
      flush();
      groups.push(content.box);
    }
  }
  flush();
  return groups;
}

function anonymousGroup(rows: readonly RowBox[], { frame, build }: Around): RowGroupBox {
  const style = anonymous(build, frame.style, 'table-row-group');
  const { tag, element } = frame;
  return {
    kind: 'row-group',
    group: 'body',
    style,
    tag,
    source: element.source,
    rows: clampSpans(rows),
  };
}

/** The first header group stands first and the first footer group last; further ones are bodies (CSS 2.1, section 17.2). */
function ordered(groups: readonly RowGroupBox[]): readonly RowGroupBox[] {
  const head = groups.find(({ group }) => group === 'head');
  const foot = groups.find(({ group }) => group === 'foot');
  const bodies = groups.filter((group) => group !== head && group !== foot);
  const plain = bodies.map((group): RowGroupBox =>
    group.group === 'body' ? group : { ...group, group: 'body' },
  );
  return [...(head ? [head] : []), ...plain, ...(foot ? [foot] : [])];
}

/** Rows as they are; anything else stands in anonymous rows. */
export function buildRows(contents: readonly Content[], around: Around): readonly RowBox[] {
  const rows: RowBox[] = [];
  let loose: Content[] = [];
  const flush = (): void => {
    if (loose.some((content) => !isBlank(content))) rows.push(anonymousRow(loose, around));
    loose = [];
  };
  for (const content of contents) {
    if (content.kind !== 'row') loose.push(content);
    else {
      flush();
      rows.push(content.box);
    }
  }
  flush();
  return rows;
}

function anonymousRow(contents: readonly Content[], around: Around): RowBox {
  const style = anonymous(around.build, around.frame.style, 'table-row');
  const { tag, element } = around.frame;
  const cells = buildCells(contents, around);
  return { kind: 'row', style, tag, source: element.source, columns: null, cells };
}

/** Cells as they are; anything else stands in anonymous cells. */
export function buildCells(contents: readonly Content[], around: Around): readonly CellBox[] {
  const cells: CellBox[] = [];
  let loose: Content[] = [];
  const flush = (): void => {
    if (loose.some((content) => !isBlank(content))) cells.push(anonymousCell(loose, around));
    loose = [];
  };
  for (const content of contents) {
    if (content.kind !== 'cell') loose.push(content);
    else {
      flush();
      cells.push(content.box);
    }
  }
  flush();
  return cells.slice();
}

function anonymousCell(contents: readonly Content[], { frame, build, arrange }: Around): CellBox {
  const style = anonymous(build, frame.style, 'table-cell');
  const { tag, element } = frame;
  const children = arrange(contents, { ...frame, style }, build);
  const { source } = element;
  const spans = { columnSpan: 1, rowSpan: 1, amount: null };
  return { kind: 'cell', style, tag, source, ...spans, text: null, children };
}

/** No cell reaches beyond the last row of its group (HTML, section 4.9.12.1). */
export function clampSpans(rows: readonly RowBox[]): readonly RowBox[] {
  if (rows.every(isSpanless)) return rows;
  return rows.map((row, index) => {
    const left = rows.length - index;
    if (isSpanless(row) || row.cells.every((cell) => cell.rowSpan <= left)) return row;
    const cells = row.cells.map((cell) =>
      cell.rowSpan > left ? { ...cell, rowSpan: left } : cell,
    );
    return { ...row, cells };
  });
}

/** Asks for the cells last: rows of very long tables have to read them. */
function isSpanless(row: RowBox): boolean {
  return row.columns !== null || row.cells.every(({ rowSpan }) => rowSpan === 1);
}

/** The columns that a `col` or a `colgroup` without `col` stands for. */
export function repeatedColumn(column: ColumnBox, times: number): readonly ColumnBox[] {
  return new Array<ColumnBox>(times).fill(column);
}
