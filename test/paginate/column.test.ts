import { describe, expect, it } from 'vitest';

import { below, column, GREY, leaf, lines, space } from './build-items.ts';
import { heights, picture, rectangles } from './draw-pages-as-text.ts';

const A = leaf('A', 40);
const B = leaf('B', 40);
const C = leaf('C', 40);
const D = leaf('D', 40);

describe('a column', () => {
  it('is packed until a child does not fit', () => {
    expect(picture(column([A, B, C, D]), 100)).toBe('A B | C D');
  });

  it('fits exactly, within a hundredth of a px', () => {
    expect(picture(column([A, B, C]), 120)).toBe('A B C');
    expect(picture(column([A, B, C]), 119.995)).toBe('A B C');
    expect(picture(column([A, B, C]), 119.9)).toBe('A B | C');
  });

  it('has gaps between children, not at the top of a page after an unforced break', () => {
    // B at 40 + 10; C would end at 40 + 10 + 40 + 10 + 40 = 140
    expect(heights(column([A, below(10, B), below(10, C)]), 100)).toBe('A@0 B@50 | C@0');
  });

  it('keeps the gap at the top of the document and after a forced break', () => {
    const forced = leaf('B', 40, { breaks: { before: 'page' } });
    expect(heights(column([below(5, A), below(10, forced)]), 100)).toBe('A@5 | B@10');
  });

  it('may have negative gaps', () => {
    expect(heights(column([A, below(-10, B), below(0, C)]), 110)).toBe('A@0 B@30 C@70');
  });

  it('is cut where it is nested', () => {
    expect(picture(column([A, column([B, column([C, D])])]), 125)).toBe('A B C | D');
  });

  it('has its padding at the first and the last piece when sliced', () => {
    const box = column([A, B, C], { top: 10, bottom: 20, decoration: GREY });
    // page 1: 10 + 40 + 40 = 90; page 2: 40 + 20
    expect(heights(box, 100)).toBe('A@10 B@50 | C@0');
    expect(rectangles(box, 100)).toBe('0-100 no bottom | 0-60 no top');
  });

  it('has its padding at every piece when cloned', () => {
    const box = column([A, B, C], { top: 10, bottom: 20, decoration: GREY, cut: 'clone' });
    // two children would need 10 + 40 + 40 + 20 = 110
    expect(heights(box, 100)).toBe('A@10 | B@10 | C@10');
    expect(rectangles(box, 100)).toBe('0-100 | 0-100 | 0-70');
  });

  it('goes on below when its last child fits but not its bottom padding', () => {
    expect(picture(column([column([A, B], { bottom: 20 }), C]), 100)).toBe('A B | C');
    expect(picture(column([column([A, B], { bottom: 21 }), leaf('C', 39)]), 100)).toBe('A | B C');
  });
});

describe('free space', () => {
  it('is cut away at the end of a page', () => {
    const tall = column([A], { slack: 500, decoration: GREY });
    expect(picture(column([tall, B]), 100)).toBe('A | B');
    expect(rectangles(column([tall, B]), 100)).toBe('0-100 | ');
  });

  it('makes no page of its own', () => {
    expect(picture(column([A, B, space(50)]), 100)).toBe('A B');
    expect(picture(column([A, B, column([space(50), space(60)])]), 100)).toBe('A B');
    expect(picture(column([A, leaf('B', 40, { breaks: { after: 'page' } }), space(10)]), 100)).toBe(
      'A B',
    );
  });

  it('makes no blank page before a forced break or a tall piece', () => {
    expect(picture(column([space(0), leaf('A', 40, { breaks: { before: 'page' } })]), 100)).toBe(
      'A',
    );
    expect(picture(column([space(20), leaf('A', 100)]), 100)).toBe('A');
    expect(heights(column([below(30, leaf('A', 100))]), 100)).toBe('A@0');
  });
});

describe('content that hangs out of a fixed height', () => {
  it('goes on the next page instead of getting lost', () => {
    const fixed = column([A, B], { slack: -50 });
    expect(picture(column([D, fixed]), 100)).toBe('D A | B');
  });

  it('stays where it is clipped', () => {
    const clip = { x: 0, y: 0, width: 100, height: 30 };
    const fixed = column([A, B], { slack: -50, group: { opacity: 1, clip, transform: null } });
    expect(picture(column([D, fixed, leaf('E', 30)]), 100)).toBe('D A B E');
  });
});

