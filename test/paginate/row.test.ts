import { describe, expect, it } from 'vitest';

import { column, flow, GREY, leaf, lines, row } from './build-items.ts';
import { heights, pagesOf, picture, rectangles } from './draw-pages-as-text.ts';

const WHOLE = { breaks: { inside: 'avoid' } } as const;
const A = leaf('A', 40);

describe('a row', () => {
  it('goes on the next page whole when breaks inside are avoided', () => {
    const text = row([lines('b', 5), lines('c', 7)], WHOLE);
    expect(picture(column([A, text]), 100)).toBe('A | b1 b2 b3 b4 b5 c1 c2 c3 c4 c5 c6 c7');
  });

  it('is cut by one line through all cells', () => {
    const text = row([lines('b', 5), lines('c', 7)]);
    expect(picture(column([A, text]), 80)).toBe('A b1 b2 b3 b4 c1 c2 c3 c4 | b5 c5 c6 c7');
  });

  it('goes on without the cells that have ended', () => {
    const text = row([lines('b', 2), lines('c', 7)]);
    expect(picture(column([A, text]), 80)).toBe('A b1 b2 c1 c2 c3 c4 | c5 c6 c7');
  });

  it('goes on the next page when a cell cannot be cut there', () => {
    const text = row([leaf('P', 60), lines('c', 7)]);
    expect(picture(column([A, text]), 90)).toBe('A | P c1 c2 c3 c4 c5 c6 c7');
  });

  it('keeps orphans and widows of each cell', () => {
    const text = row([lines('b', 5, { orphans: 2, widows: 2 }), lines('c', 5)]);
    expect(picture(column([A, text]), 80)).toBe('A b1 b2 b3 c1 c2 c3 c4 | b4 b5 c5');
  });

  it('is cut between its lines of cells, which begin together on the next page', () => {
    const at = (name: string, x: number, y: number) => ({ x, y, item: leaf(name, 30) });
    const grid = row([at('a', 0, 0), at('b', 50, 0), at('c', 0, 35), at('d', 50, 35)]);
    expect(heights(column([A, grid]), 90)).toBe('A@0 a@40 b@40 | c@0 d@0');
  });

  it('pushes cells down that stand beneath a cut one', () => {
    const grid = row([
      { x: 0, y: 0, item: lines('a', 5) },
      { x: 0, y: 50, item: leaf('b', 20) },
    ]);
    // room for 45: four lines of ten, five px lost; b stood 50 below the top
    expect(heights(column([leaf('A', 55), grid]), 100)).toBe(
      'A@0 a1@55 a2@65 a3@75 a4@85 | a5@0 b@10',
    );
  });

  it('leaves cells where they are that stand beside a cut one, not beneath it', () => {
    // b goes over both lines of cells and is cut at 55 px, where d has no room: 5 px are left of it
    const over = column([lines('b', 9)], { slack: 10, isSet: true });
    const grid = row([
      { x: 0, y: 0, item: over },
      { x: 0, y: 0, item: leaf('c', 50) },
      { x: 0, y: 55, item: leaf('d', 45) },
    ]);
    expect(heights(grid, 90)).toBe('b1@0 b2@10 b3@20 b4@30 b5@40 c@0 | b6@0 b7@10 b8@20 b9@30 d@0');
  });

  it('taller than a page is cut, with a warning that names it', () => {
    const { document, warnings } = pagesOf(
      flow(
        column([A, row([lines('b', 12), leaf('P', 20)], { ...WHOLE, name: 'tr at x.html:3:1' })]),
        100,
      ),
    );
    expect(document.pages.map((page) => page.items.length)).toEqual([1, 11, 2]);
    expect(warnings.map((warning) => warning.place)).toEqual(['tr at x.html:3:1']);
  });

  it('sends a picture on that has no room beside the text', () => {
    const cell = column([lines('b', 3), leaf('P', 80)]);
    const text = row([cell, lines('c', 12)], WHOLE);
    expect(picture(text, 100)).toBe('b1 b2 b3 c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 | P c11 c12');
  });

  it('clips what is taller than a page', () => {
    const { document, warnings } = pagesOf(flow(row([leaf('P', 150), lines('c', 3)], WHOLE), 100));
    expect(document.pages).toHaveLength(1);
    expect(warnings.map((warning) => warning.message)).toEqual([
      'taller than a page and cannot be cut: its end is cut off',
    ]);
  });

  it('takes a forced break of a cell', () => {
    const cell = column([leaf('b', 10), leaf('c', 10, { breaks: { before: 'page' } })]);
    expect(picture(column([row([cell, leaf('d', 10)]), A]), 100)).toBe('b d | c A');
  });
});

describe('a cut cell', () => {
  it('paints its background as far as the row goes, on both pages', () => {
    // the short cell is as high as the row: two lines and 50 px of free space
    const short = column([lines('b', 2)], { slack: 50, isSet: true, decoration: GREY });
    expect(rectangles(row([short, lines('c', 7)]), 50)).toBe('0-50 no bottom | 0-20 no top');
  });
});

describe('a torn row of several lines', () => {
  it('cuts the background of a line with it', () => {
    const stripe = leaf('', 120, { marks: [], decoration: GREY });
    const band = row([{ x: 0, y: 0, item: stripe }, lines('b', 12)], WHOLE);
    expect(rectangles(band, 100)).toBe('0-100 no bottom | 0-20 no top');
    expect(picture(band, 100)).toBe('b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 | b11 b12');
  });
});

describe('a row within rows', () => {
  it('is cut at the common line', () => {
    const inner = row([lines('b', 5), row([lines('c', 7), lines('d', 6)])]);
    expect(picture(column([A, inner]), 80)).toBe(
      'A b1 b2 b3 b4 c1 c2 c3 c4 d1 d2 d3 d4 | b5 c5 c6 c7 d5 d6',
    );
  });

  it('is rewound into when a heading below must not stand alone', () => {
    const heading = leaf('H', 20, { breaks: { after: 'avoid', before: 'avoid' } });
    const text = row([lines('b', 4), lines('c', 2)]);
    expect(picture(column([text, heading, leaf('D', 60)]), 100)).toBe('b1 b2 b3 c1 c2 | b4 H D');
  });
});
