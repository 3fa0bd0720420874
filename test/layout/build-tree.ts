import type { Box, BoxTree, CellBox, RowBox, RowGroupBox, TableBox } from '../../src/box/box.ts';
import { layoutBoxes } from '../../src/layout/layout-boxes.ts';
import type { Flow, Item, ItemMark } from '../../src/layout/item.ts';
import type { Failure } from '../../src/failure.ts';
import type { Length, Style } from '../../src/style/style.ts';
import { emBook } from './em-font.ts';
import { flow, lines, px, source, styled, tag, type Changes } from './inline/flow.ts';

export { px, styled, type Changes };

const pink = { red: 255, green: 192, blue: 203, alpha: 1 };

/** A background, so that the box is seen in `rectsOf`. */
export const seen: Changes = { backgroundColor: pink };

/** A percentage. */
export function percent(value: number): Length {
  return { px: 0, percent: value };
}

/** The four margins in CSS order, px. */
export function margin(top: number, right = top, bottom = top, left = right): Changes {
  return {
    marginTop: px(top),
    marginRight: px(right),
    marginBottom: px(bottom),
    marginLeft: px(left),
  };
}

/** Equal padding on all sides, px. */
export function padding(all: number): Changes {
  return {
    paddingTop: px(all),
    paddingRight: px(all),
    paddingBottom: px(all),
    paddingLeft: px(all),
  };
}

/** Solid borders on all sides, px. */
export function border(width: number, style: Style['borderTopStyle'] = 'solid'): Changes {
  return {
    borderTopWidth: width,
    borderRightWidth: width,
    borderBottomWidth: width,
    borderLeftWidth: width,
    borderTopStyle: style,
    borderRightStyle: style,
    borderBottomStyle: style,
    borderLeftStyle: style,
  };
}

/** Boxes, or words that become a paragraph of their own. */
export type Child = Box | string;

function boxes(children: readonly Child[]): readonly Box[] {
  return children.map((child) => (typeof child === 'string' ? flow({}, child) : child));
}

/** A block container. */
export function block(changes: Changes, ...children: readonly Child[]): Box {
  const style = styled({ display: 'block', ...changes });
  return { kind: 'block', style, tag, source, children: boxes(children), marker: null };
}

/** A flex container. */
export function flex(changes: Changes, ...children: readonly Child[]): Box {
  return {
    kind: 'flex',
    style: styled({ display: 'flex', ...changes }),
    tag,
    source,
    children: boxes(children),
  };
}

/** A grid container. */
export function grid(changes: Changes, ...children: readonly Child[]): Box {
  return {
    kind: 'grid',
    style: styled({ display: 'grid', ...changes }),
    tag,
    source,
    children: boxes(children),
  };
}

/** A picture of a natural size. */
export function picture(width: number, height: number, changes: Changes = {}): Box {
  const viewBox = { x: 0, y: 0, width, height };
  const aspect = { scale: 'meet', x: 0.5, y: 0.5 } as const;
  const vector = { kind: 'vector' as const, key: 'p', width, height, viewBox, aspect, shapes: [] };
  return {
    kind: 'picture',
    style: styled({ display: 'block', ...changes }),
    tag,
    source,
    picture: vector,
  };
}

/** What a cell may have besides its style. */
export type CellExtras = Partial<Pick<CellBox, 'columnSpan' | 'rowSpan' | 'amount'>>;

/** A table cell. */
export function cell(changes: Changes & CellExtras, ...children: readonly Child[]): CellBox {
  const { columnSpan = 1, rowSpan = 1, amount = null, ...own } = changes;
  const style = styled({ display: 'table-cell', verticalAlign: 'top', ...own });
  return {
    kind: 'cell',
    style,
    tag,
    source,
    columnSpan,
    rowSpan,
    amount,
    text: null,
    children: boxes(children),
  };
}

/** A table row; words become plain cells. */
export function row(changes: Changes, ...cells: readonly (CellBox | string)[]): RowBox {
  const style = styled({ display: 'table-row', ...changes });
  return {
    kind: 'row',
    style,
    tag,
    source,
    columns: null,
    cells: cells.map((each) => (typeof each === 'string' ? cell({}, each) : each)),
  };
}

/** A row group. */
export function group(
  kind: RowGroupBox['group'],
  changes: Changes,
  ...rows: readonly RowBox[]
): RowGroupBox {
  const style = styled({ display: 'table-row-group', ...changes });
  return { kind: 'row-group', style, tag, source, group: kind, rows };
}