describe('forced breaks', () => {
  it('come before and after', () => {
    const before = leaf('B', 40, { breaks: { before: 'page' } });
    expect(picture(column([A, before, C]), 100)).toBe('A | B C');
    const after = leaf('B', 40, { breaks: { after: 'page' } });
    expect(picture(column([after, C, D]), 200)).toBe('B | C D');
  });

  it('come from a first or last child to its parent', () => {
    const inner = column([leaf('B', 40, { breaks: { before: 'page' } })], { top: 10 });
    expect(heights(column([A, inner]), 100)).toBe('A@0 | B@10');
  });

  it('override avoid', () => {
    const before = leaf('B', 40, { breaks: { before: 'page' } });
    expect(picture(column([leaf('A', 40, { breaks: { after: 'avoid' } }), before]), 100)).toBe(
      'A | B',
    );
  });

  it('make no page before the first and none after the last', () => {
    const only = leaf('A', 40, { breaks: { before: 'page', after: 'page' } });
    expect(picture(column([only]), 100)).toBe('A');
  });
});

describe('avoided breaks', () => {
  it('keep a heading with what follows', () => {
    const heading = leaf('H', 20, { breaks: { after: 'avoid' } });
    expect(picture(column([A, heading, leaf('B', 50)]), 100)).toBe('A | H B');
  });

  it('keep a chain of headings with what follows', () => {
    const heading = (name: string) => leaf(name, 10, { breaks: { after: 'avoid' } });
    expect(picture(column([A, heading('H'), heading('I'), leaf('B', 50)]), 100)).toBe('A | H I B');
  });

  it('keep a heading with the first lines that orphans ask for', () => {
    const heading = leaf('H', 20, { breaks: { after: 'avoid' } });
    const text = lines('b', 5, { orphans: 2, widows: 2 });
    // room for one line only
    expect(picture(column([leaf('A', 65), heading, text]), 100)).toBe('A | H b1 b2 b3 b4 b5');
    // room for two
    expect(picture(column([leaf('A', 60), heading, text]), 100)).toBe('A H b1 b2 | b3 b4 b5');
  });

  it('rewind into the paragraph before', () => {
    const heading = leaf('H', 20, { breaks: { after: 'avoid', before: 'avoid' } });
    const root = column([lines('a', 6, { orphans: 2, widows: 2 }), heading, leaf('B', 50)]);
    expect(picture(root, 100)).toBe('a1 a2 a3 a4 | a5 a6 H B');
  });

  it('keep a box in one piece', () => {
    const box = column([B, C], { breaks: { inside: 'avoid' } });
    expect(picture(column([A, box]), 100)).toBe('A | B C');
  });

  it('give way where no break point is left, the latest first', () => {
    const chain = ['A', 'B', 'C', 'D'].map((name) =>
      leaf(name, 40, { breaks: { after: 'avoid' } }),
    );
    expect(picture(column(chain), 100)).toBe('A B | C D');
    expect(picture(column([A, B, C, D], { breaks: { inside: 'avoid' } }), 100)).toBe('A B | C D');
  });

  it('give way within a box that is taller than a page, not between it and its heading', () => {
    const heading = leaf('H', 20, { breaks: { after: 'avoid' } });
    const box = column([A, B, C], { breaks: { inside: 'avoid' } });
    expect(picture(column([heading, box]), 100)).toBe('H A B | C');
  });
});

describe('orphans and widows', () => {
  it('keep lines together at both ends', () => {
    const text = lines('b', 4, { orphans: 2, widows: 2 });
    expect(picture(column([leaf('A', 85), text]), 100)).toBe('A | b1 b2 b3 b4');
    expect(picture(column([leaf('A', 65), text]), 100)).toBe('A b1 b2 | b3 b4');
    expect(picture(column([leaf('A', 80), lines('b', 3, { orphans: 2, widows: 2 })]), 100)).toBe(
      'A | b1 b2 b3',
    );
  });

  it('give way before avoid does (CSS Fragmentation 3, section 4.4)', () => {
    const heading = leaf('H', 20, { breaks: { after: 'avoid' } });
    const text = lines('b', 9, { orphans: 9, widows: 2 });
    expect(picture(column([heading, text]), 100)).toBe('H b1 b2 b3 b4 b5 b6 b7 b8 | b9');
  });
});

describe('a leaf taller than the page', () => {
  it('stands alone', () => {
    expect(heights(column([A, leaf('T', 150), B]), 100)).toBe('A@0 | T@0 | B@0');
  });

  it('stands at the very top, without the padding above it', () => {
    expect(heights(column([column([leaf('T', 100)], { top: 10, bottom: 10 })]), 100)).toBe('T@0');
  });
});
