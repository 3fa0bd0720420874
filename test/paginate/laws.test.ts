import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Page } from '../../src/paginate/page.ts';
import type { Column, Item } from '../../src/layout/item.ts';
import { below, column, flow, GREY, leaf, row, space } from './build-items.ts';
import { pagesOf, picture } from './draw-pages-as-text.ts';

const PAGE = 100;

const breaks = fc.record({
  before: fc.constantFrom('auto', 'auto', 'auto', 'avoid', 'page'),
  after: fc.constantFrom('auto', 'auto', 'auto', 'avoid', 'page'),
  inside: fc.constantFrom('auto', 'auto', 'avoid'),
} as const);

const length = (most: number) => fc.integer({ min: 0, max: most });

/** Leaves are called `?` until `named` numbers them. */
const anyLeaf = fc
  .record({ height: fc.integer({ min: 1, max: 130 }), breaks })
  .map(({ height, breaks: given }) => leaf('?', height, { breaks: given }));
const line = fc.constant(leaf('?', 10));
const gap = length(20).map((height) => space(height));

function columnOf(child: fc.Arbitrary<Item>): fc.Arbitrary<Item> {
  const shape = {
    children: fc.array(fc.tuple(length(8), child), { maxLength: 6 }),
    top: length(20),
    bottom: length(20),
    slack: length(30),
    breaks,
    orphans: fc.constantFrom(1, 1, 2, 3),
    widows: fc.constantFrom(1, 1, 2, 3),
    cut: fc.constantFrom('slice', 'slice', 'clone'),
    decoration: fc.constantFrom(null, GREY),
    isSet: fc.boolean(),
  } as const;
  return fc.record(shape).map(({ children, ...extra }) => {
    const stacked = children.map(([above, item]) => below(above, item));
    return column(stacked, extra);
  });
}

function tableOf(child: fc.Arbitrary<Item>): fc.Arbitrary<Item> {
  return fc
    .record({
      rows: fc.array(child, { minLength: 1, maxLength: 8 }),
      head: length(40),
      foot: length(40),
    })
    .map(({ rows, head, foot }) =>
      column(rows, {
        head: head === 0 ? null : leaf('?', head),
        foot: foot === 0 ? null : leaf('?', foot),
      }),
    );
}

function rowOf(child: fc.Arbitrary<Item>): fc.Arbitrary<Item> {
  return fc
    .record({ cells: fc.array(child, { minLength: 1, maxLength: 3 }), breaks })
    .map(({ cells, breaks: given }) => row(cells, { breaks: given }));
}

/** A column whose set height is too small: its content hangs out, over what follows and over the page's end. */
function overfullOf(child: fc.Arbitrary<Item>): fc.Arbitrary<Item> {
  const hanging = fc.integer({ min: 1, max: 100 });
  return fc.tuple(columnOf(child), hanging).map(([item, most]) => {
    if (item.kind !== 'column') return item;
    const content = item.height - item.slack - item.bottom;
    const hangs = Math.min(most, content);
    const slack = -item.bottom - hangs;
    return { ...item, height: content - hangs, slack, isSet: true };
  });
}

/** Columns in columns: what is placed keeps its order. */
const stacks = fc.letrec<{ item: Item }>((tie) => ({
  item: fc.oneof({ maxDepth: 4 }, anyLeaf, line, gap, columnOf(tie('item')), tableOf(tie('item'))),
}));

/** The same with rows and boxes that are too small. */
const trees = fc.letrec<{ item: Item }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 4 },
    anyLeaf,
    line,
    gap,
    columnOf(tie('item')),
    overfullOf(tie('item')),
    rowOf(tie('item')),
    tableOf(tie('item')),
  ),
}));

const stack = fc
  .array(stacks.item, { minLength: 1, maxLength: 8 })
  .map((items) => named(column(items)));
const tree = fc
  .array(trees.item, { minLength: 1, maxLength: 8 })
  .map((items) => named(column(items)));

