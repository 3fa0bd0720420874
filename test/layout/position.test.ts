import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/layout/item.ts';
import {
  block,
  border,
  cell,
  itemsOf,
  lay,
  padding,
  percent,
  px,
  rectsOf,
  row,
  seen,
  table,
  textsOf,
  type Changes,
} from './build-tree.ts';

const absolute: Changes = { ...seen, position: 'absolute' };

describe('absolute boxes', () => {
  it('stand in the padding box of the nearest positioned ancestor', () => {
    const inner = block({ ...absolute, top: px(3), right: px(4), width: px(20), height: px(10) });
    const flow = lay(
      'x',
      block(
        { position: 'relative', ...border(2), ...padding(5), width: px(100) },
        block({}, inner),
        'b',
      ),
    );
    // box of 114 × 24 at 10: right edge 114 - 2 - 4 = 108, top 10 + 2 + 3
    expect(rectsOf(flow)).toEqual(['88,15 20×10']);
  });

  it('take no room', () => {
    expect(textsOf(lay('a', block({ ...absolute, top: px(0), left: px(0) }, 'x'), 'b'))).toEqual([
      'a 0,0',
      'b 0,10',
      'x 0,0',
    ]);
  });

  it('shrink to fit, or fill between two insets', () => {
    expect(rectsOf(lay(block({ ...absolute, top: px(0), left: px(5) }, 'aaa')))).toEqual([
      '5,0 30×10',
    ]);
    const between = { ...absolute, top: px(10), left: px(5), right: px(15), bottom: px(20) };
    // 200 - 20 wide, 1000 - 30 high
    expect(rectsOf(lay(block(between, 'aaa')))).toEqual(['5,10 180×970']);
  });

  it('are centred by auto margins', () => {
    const box = {
      ...absolute,
      top: px(0),
      left: px(0),
      right: px(0),
      width: px(50),
      marginLeft: 'auto',
      marginRight: 'auto',
    } as const;
    expect(rectsOf(lay(block(box, 'a')))).toEqual(['75,0 50×10']);
  });

  it('stay where they would have stood without insets', () => {
    expect(rectsOf(lay('a', block({ marginLeft: px(7) }, 'b', block(absolute, 'x'))))).toEqual([
      '7,20 10×10',
    ]);
  });

  it('belong to a cell that is positioned', () => {
    const inner = block({ ...absolute, right: px(0), bottom: px(0) }, 'x');
    const flow = lay(
      table(
        { width: px(100) },
        row({}, cell({ position: 'relative', height: px(40) }, inner, 'a')),
      ),
    );
    expect(rectsOf(flow)).toEqual(['90,30 10×10']);
  });

  it('lie above the flow, or below it with a negative z-index', () => {
    const layers = (zIndex: number | 'auto') =>
      itemsOf(lay(block({ ...absolute, top: px(0), zIndex }, 'x')).root)
        .filter(({ item }) => item.decoration)
        .map(({ item }) => item.layer);
    expect(layers('auto')).toEqual([1]);
    expect(layers(2)).toEqual([3]);
    expect(layers(-1)).toEqual([-1]);
  });
});

describe('relative boxes', () => {
  it('are painted elsewhere and keep their room', () => {
    const flow = lay(block({ ...seen, position: 'relative', top: px(3), left: px(4) }, 'a'), 'b');
    expect(rectsOf(flow)).toEqual(['4,3 200×10']);
    expect(textsOf(flow)).toEqual(['a 4,3', 'b 0,10']);
  });
});

describe('fixed boxes', () => {
  it('stand on the page', () => {
    const flow = lay(
      'a',
      block({ ...seen, position: 'fixed', bottom: px(0), left: percent(10) }, 'x'),
      'b',
    );
    expect(textsOf(flow)).toEqual(['a 0,0', 'b 0,10']);
    expect(flow.fixed.map(({ x, y, item }) => [x, y, item.width, item.height])).toEqual([
      [20, 990, 10, 10],
    ]);
  });
});

describe('effects', () => {
  const first = (changes: Changes): Item | undefined => {
    const { root } = lay(block(changes, 'a'));
    return root.kind === 'column' ? root.children[0]?.item : undefined;
  };

  it('clip to the padding box', () => {
    expect(first({ overflow: 'hidden', ...border(2) })?.group?.clip).toEqual({
      x: 2,
      y: 2,
      width: 196,
      height: 10,
    });
  });

  it('transform about the origin', () => {
    const origin = { x: percent(50), y: percent(50) };
    const moved = first({ transformOrigin: origin, transform: [{ kind: 'scale', x: 2, y: 2 }] });
    // the middle (100, 5) stays: 2 × 100 - 100
    expect(moved?.group?.transform).toEqual([2, 0, 0, 2, -100, -5]);
    const two = first({
      transform: [
        { kind: 'translate', x: px(10), y: percent(100) },
        { kind: 'scale', x: 2, y: 3 },
      ],
    });
    // first scaled, then moved
    expect(two?.group?.transform).toEqual([2, 0, 0, 3, 10, 10]);
  });

  it('paint nothing of hidden boxes', () => {
    expect(first({ ...seen, visibility: 'hidden' })?.decoration).toBeNull();
  });
});
