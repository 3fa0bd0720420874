import { describe, expect, it } from 'vitest';

import type { Item, Overlay } from '../../src/layout/item.ts';
import { column, leaf, lines, row } from './build-items.ts';
import { heights, picture } from './draw-pages-as-text.ts';

const PAGE = 100;

const at = (y: number, item: Item): Overlay => ({ x: 0, y, item });

describe('a box out of flow', () => {
  it('stands on the page that the place it has in its box is on', () => {
    const overlays = [at(30, leaf('X', 10)), at(120, leaf('Y', 10))];
    expect(heights(column([leaf('A', 40), column([lines('b', 15)], { overlays })]), PAGE)).toBe(
      'A@0 b1@40 b2@50 b3@60 b4@70 b5@80 b6@90 X@70 | ' +
        'b7@0 b8@10 b9@20 b10@30 b11@40 b12@50 b13@60 b14@70 b15@80 Y@60',
    );
  });

  it('begins the next page rather than reach over the end of one', () => {
    const overlays = [at(90, leaf('X', 40))];
    expect(heights(column([lines('b', 12)], { overlays }), PAGE)).toContain('| b11@0 b12@10 X@0');
  });

  it('stays where it is if it is taller than the page, or at the top of its box', () => {
    const tall = [at(0, leaf('X', 120)), at(50, leaf('Y', 130))];
    expect(heights(column([lines('b', 12)], { overlays: tall }), PAGE)).toContain('X@0 Y@50 |');
  });

  it('stands in the part of a row that it belongs to', () => {
    const cell = column([lines('b', 2)], {
      slack: 110,
      isSet: true,
      overlays: [at(120, leaf('X', 10))],
    });
    expect(picture(row([cell, lines('c', 13)]), PAGE)).toMatch(/ \| X c11 c12 c13$/);
    expect(picture(row([lines('c', 13)], { overlays: [at(120, leaf('X', 10))] }), PAGE)).toMatch(
      / \| c11 c12 c13 X$/,
    );
  });

  it('is reason enough for a page where its box is taller than its content', () => {
    const overlays = [at(240, leaf('X', 10))];
    const box = column([lines('b', 2)], { slack: 230, isSet: true, overlays });
    expect(heights(column([box, leaf('C', 20)]), PAGE)).toBe('b1@0 b2@10 |  | X@40 C@50');
  });
});
