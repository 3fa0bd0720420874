import { describe, expect, it } from 'vitest';

import type { Group, Item, LineMark } from '../../src/layout/item.ts';
import type { MarginItem, PageFrame } from '../../src/layout/page-frame.ts';
import { below, column, flow, frame, GREY, leaf, lines, row, SETTING } from './build-items.ts';
import { pagesOf, picture, pictureOf } from './draw-pages-as-text.ts';

const A = leaf('A', 40);

/** The items of the pages of a tree. */
function itemsOf(root: Item, height = 100) {
  return pagesOf(flow(root, height)).document.pages.map((page) => page.items);
}

describe('a placed mark', () => {
  it('stands at its absolute point on the sheet', () => {
    const page: PageFrame = {
      size: { width: 140, height: 150 },
      area: { x: 20, y: 30, width: 100, height: 100 },
      margins: [],
    };
    const root = column([below(5, { ...A })], { top: 7 });
    const { document } = pagesOf(
      flow({ ...root, children: [{ x: 3, gap: 5, item: A }] }, 100, { first: page }),
    );
    // x 20 + 3; y 30 + 7 + 5
    expect(document.pages[0]?.items[0]).toMatchObject({
      x: 23,
      y: 42,
      original: true,
      group: null,
    });
    expect(document.pages[0]?.size).toEqual({ width: 140, height: 150 });
  });

  it('is the mark of the item itself, not a copy', () => {
    expect(itemsOf(A)[0]?.[0]?.mark).toBe(A.marks[0]?.mark);
  });
});

describe('paint order', () => {
  it('is decoration, marks, children, boxes out of flow', () => {
    const bullet = leaf('*', 10).marks;
    const box = column([A], {
      decoration: GREY,
      marks: bullet,
      overlays: [{ x: 0, y: 0, item: leaf('O', 10) }],
    });
    expect(
      itemsOf(box)[0]?.map(({ mark }) => (mark.kind === 'text' ? mark.text : mark.kind)),
    ).toEqual(['rect', '*', 'A', 'O']);
  });

  it('goes by layer, and in tree order within a layer', () => {
    const at = (name: string, layer: number): Item => leaf(name, 10, { layer });
    expect(
      picture(
        column([at('a', 2), at('b', 0), at('c', -1), at('d', 1), at('e', 0), at('f', -1)]),
        100,
      ),
    ).toBe('c f b e d a');
  });

  it('keeps a stacking context together', () => {
    const context = column([leaf('y', 10, { layer: 9 }), leaf('x', 10)], {
      layer: 2,
      decoration: GREY,
    });
    expect(picture(column([context, leaf('b', 10, { layer: 3 }), leaf('a', 10)]), 100)).toBe(
      'a x y b',
    );
  });

  it('puts what is behind a stacking context before its content, after its background', () => {
    const context = column([leaf('a', 10), leaf('behind', 10, { layer: -1 })], {
      layer: 2,
      decoration: GREY,
    });
    expect(
      itemsOf(context)[0]?.map(({ mark }) => (mark.kind === 'text' ? mark.text : mark.kind)),
    ).toEqual(['rect', 'behind', 'a']);
  });
});

describe('boxes out of flow', () => {
  const overlay = { x: 10, y: 20, item: leaf('O', 10) };

  it('stand where their item begins', () => {
    const items = itemsOf(
      column([A, column([leaf('B', 40), leaf('C', 40)], { overlays: [overlay] })]),
    );
    expect(
      items.map((page) => page.map(({ mark, x, y }) => [mark.kind === 'text' && mark.text, x, y])),
    ).toEqual([
      [
        ['A', 0, 0],
        ['B', 0, 40],
        ['O', 10, 60],
      ],
      [['C', 0, 0]],
    ]);
  });

  it('that are fixed come on every page, as an original on the first', () => {
    const { document } = pagesOf(
      flow(column([A, leaf('B', 80)]), 100, {
        fixed: [{ x: 0, y: 90, item: leaf('W', 5, { layer: -1 }) }],
      }),
    );
    expect(pictureOf(document)).toBe('W A | [W] B');
  });
});

