import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/layout/item.ts';
import {
  block,
  border,
  cell,
  group,
  lay,
  linesOf,
  padding,
  percent,
  px,
  rectsOf,
  row,
  seen,
  table,
  textsOf,
  type Changes,
  marksOf,
} from './build-tree.ts';

function tableOf(item: Item): Item & { kind: 'column' } {
  const found = item.kind === 'column' ? item.children[0]?.item : undefined;
  if (found?.kind !== 'column') throw new Error('a table was expected');
  return found;
}

describe('automatic column widths', () => {
  it('are those of the content where there is room', () => {
    // 10 × 2 and 10 × 4; the table shrinks to 60
    const flow = lay(table(seen, row({}, 'aa', 'bbbb')));
    expect(textsOf(flow)).toEqual(['aa 0,0', 'bbbb 20,0']);
    expect(rectsOf(flow)).toEqual(['0,0 60×10']);
  });

  it('share what a wide table has over by their content', () => {
    // 200 - 60 = 140, by 20 : 40 → 20 + 46.67
    const flow = lay(table({ width: px(180) }, row({}, 'aa', 'bbbb')));
    expect(textsOf(flow)).toEqual(['aa 0,0', 'bbbb 60,0']);
  });

  it('lie between minimum and maximum where there is less room', () => {
    // min 20 + 20, max 80 + 200 → (200 - 40) / (280 - 40) = 2/3: 20 + 60 × 2/3 = 60
    const flow = lay(table({}, row({}, 'aa aa aa', 'bb bb bb bb bb bb bb')));
    expect(textsOf(flow)[0]).toBe('aa aa 0,0');
    const second = textsOf(flow).find((text) => text.startsWith('bb'));
    expect(second).toMatch(/ 60,0$/);
  });

  it('keep widths in px and percentages', () => {
    // 30 px, 50 % of 200 = 100, the rest 70
    const flow = lay(
      table(
        { width: percent(100) },
        row({}, cell({ width: px(30) }, 'a'), cell({ width: percent(50) }, 'b'), 'c'),
      ),
    );
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 30,0', 'c 130,0']);
  });

  it('obey columns', () => {
    const flow = lay(
      table({ width: px(200), columns: [{ width: px(50) }, {}] }, row({}, 'a', 'b')),
    );
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 50,0']);
  });

  it('make room for a cell over two columns', () => {
    // 80 for two columns of 10 and 30: 20 and 60
    const flow = lay(table({}, row({}, 'a', 'bbb'), row({}, cell({ columnSpan: 2 }, 'cccccccc'))));
    expect(textsOf(flow)).toEqual(['a 0,0', 'bbb 20,0', 'cccccccc 0,10']);
  });

  it('never break a word', () => {
    expect(rectsOf(lay(table({ ...seen, width: px(10) }, row({}, 'aaa', 'bb'))))).toEqual([
      '0,0 50×10',
    ]);
  });
});

describe('fixed column widths', () => {
  it('come from the first row alone', () => {
    const flow = lay(
      table(
        { width: px(200), tableLayout: 'fixed' },
        row({}, cell({ width: px(40) }, 'a'), 'b', 'c'),
        row({}, cell({ width: px(150) }, 'd'), 'e', 'f'),
      ),
    );
    // (200 - 40) / 2 = 80
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 40,0', 'c 120,0', 'd 0,10', 'e 40,10', 'f 120,10']);
  });

  it('divide the width of a cell over several columns', () => {
    const flow = lay(
      table(
        { width: px(200), tableLayout: 'fixed' },
        row({}, cell({ width: px(100), columnSpan: 2 }, 'a'), 'b'),
        row({}, 'c', 'd', 'e'),
      ),
    );
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 100,0', 'c 0,10', 'd 50,10', 'e 100,10']);
  });
});

describe('separate borders', () => {
  it('have spacing between and around the cells', () => {
    const flow = lay(
      table(
        { ...seen, ...border(1), ...padding(2), borderSpacing: { x: 4, y: 3 } },
        row({}, 'a', 'b'),
        row({}, 'c', 'd'),
      ),
    );
    // x: 1 + 2 + 4 = 7; + 10 + 4 = 21; y: 1 + 2 + 3 = 6; + 10 + 3 = 19
    expect(textsOf(flow)).toEqual(['a 7,6', 'b 21,6', 'c 7,19', 'd 21,19']);
    // 2 × 3 + 3 × 4 + 2 × 10 = 38; 2 × 3 + 3 × 3 + 2 × 10 = 35
    expect(rectsOf(flow)).toEqual(['0,0 38×35']);
  });
});

