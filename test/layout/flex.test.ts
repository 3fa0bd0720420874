import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/box/box.ts';
import type { Item } from '../../src/layout/item.ts';
import {
  block,
  flex,
  grid,
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
  type Changes,
} from './build-tree.ts';

const size = (width: number, height: number, changes: Changes = {}): Box =>
  block({ ...seen, width: px(width), height: px(height), ...changes });

function childrenOf(item: Item | undefined): readonly Item[] {
  return item?.kind === 'column' ? item.children.map((child) => child.item) : [];
}

describe('a flex row', () => {
  it('puts items side by side with gaps', () => {
    expect(rectsOf(lay(flex({ columnGap: px(5) }, size(20, 10), size(30, 10))))).toEqual([
      '0,0 20×10',
      '25,0 30×10',
    ]);
  });

  it('gives items the width of their content and stretches them down', () => {
    const flow = lay(flex({}, block(seen, 'aaa'), block(seen, 'b', 'b')));
    expect(rectsOf(flow)).toEqual(['0,0 30×20', '30,0 10×20']);
  });

  it('lets items grow and shrink', () => {
    // 200 - 40 = 160, by 1 : 3
    const grown = lay(flex({}, size(20, 10, { flexGrow: 1 }), size(20, 10, { flexGrow: 3 })));
    expect(rectsOf(grown)).toEqual(['0,0 60×10', '60,0 140×10']);
    // 300 - 200 = 100 too much, by 100 : 200
    const shrunk = lay(
      flex({}, size(100, 10, { minWidth: px(0) }), size(200, 10, { minWidth: px(0) })),
    );
    expect(rectsOf(shrunk).map((rect) => rect.replace(/\.\d+/g, ''))).toEqual([
      '0,0 66×10',
      '66,0 133×10',
    ]);
  });

  it('does not shrink words', () => {
    const flow = lay(
      flex({ width: px(50) }, block(seen, 'aaaa aa'), block({ ...seen, flexShrink: 0 }, 'bbb')),
    );
    expect(rectsOf(flow)).toEqual(['0,0 40×20', '40,0 30×20']);
  });

  it('starts from the flex basis', () => {
    const basis = (value: number): Changes => ({ ...seen, flexBasis: px(value) });
    const flow = lay(flex({}, block({ ...basis(50), ...padding(5) }, 'a'), block(basis(30), 'b')));
    // 50 + 2 × 5 = 60
    expect(rectsOf(flow)).toEqual(['0,0 60×20', '60,0 30×20']);
  });

  it('justifies, aligns and orders', () => {
    const flow = lay(
      flex(
        { justifyContent: 'space-between', alignItems: 'center', height: px(50) },
        size(20, 10, { order: 1 }),
        size(30, 20),
        size(40, 30, { alignSelf: 'flex-end' }),
      ),
    );
    // 30 first, 40 in the middle: (200 - 90) / 2 = 55
    expect(rectsOf(flow)).toEqual(['0,15 30×20', '85,20 40×30', '180,20 20×10']);
  });

  it('moves items apart by auto margins', () => {
    expect(rectsOf(lay(flex({}, size(20, 10), size(30, 10, { marginLeft: 'auto' }))))).toEqual([
      '0,0 20×10',
      '170,0 30×10',
    ]);
  });

  it('aligns baselines', () => {
    const flow = lay(
      flex(
        { ...seen, alignItems: 'baseline' },
        block({ paddingTop: px(6) }, 'a'),
        block({}, 'b'),
        block({}, 'c', 'c'),
      ),
    );
    // b and c go down by 6, the container ends at 6 + 20
    expect(textsOf(flow)).toEqual(['a 0,6', 'b 10,6', 'c 20,6', 'c 20,16']);
    expect(rectsOf(flow)).toEqual(['0,0 200×26']);
  });

  it('keeps padding outside and percentages inside', () => {
    const flow = lay(
      flex({ ...padding(10), ...seen }, block({ ...seen, width: percent(50) }, 'a')),
    );
    // 200 - 20 = 180, half of it 90
    expect(rectsOf(flow)).toEqual(['0,0 200×30', '10,10 90×10']);
  });

  it('is a row that a page may end in', () => {
    const root = lay(flex({}, block({}, 'a'), block({}, 'b'))).root;
    const container = childrenOf(root)[0];
    expect(childrenOf(container).map(({ kind }) => kind)).toEqual(['row']);
  });

  it('wraps into rows', () => {
    const flow = lay(
      flex({ flexWrap: 'wrap', rowGap: px(4) }, size(120, 10), size(70, 20), size(90, 10)),
    );
    expect(rectsOf(flow)).toEqual(['0,0 120×10', '120,0 70×20', '0,24 90×10']);
    const container = childrenOf(flow.root)[0];
    expect(childrenOf(container).map(({ kind, height }) => [kind, height])).toEqual([
      ['row', 20],
      ['row', 10],
    ]);
  });

  it('keeps the ratio of pictures', () => {
    const flow = lay(
      flex({ alignItems: 'flex-start' }, picture(80, 40, { ...seen, width: px(40) })),
    );
    expect(rectsOf(flow)).toEqual(['0,0 40×20']);
  });
});

