import type { Box, BoxTree, CellBox, Inline } from '../box/box.ts';
import type { PdfBytes } from '../draw/pdf-bytes.ts';
import type { Stage } from '../failure.ts';
import type { Flow, Item } from '../layout/item.ts';
import type { Made } from '../observe.ts';
import type { Page, PagedDocument } from '../paginate/page.ts';

/** What is counted, in the order of the flow; `runs` are the shaped pieces of text on the pages. */
export const COUNTED = ['boxes', 'items', 'marks', 'runs', 'pages', 'objects', 'bytes'] as const;

/** How much of each thing there was. */
export type Counts = Readonly<Partial<Record<(typeof COUNTED)[number], number>>>;

type Counters = { readonly [S in keyof Made]: (made: Made[S]) => Counts };

const COUNTERS: Counters = {
  box: ({ root }: BoxTree) => ({ boxes: countBoxes(root) }),
  layout: ({ root, fixed }: Flow) => ({
    items: countItems(root) + sum(fixed, ({ item }) => countItems(item)),
  }),
  paginate: ({ pages }: PagedDocument) => countOnPages(pages),
  draw: ({ bytes, pages }: PdfBytes) => ({
    pages,
    objects: countObjects(bytes),
    bytes: bytes.length,
  }),
};

/** What there is to count of what a stage gave; `Observe` says that it is what the stage gives. */
export function countWork(stage: Stage, made: unknown): Counts {
  if (!(stage in COUNTERS)) return {};
  return (COUNTERS[stage as keyof Made] as (made: unknown) => Counts)(made);
}

function sum<T>(all: readonly T[], count: (one: T) => number): number {
  return all.reduce((total, one) => total + count(one), 0);
}

function countBoxes(box: Box): number {
  switch (box.kind) {
    case 'block':
    case 'flex':
    case 'grid':
      return 1 + sum(box.children, countBoxes);
    case 'inline-flow':
      return 1 + sum(box.content, countInline);
    case 'table': {
      const caption = box.caption === null ? 0 : countBoxes(box.caption);
      const rows = box.groups.flatMap((group) => group.rows);
      const cells = rows.flatMap((row) => row.cells);
      const parts = box.groups.length + rows.length + cells.length;
      return 1 + caption + parts + sum(cells, countInCell);
    }
    case 'picture':
      return 1;
  }
}

function countInCell(cell: CellBox): number {
  return cell.text === null ? sum(cell.children, countBoxes) : 0;
}

function countInline(inline: Inline): number {
  if (inline.kind === 'span') return 1 + sum(inline.children, countInline);
  return inline.kind === 'atom' || inline.kind === 'anchor' ? countBoxes(inline.box) : 0;
}

function countItems(item: Item): number {
  return 1 + sum(item.overlays, (overlay) => countItems(overlay.item)) + countWithin(item);
}

function countWithin(item: Item): number {
  if (item.kind === 'leaf' || item.kind === 'flat-row') return 0;
  if (item.kind === 'row') return sum(item.cells, (cell) => countItems(cell.item));
  const { children, head, foot } = item;
  const ends = sum([head, foot], (end) => (end === null ? 0 : countItems(end)));
  return ends + sum(children, (child) => countItems(child.item));
}

/** Each page is placed anew when its items are read. */
function countOnPages(pages: readonly Page[]): Counts {
  let [marks, runs] = [0, 0];
  for (const { items } of pages) {
    marks += items.length;
    runs += sum(items, ({ mark }) => (mark.kind === 'text' ? mark.runs.length : 0));
  }
  return { marks, runs };
}

/** The cross-reference stream at the end of the file says how many objects there are, the empty one included. */
function countObjects(file: Uint8Array): number {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const end = bytes.subarray(bytes.lastIndexOf('startxref')).toString('latin1');
  const start = Number(/startxref\s+(\d+)/.exec(end)?.[1]);
  const head = bytes.subarray(start, start + LONGEST_HEAD).toString('latin1');
  return Number(/\/Size (\d+)/.exec(head)?.[1]) - 1;
}

const LONGEST_HEAD = 1024;