describe('collapsed borders', () => {
  const line = (width: number): Changes => ({ ...border(width) });

  it('lie half in the cells, half in the table', () => {
    const flow = lay(
      table(
        { ...seen, borderCollapse: 'collapse' },
        row({}, cell(line(2), 'a'), cell(line(2), 'b')),
      ),
    );
    // half of 2 in the table, half in the cell: text begins at 2; a column is 1 + 10 + 1 wide
    expect(textsOf(flow)).toEqual(['a 2,2', 'b 14,2']);
    // 1 + 12 + 12 + 1 = 26
    expect(rectsOf(flow)).toEqual(['0,0 26×14']);
    expect(linesOf(flow)).toEqual([
      '1,1 0×12 2',
      '13,1 0×12 2',
      '25,1 0×12 2',
      '0,1 26×0 2',
      '0,13 26×0 2',
    ]);
  });

  it('are those of the wider one', () => {
    const flow = lay(
      table({ borderCollapse: 'collapse' }, row({}, cell(line(2), 'a'), cell(line(6), 'b'))),
    );
    expect(linesOf(flow).filter((each) => each.includes(' 0×'))).toEqual([
      '1,3 0×16 2',
      '15,3 0×16 6',
      '31,3 0×16 6',
    ]);
  });

  it('are not there where one is hidden', () => {
    const hidden: Changes = { borderRightStyle: 'hidden' };
    const flow = lay(
      table({ borderCollapse: 'collapse' }, row({}, cell(hidden, 'a'), cell(line(2), 'b'))),
    );
    // no border before a nor between a and b
    expect(linesOf(flow).filter((each) => each.includes(' 0×'))).toHaveLength(1);
  });

  it('lie on the backgrounds of cells and rows', () => {
    const below: Changes = { borderBottomWidth: 2, borderBottomStyle: 'solid' };
    const flow = lay(
      table({ borderCollapse: 'collapse' }, row(below, cell(seen, 'a')), row(seen, 'b')),
    );
    const kinds = tableOf(flow.root).children.map(({ item }) =>
      marksOf(item).map(({ mark }) => mark.kind),
    );
    // the second row has a background and draws the line above it once more
    expect(kinds).toEqual([['rect', 'line'], ['line']]);
  });

  it('stay with the row that asks for them', () => {
    const below: Changes = { borderBottomWidth: 1, borderBottomStyle: 'solid' };
    const flow = lay(table({ borderCollapse: 'collapse' }, row(below, 'a'), row(below, 'b')));
    const rows = tableOf(flow.root).children.map(({ item }) => marksOf(item).map(({ y }) => y));
    expect(rows).toEqual([[10.5], [11]]);
  });
});

describe('heights in percent within cells', () => {
  const half = (name: string) => block({ height: percent(50) }, name);

  it('are shares of the height that the cell has in the end, where the cell asks for one', () => {
    // the row is 80 high for the cell beside; 40 for the block, then the line
    const high = cell({ height: px(80) }, 'a');
    const flow = lay(table({}, row({}, high, cell({ height: px(1) }, half('b'), 'c'))));
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 10,0', 'c 10,40']);
  });

  it('are shares of it where the table asks for one', () => {
    const flow = lay(table({ height: px(80) }, row({}, 'a', cell({}, half('b'), 'c'))));
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 10,0', 'c 10,40']);
  });

  it('mean auto where neither does', () => {
    const flow = lay(table({}, row({ height: px(80) }, 'a', cell({}, half('b'), 'c'))));
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 10,0', 'c 10,10']);
  });

  it('stretch a box that has nothing in it', () => {
    const stripe = block({ ...seen, height: percent(100) });
    const flow = lay(table({ height: px(80) }, row({}, 'a', cell({}, stripe))));
    expect(rectsOf(flow)).toEqual(['10,0 0×80']);
  });

  it('cost no more than the square of the depth of tables within tables', () => {
    let nested = table({ height: percent(100) }, row({}, 'a'));
    for (let depth = 0; depth < 40; depth++)
      nested = table({ height: percent(100) }, row({}, cell({}, nested)));
    expect(textsOf(lay(nested))).toEqual(['a 0,0']);
  });
});

