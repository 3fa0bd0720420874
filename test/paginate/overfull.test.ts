import { describe, expect, it } from 'vitest';

import type { Column, Item } from '../../src/layout/item.ts';
import { below, column, flow, GREY, leaf, lines, row, type Extra } from './build-items.ts';
import { heights, pagesOf, picture, rectangles } from './draw-pages-as-text.ts';

const PAGE = 100;

/** A box of a set height with more lines in it than it has room for. */
function box(height: number, content: Item, extra: Extra<Column> = {}): Column {
  const { bottom = 0, top = 0 } = extra;
  const slack = height - top - content.height - bottom;
  return column([content], { ...extra, slack, height, isSet: true });
}

const CLIP = { opacity: 1, transform: null, clip: { x: 0, y: 0, width: 100, height: 40 } };

describe('content that hangs out of a set height', () => {
  it('goes on beside what follows', () => {
    expect(heights(column([leaf('A', 60), box(20, lines('b', 6)), lines('c', 3)]), PAGE)).toBe(
      'A@0 b1@60 b2@70 b3@80 b4@90 c1@80 c2@90 | b5@0 b6@10 c3@0',
    );
  });

  it('gets pages of its own where nothing else is left', () => {
    expect(picture(column([box(20, lines('b', 12)), leaf('C', 30)]), PAGE)).toBe(
      'b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 C | b11 b12',
    );
    expect(picture(box(20, lines('b', 21)), PAGE).split(' | ')).toHaveLength(3);
  });

  it('ends its box where the height does, on whichever page that is', () => {
    const within = box(50, lines('b', 4), { decoration: GREY });
    expect(rectangles(column([leaf('A', 90), within]), PAGE)).toBe(
      '90-100 no bottom | 0-40 no top',
    );
    const beyond = box(30, lines('b', 15), { decoration: GREY });
    expect(rectangles(column([leaf('A', 80), beyond, leaf('C', 5)]), PAGE)).toBe(
      '80-100 no bottom | 0-10 no top | ',
    );
    expect(heights(column([leaf('A', 80), beyond, leaf('C', 5)]), PAGE)).toContain('C@10');
  });

  it('hangs out of all boxes around it', () => {
    const inner = column([box(20, lines('b', 14))], { top: 5, bottom: 5, decoration: GREY });
    const pages = heights(column([inner, leaf('C', 10)]), PAGE);
    expect(pages).toBe(
      'b1@5 b2@15 b3@25 b4@35 b5@45 b6@55 b7@65 b8@75 b9@85 C@30 | b10@0 b11@10 b12@20 b13@30 b14@40',
    );
    expect(rectangles(column([inner, leaf('C', 10)]), PAGE)).toBe('0-30 | ');
  });

  it('hangs out of the cell of a row that has ended, and of one that has not', () => {
    const short = row([box(20, lines('b', 12)), lines('d', 3)]);
    expect(picture(column([short, leaf('C', 10)]), PAGE)).toBe(
      'b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 d1 d2 d3 C | b11 b12',
    );
    const long = row([column([box(20, lines('b', 12))]), lines('d', 11)]);
    expect(picture(column([long, leaf('C', 10)]), PAGE)).toBe(
      'b1 b2 b3 b4 b5 b6 b7 b8 b9 b10 d1 d2 d3 d4 d5 d6 d7 d8 d9 d10 | b11 b12 d11 C',
    );
  });

  it('stands beneath a head that comes again', () => {
    const table = column([box(20, lines('b', 10)), lines('c', 10)], { head: leaf('H', 20) });
    expect(heights(table, PAGE)).toContain('| [H]@0 b9@20 b10@30 c7@20');
  });

  it('may hold a forced break, which what follows does not take', () => {
    const next = leaf('d', 10, { breaks: { before: 'page' } });
    const page = column([box(10, column([lines('b', 1), next])), lines('c', 3)]);
    expect(picture(page, PAGE)).toBe('b1 c1 c2 c3 | d');
  });

  it('is left at the page where its box ends, if nobody sees it beyond', () => {
    const clipped = box(40, lines('b', 14), { group: CLIP });
    expect(pagesOf(flow(column([leaf('A', 50), clipped]), PAGE)).document.pages).toHaveLength(1);
  });

  it('does not leave a box alone at the foot of a page', () => {
    const page = column([leaf('A', 85), box(10, leaf('B', 30)), leaf('C', 10)]);
    expect(picture(page, PAGE)).toBe('A | B C');
  });
});

describe('the spacing between rows', () => {
  it('vanishes at a page break, beneath a head that comes again too', () => {
    const rows = Array.from({ length: 4 }, (_, index) => below(10, leaf(String(index), 20)));
    const table = column(rows, { head: leaf('H', 20) });
    expect(heights(table, PAGE)).toBe('H@0 0@30 1@60 | [H]@0 2@20 3@50');
  });
});

describe('a set height with room to spare', () => {
  it('stays what it is over a page break', () => {
    const roomy = column([lines('b', 4)], { slack: 60, isSet: true });
    expect(heights(column([leaf('A', 80), roomy, leaf('C', 10)]), PAGE)).toBe(
      'A@0 b1@80 b2@90 | b3@0 b4@10 C@80',
    );
  });

  it('ends with the page', () => {
    const roomy = column([lines('b', 4)], { slack: 400, isSet: true, decoration: GREY });
    expect(rectangles(column([leaf('A', 80), roomy]), PAGE)).toBe(
      '80-100 no bottom | 0-100 no top',
    );
  });
});

describe('the margin below the last child', () => {
  it('counts after a page break too', () => {
    const padded = column([lines('b', 4)], { slack: 15, bottom: 5 });
    expect(heights(column([leaf('A', 80), padded, below(0, leaf('C', 10))]), PAGE)).toBe(
      'A@0 b1@80 b2@90 | b3@0 b4@10 C@40',
    );
  });
});
