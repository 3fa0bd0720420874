import { expect, test } from 'vitest';
import type { Tag } from '../../src/box/tag.ts';
import { readPdf } from './read-pdf.ts';
import { at, documentOf, drawn, makeTag, shaped, textMark } from './sample.ts';

const table = makeTag('Table', 1, null);
const cell = (order: number, row: Tag, columnSpan = 1, rowSpan = 1) =>
  makeTag('TD', order, row, { cell: { scope: null, columnSpan, rowSpan, headers: [] } });

/** Roles and spans of the kids of each row, in the order of the tree. */
function rows(printed: readonly Tag[]): string[] {
  const items = printed.map((tag, index) => at(0, index * 20, textMark(shaped('x'), { tag })));
  const { objects } = readPdf(drawn(documentOf(items)));
  const text = (id: string) => objects.get(Number(id))?.text ?? '';
  return [...objects.values()]
    .filter((object) => object.text.startsWith('<</S/TR/'))
    .map((row) => {
      const kids = /\/K(?:\[(.*?)\]| (\d+ 0 R))/.exec(row.text);
      const ids = [...(kids?.[1] ?? kids?.[2] ?? '').matchAll(/(\d+) 0 R/g)].map(
        ([, id = '']) => id,
      );
      return ids
        .map((id) => {
          const empty = text(id).includes('/K[]') ? '-' : 'x';
          return empty + (/\/ColSpan (\d+)/.exec(text(id))?.[1] ?? '');
        })
        .join(' ');
    });
}

test('a cell without content is put back where the order has a gap', () => {
  const [first, second] = [makeTag('TR', 2, table), makeTag('TR', 6, table)];
  // The second row has orders 7, 8 and 9; nothing was printed of 8.
  const printed = [
    cell(3, first),
    cell(4, first),
    cell(5, first),
    cell(7, second),
    cell(9, second),
  ];
  expect(rows(printed)).toEqual(['x x x', 'x - x']);
});

test('cells that are missing at the end are one cell over all of their columns', () => {
  const [first, second] = [makeTag('TR', 2, table), makeTag('TR', 6, table)];
  expect(rows([cell(3, first, 3), cell(7, second)])).toEqual(['x3', 'x -2']);
});

test('a cell that reaches down counts in the rows below', () => {
  const [first, second] = [makeTag('TR', 2, table), makeTag('TR', 5, table)];
  expect(rows([cell(3, first, 1, 2), cell(4, first), cell(6, second)])).toEqual(['x x', 'x']);
});

test('what stands within a cell is no gap', () => {
  const [first, second] = [makeTag('TR', 2, table), makeTag('TR', 5, table)];
  const outer = cell(6, second);
  const words = makeTag('P', 7, outer);
  // Orders 6 (cell), 7 (its paragraph), 8 (cell): the missing third column is at the end.
  expect(rows([cell(3, first, 3), words, cell(8, second)])).toEqual(['x3', 'x x -']);
});