describe('rows', () => {
  it('are as high as their highest cell, and backgrounds cover them', () => {
    const flow = lay(table({}, row(seen, cell(seen, 'a'), cell({}, 'b', 'b'))));
    expect(rectsOf(flow)).toEqual(['0,0 20×20', '0,0 10×20']);
  });

  it('align content to top, middle, bottom and baseline', () => {
    const flow = lay(
      table(
        {},
        row(
          {},
          cell({ height: px(50) }),
          cell({ verticalAlign: 'top' }, 't'),
          cell({ verticalAlign: 'middle' }, 'm'),
          cell({ verticalAlign: 'bottom' }, 'b'),
          cell({ verticalAlign: 'baseline' }, 'l'),
          cell({ verticalAlign: 'baseline', paddingTop: px(7) }, 'p'),
        ),
      ),
    );
    // 50 - 10 = 40; half 20; the baseline of p is 7 lower
    expect(textsOf(flow).map((each) => each.replace(/ .*,/, ' '))).toEqual([
      't 0',
      'm 20',
      'b 40',
      'l 7',
      'p 7',
    ]);
  });

  it('are tied together by a cell over several of them', () => {
    const flow = lay(
      table(
        {},
        row({}, cell({ rowSpan: 2, ...seen }, 'a', 'a', 'a', 'a'), 'b'),
        row({}, 'c'),
        row({}, 'd', 'e'),
      ),
    );
    // 40 for two rows of 10: 20 each
    expect(textsOf(flow).filter((each) => !each.startsWith('a'))).toEqual([
      'b 10,0',
      'c 10,20',
      'd 0,40',
      'e 10,40',
    ]);
    expect(rectsOf(flow)).toEqual(['0,0 10×40']);
    expect(tableOf(flow.root).children.map(({ item }) => item.kind)).toEqual(['row', 'flat-row']);
  });

  it('share the height of a table', () => {
    // 80 - 40 = 40 by 10 : 30
    const flow = lay(table({ height: px(80) }, row({}, 'a'), row({}, cell({}, 'b', 'b', 'b'))));
    expect(textsOf(flow).slice(0, 2)).toEqual(['a 0,0', 'b 0,20']);
  });

  it('carry the amounts of their cells', () => {
    const amount = { name: 'net', value: '1.20' };
    const flow = lay(table({}, row({}, cell({ amount }, 'a'), 'b')));
    const first = tableOf(flow.root).children[0]?.item;
    expect(first?.kind === 'flat-row' ? first.amounts : null).toEqual([amount]);
  });
});

describe('groups', () => {
  it('of head and foot come again', () => {
    const flow = lay(
      table(
        { borderSpacing: { x: 0, y: 5 } },
        group('head', {}, row({}, 'h')),
        group('foot', {}, row({}, 'f')),
        row({}, 'a'),
        row({}, 'b'),
      ),
    );
    expect(textsOf(flow)).toEqual(['h 0,5', 'a 0,20', 'b 0,35', 'f 0,50']);
    const column = tableOf(flow.root);
    // the head keeps the spacing below it, the foot that above it
    expect(column.head?.height).toBe(15);
    expect(column.foot?.height).toBe(15);
    expect(column.children[0]?.item).toBe(column.head);
    // 5 + 15 + 10 + 5 + 10 + 15 + 5
    expect(column.height).toBe(65);
  });

  it('paint their background behind all of their rows', () => {
    const flow = lay(table({}, group('body', seen, row({}, 'a'), row({}, 'b'))));
    expect(rectsOf(flow)).toEqual(['0,0 10×20']);
  });
});

describe('captions', () => {
  it('stand above and below', () => {
    const caption = block({ ...seen }, 'cc');
    expect(textsOf(lay(table({ caption }, row({}, 'aaaa'))))).toEqual(['cc 0,0', 'aaaa 0,10']);
    const below = block({ captionSide: 'bottom' }, 'cc');
    expect(textsOf(lay(table({ caption: below }, row({}, 'aaaa'))))).toEqual([
      'aaaa 0,0',
      'cc 0,10',
    ]);
  });
});
