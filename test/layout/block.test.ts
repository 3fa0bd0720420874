import { describe, expect, it } from 'vitest';
import {
  block,
  border,
  lay,
  layTree,
  margin,
  padding,
  percent,
  picture,
  px,
  rectsOf,
  seen,
  textsOf,
  treeOf,
  marksOf,
} from './build-tree.ts';

describe('widths of blocks', () => {
  it('fill the containing block less margins', () => {
    // 200 - 10 - 30 = 160
    expect(rectsOf(lay(block({ ...seen, marginLeft: px(10), marginRight: px(30) }, 'a')))).toEqual([
      '10,0 160×10',
    ]);
  });

  it('are centred by auto margins', () => {
    // (200 - 100) / 2 = 50
    const box = block({ ...seen, width: px(100), marginLeft: 'auto', marginRight: 'auto' }, 'a');
    expect(rectsOf(lay(box))).toEqual(['50,0 100×10']);
  });

  it('add padding and borders outside of a content box', () => {
    // 100 + 2 × (5 + 2) = 114; 10 + 14 = 24
    const box = block({ ...seen, width: px(100), ...padding(5), ...border(2) }, 'a');
    expect(rectsOf(lay(box))).toEqual(['0,0 114×24']);
    expect(textsOf(lay(box))).toEqual(['a 7,7']);
  });

  it('keep padding and borders inside of a border box', () => {
    const box = block(
      { ...seen, boxSizing: 'border-box', width: px(100), ...padding(5), ...border(2) },
      'a',
    );
    expect(rectsOf(lay(box))).toEqual(['0,0 100×24']);
  });

  it('refer percentages to the containing block and obey minimum and maximum', () => {
    // 50 % of 200 = 100; at most 80; at least 90 wins
    expect(rectsOf(lay(block({ ...seen, width: percent(50) }, 'a')))).toEqual(['0,0 100×10']);
    expect(rectsOf(lay(block({ ...seen, width: percent(50), maxWidth: px(80) }, 'a')))).toEqual([
      '0,0 80×10',
    ]);
    expect(
      rectsOf(lay(block({ ...seen, width: percent(50), maxWidth: px(80), minWidth: px(90) }, 'a'))),
    ).toEqual(['0,0 90×10']);
  });

  it('keep to the right where the containing block runs from right to left', () => {
    const box = block({ ...seen, width: px(50), marginRight: px(10) }, 'a');
    expect(rectsOf(lay(block({ direction: 'rtl' }, box)))).toEqual(['140,0 50×10']);
  });

  it('shrink to fit by keyword', () => {
    expect(rectsOf(lay(block({ ...seen, width: 'fit-content' }, 'aaa bb')))).toEqual(['0,0 60×10']);
    expect(rectsOf(lay(block({ ...seen, width: 'min-content' }, 'aaa bb')))).toEqual(['0,0 30×20']);
  });
});

describe('collapsing margins', () => {
  it('between siblings is the larger one', () => {
    expect(textsOf(lay(block(margin(0, 0, 20), 'a'), block(margin(15, 0, 0), 'b')))).toEqual([
      'a 0,0',
      'b 0,30',
    ]);
  });

  it('adds a negative one', () => {
    // 10 + (20 - 5) = 25
    expect(textsOf(lay(block(margin(0, 0, 20), 'a'), block(margin(-5, 0, 0), 'b')))).toEqual([
      'a 0,0',
      'b 0,25',
    ]);
  });

  it('leaves a parent without border and padding', () => {
    // the parent begins where its child does: 10 + max(5, 30) = 40
    const parent = block({ ...seen, ...margin(5) }, block(margin(30), 'b'));
    const flow = lay(block({}, 'a'), parent, block({}, 'c'));
    expect(rectsOf(flow)).toEqual(['5,40 190×10']);
    // below: 50 + max(5, 30) = 80
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 35,40', 'c 0,80']);
  });

  it('stays within padding', () => {
    const parent = block({ ...seen, ...padding(1) }, block(margin(30), 'b'));
    // 1 + 30 + 10 + 30 + 1 = 72
    expect(rectsOf(lay(parent))).toEqual(['0,0 200×72']);
  });

  it('stays within a box that clips', () => {
    expect(rectsOf(lay(block({ ...seen, overflow: 'hidden' }, block(margin(30), 'b'))))).toEqual([
      '0,0 200×70',
    ]);
  });

  it('goes through an empty block', () => {
    const flow = lay(block({}, 'a'), block(margin(20, 0, 30)), block(margin(25, 0, 0), 'b'));
    // max(20, 30, 25) = 30
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 0,40']);
  });

  it('does not go through an empty block with a height', () => {
    const flow = lay(
      block({}, 'a'),
      block({ ...margin(20, 0, 30), height: px(1) }),
      block(margin(25, 0, 0), 'b'),
    );
    // 10 + 20 + 1 + 30 = 61
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 0,61']);
  });

  it('is inside at the bottom of a box with a height', () => {
    const parent = block({ ...seen, height: px(50) }, block(margin(0, 0, 30), 'a'));
    expect(textsOf(lay(parent, block({}, 'b')))).toEqual(['a 0,0', 'b 0,50']);
  });

  it('does not leave the root', () => {
    expect(lay(block(margin(20), 'a')).root.height).toBe(50);
  });

  it('ends at a forced break', () => {
    const flow = lay(
      block(margin(0, 0, 50), 'a'),
      block({ ...margin(7, 0, 0), breakBefore: 'page' }, 'b'),
    );
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 0,17']);
  });
});