/** Give every leaf that paints a name of its own, in tree order. */
function named(root: Column): { readonly root: Column; readonly names: readonly string[] } {
  const names: string[] = [];
  const visit = (item: Item): Item => {
    if (item.kind === 'row') {
      return { ...item, cells: item.cells.map((cell) => ({ ...cell, item: visit(cell.item) })) };
    }
    if (item.kind === 'column') return visitColumn(item);
    if (item.kind === 'flat-row' || item.marks.length === 0) return item;
    names.push(String(names.length));
    return { ...leaf(names.at(-1) ?? '', item.height), breaks: item.breaks };
  };
  const visitColumn = (item: Column): Column => {
    const children = item.children.map((child) => ({ ...child, item: visit(child.item) }));
    const head = item.head === null ? null : (children[0]?.item ?? null);
    return { ...item, children, head, foot: item.foot === null ? null : visit(item.foot) };
  };
  return { root: visitColumn(root), names };
}

/** Hang a box out of flow into every column, somewhere down its height. */
function withOverlays(root: Column): { readonly root: Column; readonly count: number } {
  let count = 0;
  const visit = (item: Item): Item => {
    if (item.kind === 'leaf' || item.kind === 'flat-row') return item;
    if (item.kind === 'row')
      return { ...item, cells: item.cells.map((cell) => ({ ...cell, item: visit(cell.item) })) };
    return visitColumn(item);
  };
  const visitColumn = (item: Column): Column => {
    const y = Math.floor((item.height * (count % 11)) / 10);
    const overlay = { x: 0, y, item: leaf(`@${String(count++)}`, 1 + ((count * 7) % 60)) };
    const children = item.children.map((child) => ({ ...child, item: visit(child.item) }));
    return { ...item, overlays: [overlay], children, head: null, foot: null };
  };
  return { root: visitColumn(root), count };
}

function originals(pages: readonly Page[]): readonly string[] {
  return pages.flatMap((page) =>
    page.items.flatMap(({ mark, original }) =>
      mark.kind === 'text' && original ? [mark.text] : [],
    ),
  );
}

/** How many words and boxes begin on a page. */
function begun(page: Page): number {
  return page.items.filter(
    ({ mark, original }) => original && (mark.kind !== 'rect' || mark.sides.top),
  ).length;
}

