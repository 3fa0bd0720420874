import { expect, test } from 'vitest';
import type { Edges } from '../../src/geometry.ts';
import type { BorderSide, RectMark } from '../../src/layout/item.ts';
import { pageContents, readPdf } from './read-pdf.ts';
import { at, BLUE, documentOf, drawn, rectMark, RED } from './sample.ts';

const side = (width: number, style: BorderSide['style'] = 'solid', color = RED): BorderSide => ({
  width,
  style,
  color,
});
const around = (one: BorderSide, changes: Partial<Edges<BorderSide>> = {}): Edges<BorderSide> => ({
  top: one,
  right: one,
  bottom: one,
  left: one,
  ...changes,
});

/** The operators of one box of 100 by 50 px at (10, 20), without what surrounds them. */
function operators(border: Edges<BorderSide>, changes: Partial<RectMark> = {}, radius = 0): string {
  const corner = { width: radius, height: radius };
  const radii = radius === 0 ? null : ([corner, corner, corner, corner] as const);
  const mark = rectMark({ border, radii }, changes);
  const [content = ''] = pageContents(readPdf(drawn(documentOf([at(10, 20, mark)]))));
  return content.split('\n').slice(1, -1).join('\n');
}

test('a border that is alike all round is the outer box less the inner one', () => {
  expect(operators(around(side(2)))).toBe(
    '/Artifact BMC\n1 0 0 rg\n10 20 100 50 re\n12 22 96 46 re\nf*\nEMC',
  );
});

test('single sides are rectangles that do not overlap', () => {
  const none = side(0, 'none');
  const border = around(none, { bottom: side(1), left: side(3) });
  expect(operators(border)).toBe('/Artifact BMC\n1 0 0 rg\n10 69 100 1 re\n10 20 3 49 re\nf\nEMC');
});

test('sides of different colours meet in a mitre', () => {
  const border = around(side(2), { top: side(4, 'solid', BLUE) });
  // The top runs from (10, 20) to (110, 20) outside and from (108, 24) to (12, 24) inside.
  expect(operators(border)).toContain('0 0 1 rg\n10 20 m\n110 20 l\n108 24 l\n12 24 l\nh\nf\n');
});

test('a double border is two rings of a third each', () => {
  const rings = operators(around(side(3, 'double')));
  expect(rings).toContain('10 20 100 50 re\n11 21 98 48 re\n12 22 96 46 re\n13 23 94 44 re\nf*');
});

test('a side that a page break cut off is not drawn', () => {
  const cut = { sides: { top: true, right: true, bottom: false, left: true } };
  expect(operators(around(side(2)), cut)).toContain(
    '10 20 100 2 re\n108 22 2 48 re\n10 22 2 48 re\nf',
  );
});

test('a round border is two round paths, the inner one with smaller radii', () => {
  const round = operators(around(side(2)), {}, 8);
  expect(round.match(/ c$/gm)).toHaveLength(8);
  // 8 - 8 × 0.5523 = 3.582; 6 - 6 × 0.5523 = 2.686 from the inner corner at (12, 22)
  expect(round).toContain('18 20 m\n102 20 l');
  expect(round).toContain('10 23.582 13.582 20 18 20 c');
  expect(round).toContain('12 24.686 14.686 22 18 22 c');
});

test('radii that are too large share the side', () => {
  // 40 + 40 is more than the height of 50: all are scaled by 50/80 to 25.
  expect(operators(around(side(1)), {}, 40)).toContain('35 20 m\n85 20 l');
});

test('dashes end with a whole dash: of 6 px with gaps near 3 px on 100 px there are 11', () => {
  const dashed = operators(around(side(3, 'dashed')));
  // (100 - 11 × 6) / 10 = 3.4
  expect(dashed).toContain('3 w 0 J [6 3.4] 0 d\n10 21.5 m 110 21.5 l S');
});

test('dots are round caps on points a step apart', () => {
  const dotted = operators(around(side(4, 'dotted')));
  // 13 dots of 4 px on 100 px: (100 - 52) / 12 = 4 between them
  expect(dotted).toContain('1 J [0 8] 0 d\n12 22 m 108 22 l S');
});

test.each(['none', 'hidden'] as const)('a border of style %s is not there', (style) => {
  expect(operators(around(side(2, style)))).toBe('');
});