describe('a group', () => {
  const turn: Group = {
    opacity: 0.5,
    clip: { x: 1, y: 2, width: 50, height: 6 },
    transform: [0, 1, -1, 0, 0, 0],
  };

  it('is one object for all marks of an item, in page coordinates', () => {
    const [items] = itemsOf(
      column([A, column([leaf('B', 10), leaf('C', 10)], { group: turn, decoration: GREY })]),
    );
    const [, rect, b, c] = items ?? [];
    expect(b?.group).toBe(c?.group);
    expect(b?.group).toMatchObject({
      opacity: 1,
      clip: { x: 1, y: 42, width: 50, height: 6 },
      transform: null,
    });
    // a quarter turn about (0, 40): x' = 40 − y, y' = x + 40; the box's own border is not clipped
    expect(b?.group?.parent).toEqual({
      opacity: 0.5,
      clip: null,
      transform: [0, 1, -1, 0, 40, 40],
      parent: null,
    });
    expect(rect?.group).toBe(b?.group?.parent);
  });

  it('knows the group around it', () => {
    const faint: Group = { opacity: 0.5, clip: null, transform: null };
    const [items] = itemsOf(
      column([column([A], { group: faint })], { group: { ...faint, opacity: 0.2 } }),
    );
    expect(items?.[0]?.group).toEqual({
      opacity: 0.5,
      clip: null,
      transform: null,
      parent: { opacity: 0.2, clip: null, transform: null, parent: null },
    });
  });

  it('clips each part of a cut item at the part', () => {
    const clip = { x: 0, y: 5, width: 100, height: 110 };
    const box = column([leaf('B', 60), leaf('C', 60)], {
      group: { opacity: 1, clip, transform: null },
    });
    expect(itemsOf(box).map((page) => page[0]?.group?.clip)).toEqual([
      { x: 0, y: 5, width: 100, height: 95 },
      // the item ends at 120, the clip at 115
      { x: 0, y: 0, width: 100, height: 55 },
    ]);
  });
});

describe('borders of a cut row', () => {
  it('stand where they belong on each page', () => {
    const line = (width: number, height: number): LineMark => ({
      kind: 'line',
      width,
      height,
      thickness: 1,
      style: 'solid',
      color: SETTING.color,
    });
    const marks = [
      { x: 0, y: 0, mark: line(100, 0) },
      { x: 0, y: 70, mark: line(100, 0) },
      { x: 0, y: 0, mark: line(0, 70) },
    ];
    const cut = itemsOf(row([lines('b', 7)], { marks }), 50).map((page) =>
      page.flatMap(({ y, mark }) => (mark.kind === 'line' ? [[y, mark.width, mark.height]] : [])),
    );
    expect(cut).toEqual([
      [
        [0, 100, 0],
        [0, 0, 50],
      ],
      [
        [20, 100, 0],
        [0, 0, 20],
      ],
    ]);
  });
});

describe('a margin box', () => {
  const box: MarginItem = {
    area: { x: 10, y: 110, width: 100, height: 40 },
    content: [
      { kind: 'string', text: 'No 7\n' },
      { kind: 'counter', counter: 'page' },
      { kind: 'string', text: '/' },
      { kind: 'counter', counter: 'pages' },
    ],
    setting: SETTING,
    lineHeight: 12,
    align: 'right',
    verticalAlign: 'middle',
    decoration: null,
  };
  const page = { ...frame(100), margins: [box] };

  it('has its counters resolved and its lines aligned, as artifacts', () => {
    const { document } = pagesOf(
      flow(column([A, leaf('B', 80)]), 100, { first: page, rest: page }),
    );
    expect(pictureOf(document)).toBe('[No 7] [1/2] A | [No 7] [2/2] B');
    // ten px a letter: 110 − 40 and 110 − 30; two lines of 12 in 40 leave 8 above; a line of 12 leaves 1 above its 10
    const [first, second] = document.pages[0]?.items ?? [];
    expect([first?.x, first?.y]).toEqual([70, 119]);
    expect([second?.x, second?.y]).toEqual([80, 131]);
    expect(first?.mark).toMatchObject({ width: 40, height: 10, baseline: 8, tag: null });
  });

  it('paints its background', () => {
    const grey = { ...frame(100), margins: [{ ...box, decoration: GREY, content: [] }] };
    const { document } = pagesOf(flow(A, 100, { first: grey }));
    expect(document.pages[0]?.items[0]).toMatchObject({
      x: 10,
      y: 110,
      original: false,
      mark: { width: 100, height: 40 },
    });
  });
});