/** A table; bare rows go into one body. */
export function table(
  changes: Changes & { readonly columns?: readonly Changes[]; readonly caption?: Box },
  ...parts: readonly (RowGroupBox | RowBox)[]
): TableBox {
  const { columns = [], caption = null, ...own } = changes;
  const rows = parts.filter((part): part is RowBox => part.kind === 'row');
  const groups = parts.filter((part): part is RowGroupBox => part.kind === 'row-group');
  return {
    kind: 'table',
    style: styled({ display: 'table', ...own }),
    tag,
    source,
    caption: caption?.kind === 'block' ? caption : null,
    columns: columns.map((each) => ({ style: styled(each) })),
    groups: rows.length > 0 ? [...groups, group('body', {}, ...rows)] : groups,
  };
}

/** A document on a page whose content area has this size. */
export function treeOf(children: readonly Child[], size = { width: 200, height: 1000 }): BoxTree {
  const page = { size, margin: { top: 0, right: 0, bottom: 0, left: 0 }, marginBoxes: [] };
  const root = block({}, ...children);
  if (root.kind !== 'block') throw new Error('a root is a block');
  return {
    root,
    hasOutOfFlow: true,
    lines,
    pages: { first: page, rest: page },
    fontFaces: [],
    language: 'en',
    title: '',
    meta: {},
  };
}

/** The measured document. Type is 10 px: every character 10 px wide, every line 10 px high. */
export function lay(...children: readonly Child[]): Flow {
  return layTree(treeOf(children)).flow;
}

/** The measured document with its warnings. */
export function layTree(tree: BoxTree): {
  readonly flow: Flow;
  readonly warnings: readonly Failure[];
} {
  const outcome = layoutBoxes(tree, emBook());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return { flow: outcome.value, warnings: outcome.warnings };
}

/** What an item paints itself, in front of its decoration. */
export function marksOf(item: Item): readonly ItemMark[] {
  return item.kind === 'flat-row' ? item.marks() : item.marks;
}

/** Something at its place, from the top left corner of the root. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

function childrenOf(item: Item): readonly (Spot & { readonly item: Item })[] {
  if (item.kind === 'leaf' || item.kind === 'flat-row') return item.overlays;
  if (item.kind === 'row') return [...item.cells, ...item.overlays];
  let y = item.top;
  const stacked = item.children.map((child) => {
    const at = { x: child.x, y: y + child.gap, item: child.item };
    y = at.y + child.item.height;
    return at;
  });
  const foot = item.foot
    ? [{ x: item.children[0]?.x ?? 0, y: y + item.slack, item: item.foot }]
    : [];
  return [...stacked, ...foot, ...item.overlays];
}

/** Every item with its place, parents before children. */
export function itemsOf(
  item: Item,
  at: Spot = { x: 0, y: 0 },
): readonly (Spot & { readonly item: Item })[] {
  const inner = childrenOf(item).flatMap((child) =>
    itemsOf(child.item, { x: at.x + child.x, y: at.y + child.y }),
  );
  return [{ ...at, item }, ...inner];
}

/** `text x,y` of every text mark, in tree order; y is the top of the inline box. */
export function textsOf({ root }: Flow): readonly string[] {
  return itemsOf(root).flatMap(({ x, y, item }) =>
    marksOf(item).flatMap(({ x: left, y: top, mark }) =>
      mark.kind === 'text' ? [`${mark.text} ${String(x + left)},${String(y + top)}`] : [],
    ),
  );
}

/** `x,y width×height` of every item with a background, in tree order. */
export function rectsOf({ root }: Flow): readonly string[] {
  return itemsOf(root)
    .filter(({ item }) => item.decoration?.background)
    .map(
      ({ x, y, item: { width, height } }) =>
        `${String(x)},${String(y)} ${String(width)}×${String(height)}`,
    );
}

/** `x,y width×height thickness` of every line, in tree order. */
export function linesOf({ root }: Flow): readonly string[] {
  return itemsOf(root).flatMap(({ x, y, item }) =>
    marksOf(item).flatMap(({ x: left, y: top, mark }) =>
      mark.kind === 'line'
        ? [
            `${String(x + left)},${String(y + top)} ${String(mark.width)}×${String(mark.height)} ${String(mark.thickness)}`,
          ]
        : [],
    ),
  );
}