describe('heights of blocks', () => {
  it('keep room below the content', () => {
    expect(rectsOf(lay(block({ ...seen, height: px(50), ...padding(3) }, 'a')))).toEqual([
      '0,0 200×56',
    ]);
  });

  it('obey minimum and maximum', () => {
    expect(rectsOf(lay(block({ ...seen, minHeight: px(50) }, 'a')))).toEqual(['0,0 200×50']);
    const flow = lay(block({ ...seen, maxHeight: px(5) }, 'a'), block({}, 'b'));
    expect(rectsOf(flow)).toEqual(['0,0 200×5']);
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 0,5']);
  });

  it('refer percentages to a known height only', () => {
    const half = block({ ...seen, height: percent(50) }, 'a');
    expect(rectsOf(lay(block({ height: px(80) }, half)))).toEqual(['0,0 200×40']);
    expect(rectsOf(lay(block({}, half)))).toEqual(['0,0 200×10']);
  });
});

describe('breaks', () => {
  it('before the first and after the last child are the parent’s', () => {
    const flow = lay(
      'x',
      block({}, block({ breakBefore: 'page' }, 'a'), block({ breakAfter: 'avoid' }, 'b')),
    );
    const root = flow.root;
    if (root.kind !== 'column') throw new Error('a column was expected');
    const parent = root.children[1]?.item;
    expect(parent?.breaks).toEqual({ before: 'page', after: 'auto', inside: 'auto' });
    expect(root.breaks.after).toBe('avoid');
    if (parent?.kind !== 'column') throw new Error('a column was expected');
    expect(parent.children.map(({ item }) => item.breaks.before)).toEqual(['auto', 'auto']);
  });

  it('are kept by a block without any height', () => {
    const flow = lay(block({}, 'a'), block({ breakAfter: 'page' }), block({}, 'b'));
    if (flow.root.kind !== 'column') throw new Error('a column was expected');
    expect(flow.root.children.map(({ item }) => item.breaks.after)).toEqual([
      'auto',
      'page',
      'auto',
    ]);
  });
});

describe('pictures', () => {
  it('have their natural size, or keep their ratio', () => {
    expect(rectsOf(lay(picture(80, 40, seen)))).toEqual(['0,0 80×40']);
    expect(rectsOf(lay(picture(80, 40, { ...seen, width: px(40) })))).toEqual(['0,0 40×20']);
    expect(rectsOf(lay(picture(80, 40, { ...seen, height: px(10) })))).toEqual(['0,0 20×10']);
    // 400 wide, at most 100 % of 200
    expect(rectsOf(lay(picture(400, 40, { ...seen, maxWidth: percent(100) })))).toEqual([
      '0,0 200×20',
    ]);
    expect(rectsOf(lay(picture(80, 40, { ...seen, maxHeight: px(20) })))).toEqual(['0,0 40×20']);
    const least = { ...seen, width: px(10), minWidth: 'max-content' as const };
    expect(rectsOf(lay(picture(80, 40, least)))).toEqual(['0,0 80×40']);
    const most = { ...seen, width: px(200), maxWidth: 'min-content' as const };
    expect(rectsOf(lay(picture(80, 40, most)))).toEqual(['0,0 80×40']);
  });

  it('fit into their box', () => {
    const source = (fit: 'contain' | 'cover' | 'fill') => {
      const { root } = lay(picture(80, 40, { width: px(100), height: px(100), objectFit: fit }));
      const leaf = root.kind === 'column' ? root.children[0]?.item : undefined;
      const mark = leaf && marksOf(leaf)[0]?.mark;
      return mark?.kind === 'picture' ? mark.source : null;
    };
    expect(source('fill')).toEqual({ x: 0, y: 0, width: 100, height: 100 });
    // 100 / 80 = 1.25: 100 × 50
    expect(source('contain')).toEqual({ x: 0, y: 25, width: 100, height: 50 });
    // 100 / 40 = 2.5: 200 × 100
    expect(source('cover')).toEqual({ x: -50, y: 0, width: 200, height: 100 });
  });
});

describe('list markers', () => {
  const item = (position: 'inside' | 'outside') => {
    const box = block({ marginLeft: px(40) }, 'a');
    if (box.kind !== 'block') throw new Error('a block was expected');
    return {
      ...box,
      marker: { text: '1. ', style: { ...box.style, listStylePosition: position }, tag: box.tag },
    };
  };

  it('stand before the first line', () => {
    expect(textsOf(lay(item('outside')))).toEqual(['1.  10,0', 'a 40,0']);
  });

  it('begin the first line', () => {
    expect(textsOf(lay(item('inside')))).toEqual(['1.  40,0', 'a 70,0']);
  });
});

describe('page frames', () => {
  it('give margin boxes the edges of the sheet', () => {
    const tree = treeOf(['a']);
    const style = block({}).style;
    const margins = { top: 30, right: 20, bottom: 40, left: 10 };
    const boxes = (['top-left', 'bottom-right', 'bottom-left-corner'] as const).map((name) => ({
      name,
      style,
      content: [{ kind: 'string' as const, text: name }],
    }));
    const page = { size: { width: 200, height: 300 }, margin: margins, marginBoxes: boxes };
    const { flow } = layTree({ ...tree, pages: { first: page, rest: page } });
    expect(flow.rest.area).toEqual({ x: 10, y: 30, width: 170, height: 230 });
    expect(flow.rest.margins.map(({ area, align }) => [area, align])).toEqual([
      [{ x: 10, y: 0, width: 170, height: 30 }, 'left'],
      [{ x: 10, y: 260, width: 170, height: 40 }, 'right'],
      [{ x: 0, y: 260, width: 10, height: 40 }, 'right'],
    ]);
  });
});