describe('a flex column', () => {
  it('puts items beneath another, so that a page may end between them', () => {
    const flow = lay(
      flex({ flexDirection: 'column', rowGap: px(3) }, block(seen, 'a'), block(seen, 'b', 'b')),
    );
    expect(rectsOf(flow)).toEqual(['0,0 200×10', '0,13 200×20']);
    const container = childrenOf(flow.root)[0];
    expect(childrenOf(container)).toHaveLength(2);
  });

  it('shrinks items to their content where they are not stretched', () => {
    const flow = lay(flex({ flexDirection: 'column', alignItems: 'center' }, block(seen, 'aaaa')));
    expect(rectsOf(flow)).toEqual(['80,0 40×10']);
  });

  it('does not collapse margins', () => {
    const flow = lay(
      flex(
        { flexDirection: 'column' },
        block({ ...seen, ...margin(5) }, 'a'),
        block({ ...seen, ...margin(5) }, 'b'),
      ),
    );
    expect(rectsOf(flow)).toEqual(['5,5 190×10', '5,25 190×10']);
  });
});

describe('nested containers', () => {
  it('measure their text within what is left', () => {
    const flow = lay(
      flex(
        {},
        flex({ flexGrow: 1 }, block({ flexGrow: 1 }, 'aa aa aa aa aa aa')),
        size(100, 10, { flexShrink: 0 }),
      ),
    );
    // 200 - 100 = 100: three words in a line
    expect(textsOf(flow)).toEqual(['aa aa aa 0,0', 'aa aa aa 0,10']);
  });

  it('are laid out in linear time however deep', () => {
    let box: Box = block({}, 'a');
    for (let depth = 0; depth < 50; depth++) {
      box = flex(
        { flexDirection: depth % 2 ? 'column' : 'row', minHeight: px(depth), flexGrow: 1 },
        box,
        'b',
      );
    }
    expect(textsOf(lay(box))).toHaveLength(51);
  });

  it('stand one beneath another where they are too deep, with a warning', () => {
    let box: Box = block({}, 'a');
    for (let depth = 0; depth < 90; depth++) box = flex({}, box);
    const { flow, warnings } = layTree(treeOf([box]));
    expect(textsOf(flow)).toEqual(['a 0,0']);
    expect(warnings[0]?.place).toBe('page.html:3:5');
  });
});

describe('a grid', () => {
  const fr = (value: number) => ({ kind: 'size' as const, size: { fr: value } });
  const track = (value: number) => ({ kind: 'size' as const, size: px(value) });

  it('shares its width among flexible tracks', () => {
    const flow = lay(
      grid(
        { gridTemplateColumns: [track(50), fr(1), fr(2)], columnGap: px(10), rowGap: px(2) },
        block(seen, 'a'),
        block(seen, 'b'),
        block(seen, 'c'),
        block(seen, 'd', 'd'),
        block(seen, 'e'),
      ),
    );
    // 200 - 50 - 2 × 10 = 130, by 1 : 2
    expect(rectsOf(flow).map((rect) => rect.replace(/\.\d+/g, ''))).toEqual([
      '0,0 50×10',
      '60,0 43×10',
      '113,0 86×10',
      '0,12 50×20',
      '60,12 43×20',
    ]);
    const container = childrenOf(flow.root)[0];
    expect(childrenOf(container).map(({ kind }) => kind)).toEqual(['row', 'row']);
  });

  it('places items by line, span and area', () => {
    const at = (start: number): Changes => ({ gridColumnStart: { kind: 'line', line: start } });
    const flow = lay(
      grid(
        { gridTemplateColumns: [track(50), track(50), track(50)] },
        block({ ...seen, ...at(2), gridColumnEnd: { kind: 'span', span: 2 } }, 'a'),
        block({ ...seen, ...at(1) }, 'b'),
      ),
    );
    expect(rectsOf(flow)).toEqual(['50,0 100×10', '0,10 50×10']);
    const area = (name: string): Changes => {
      const line = { kind: 'area' as const, name };
      return { gridRowStart: line, gridRowEnd: line, gridColumnStart: line, gridColumnEnd: line };
    };
    const named = lay(
      grid(
        {
          gridTemplateColumns: [track(50), track(70)],
          gridTemplateAreas: [
            ['l', 'r'],
            ['l', 's'],
          ],
        },
        block({ ...seen, ...area('s') }, 'a'),
        block({ ...seen, ...area('l') }, 'b'),
        block({ ...seen, ...area('r') }, 'c'),
      ),
    );
    expect(rectsOf(named)).toEqual(['50,10 70×10', '0,0 50×20', '50,0 70×10']);
  });

  it('is as wide as its content where it shrinks to fit', () => {
    const auto = { kind: 'size' as const, size: 'auto' as const };
    const inner = grid(
      { ...seen, gridTemplateColumns: [auto, auto], columnGap: px(5) },
      block({}, 'aa'),
      block({}, 'bbb'),
    );
    expect(rectsOf(lay(flex({}, inner)))).toEqual(['0,0 55×10']);
  });

  it('asks each item for its widths once, however deep the containers are nested', () => {
    const nested = (depth: number): Box =>
      grid({}, depth === 0 ? block({}, 'a') : nested(depth - 1));
    expect(textsOf(lay(nested(30)))).toEqual(['a 0,0']);
  });

  it('within hundreds of grids is set as a block, and a warning says so', () => {
    const nested = (depth: number): Box =>
      grid({}, depth === 0 ? block({}, 'a') : nested(depth - 1));
    const laid = layTree(treeOf([nested(250)]));
    expect(laid.warnings[0]?.message).toBe(
      'more than 60 flex and grid containers stand within each other',
    );
  });

  it('holds line numbers within reason', () => {
    const far: Changes = { gridColumnStart: { kind: 'line', line: 1_000_000_000 } };
    expect(textsOf(lay(grid({}, block(far, 'a'))))).toHaveLength(1);
  });
});