describe('of any tree', () => {
  it('every leaf is placed exactly once', () => {
    fc.assert(
      fc.property(tree, ({ root, names }) => {
        const { document } = pagesOf(flow(root, PAGE));
        expect([...originals(document.pages)].sort()).toEqual([...names].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('every box out of flow is placed exactly once, and no page is empty for it', () => {
    fc.assert(
      fc.property(tree, (given) => {
        const { root, count } = withOverlays(given.root);
        const { pages } = pagesOf(flow(root, PAGE)).document;
        const names = originals(pages).filter((name) => name.startsWith('@'));
        expect(new Set(names).size).toBe(count);
        expect(names).toHaveLength(count);
        expect(pages.at(-1)?.items.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves of columns keep their order', () => {
    fc.assert(
      fc.property(stack, ({ root, names }) => {
        expect(originals(pagesOf(flow(root, PAGE)).document.pages)).toEqual(names);
      }),
      { numRuns: 300 },
    );
  });

  it('every leaf lies inside its page unless it is taller', () => {
    fc.assert(
      fc.property(tree, ({ root }) => {
        for (const { items } of pagesOf(flow(root, PAGE)).document.pages) {
          for (const { y, mark } of items) {
            if (mark.kind !== 'text') continue;
            expect(y).toBeGreaterThanOrEqual(-0.01);
            if (mark.height <= PAGE) expect(y + mark.height).toBeLessThanOrEqual(PAGE + 0.02);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('no page is empty', () => {
    fc.assert(
      fc.property(tree, ({ root, names }) => {
        const { pages } = pagesOf(flow(root, PAGE)).document;
        if (names.length > 0) for (const page of pages) expect(begun(page)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('no leaf covers another of its column', () => {
    fc.assert(
      fc.property(stack, ({ root }) => {
        for (const { items } of pagesOf(flow(root, PAGE)).document.pages) {
          let bottom = -0.02;
          for (const { y, mark } of items) {
            if (mark.kind !== 'text') continue;
            expect(y).toBeGreaterThanOrEqual(bottom - 0.02);
            bottom = y + mark.height;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same when it is cut again', () => {
    fc.assert(
      fc.property(tree, ({ root }) => {
        const pages = (): unknown =>
          pagesOf(flow(root, PAGE)).document.pages.map(({ size, items }) => ({ size, items }));
        expect(pages()).toEqual(pages());
      }),
      { numRuns: 100 },
    );
  });
});

describe('of a column without rules', () => {
  it('every page but the last has no room for the next leaf', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: PAGE }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(sizes, (heights) => {
        const items = heights.map((height, index) => leaf(String(index), height));
        expect(picture(column(items), PAGE)).toBe(greedy(heights).join(' | '));
      }),
    );
  });

  it('nesting changes nothing', () => {
    const groups = fc.array(
      fc.array(fc.integer({ min: 1, max: PAGE }), { minLength: 1, maxLength: 6 }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(groups, (sizes) => {
        let count = 0;
        const columns = sizes.map((heights) =>
          column(heights.map((height) => leaf(String(count++), height))),
        );
        expect(picture(column(columns), PAGE)).toBe(greedy(sizes.flat()).join(' | '));
      }),
    );
  });
});

/** Fill pages one leaf after another. */
function greedy(heights: readonly number[]): readonly string[] {
  const pages: string[][] = [[]];
  let used = 0;
  for (const [index, height] of heights.entries()) {
    if (used + height > PAGE) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(String(index));
    used += height;
  }
  return pages.map((page) => page.join(' '));
}

describe('of a table', () => {
  it('every page has the head at the top and the foot at the bottom', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sizes, (heights) => {
        const items = heights.map((height, index) =>
          row([leaf(String(index), height)], { breaks: { inside: 'avoid' } }),
        );
        const pages = picture(
          column(items, { head: leaf('H', 20), foot: leaf('F', 10) }),
          PAGE,
        ).split(' | ');
        const [first, ...later] = pages;
        expect(first?.split(' ').at(0)).toBe('H');
        for (const page of later) expect(page.split(' ').at(0)).toBe('[H]');
        for (const page of pages.slice(0, -1)) expect(page.split(' ').at(-1)).toBe('[F]');
        expect(pages.at(-1)?.split(' ').at(-1)).toBe('F');
        for (const page of pages) expect(page.split(' ').length).toBeGreaterThan(2);
      }),
    );
  });
});

describe('the work', () => {
  it('grows with the rows, not faster', () => {
    const few = visits(5_000);
    expect(visits(50_000)).toBeLessThan(few * 10.1);
    expect(few).toBeGreaterThanOrEqual(5_000);
    expect(few).toBeLessThan(5_000 * 60);
  });
});

/** How often the height of any leaf of a table of this many rows is read. */
function visits(count: number): number {
  let reads = 0;
  const counted = (name: string): Item => {
    const item = leaf(name, 20);
    return Object.defineProperty({ ...item }, 'height', { get: () => ((reads += 1), item.height) });
  };
  const rows = Array.from({ length: count }, (_, index) =>
    row([counted(String(index)), column([counted('a')])], { breaks: { inside: 'avoid' } }),
  );
  const heading = leaf('Z', 20, { breaks: { before: 'avoid' } });
  const made = reads;
  const { pages } = pagesOf(
    flow(column([column(rows, { head: leaf('H', 20), foot: leaf('F', 20) }), heading]), 1000),
  ).document;
  for (const { items } of pages) expect(items.length).toBeGreaterThan(0);
  return reads - made;
}
