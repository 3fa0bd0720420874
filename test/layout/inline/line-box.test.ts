import { describe, expect, it } from 'vitest';
import type { Leaf } from '../../../src/layout/item.ts';
import { emBook } from '../em-font.ts';
import { atom, fakeContext, flow, linesOf, px, span, textsOf } from './flow.ts';
import type { Changes, Content } from './flow.ts';

function lineOf(changes: Changes, ...content: readonly Content[]): Leaf {
  const [line] = linesOf(flow(changes, ...content), 1000);
  if (!line) throw new Error('no line');
  return line;
}

/** Height and baseline of a line. */
function boxOf(line: Leaf): { height: number; baseline: number | null } {
  return { height: line.height, baseline: line.baseline };
}

/** Baseline of each text mark from the top of the line. */
function baselines(line: Leaf): readonly number[] {
  return textsOf(line).map(({ y, mark }) => y + mark.baseline);
}

describe('line boxes', () => {
  it('are as high as ascent, descent and line gap under line-height: normal', () => {
    expect(boxOf(lineOf({}, 'a'))).toEqual({ height: 10, baseline: 8 });
    // 8 + 2 + 3 px; of the 3 px leading 1 px goes above, 2 px below.
    const context = fakeContext(emBook({ lineGap: 300 }));
    const [line] = linesOf(flow({}, 'a'), 100, context);
    expect(line && boxOf(line)).toEqual({ height: 13, baseline: 9 });
  });

  it('round ascent and descent to whole px', () => {
    // 11 px: ascent 8.8 → 9, descent 2.2 → 2.
    expect(boxOf(lineOf({ fontSize: 11 }, 'a'))).toEqual({ height: 11, baseline: 9 });
  });

  it('floor the leading above', () => {
    // 15 px line, 10 px content: 2.5 px above becomes 2 px. 9 px line: -0.5 px becomes -1 px.
    expect(boxOf(lineOf({ lineHeight: { factor: 1.5 } }, 'a'))).toEqual({
      height: 15,
      baseline: 10,
    });
    expect(boxOf(lineOf({ lineHeight: { px: 9 } }, 'a'))).toEqual({ height: 9, baseline: 7 });
  });

  it('hold the larger text of a span', () => {
    // 20 px text: 16 above, 4 below.
    expect(boxOf(lineOf({}, 'a', span({ fontSize: 20 }, 'b')))).toEqual({
      height: 20,
      baseline: 16,
    });
  });

  it('give a mark the content area, whatever the line height', () => {
    const line = lineOf({ lineHeight: { px: 30 } }, 'a');
    expect(textsOf(line)[0]).toMatchObject({
      x: 0,
      y: 10,
      mark: { width: 10, height: 10, baseline: 8 },
    });
  });
});

describe('vertical-align', () => {
  it('raises super by a third of the parent and 1 px, lowers sub by a fifth and 1 px', () => {
    const up = lineOf(
      { fontSize: 30, lineHeight: { px: 60 } },
      'a',
      span({ fontSize: 30, verticalAlign: 'super' }, 'b'),
    );
    // Strut: 24 + 15 px above. The raised box has normal leading: 24 + 11 above its baseline is less than 39.
    expect(baselines(up)).toEqual([39, 39 - 11]);
    const down = lineOf(
      { fontSize: 30, lineHeight: { px: 60 } },
      'a',
      span({ fontSize: 30, verticalAlign: 'sub' }, 'b'),
    );
    expect(baselines(down)).toEqual([39, 39 + 7]);
  });

  it('raises by a length, and by a percentage of the line height', () => {
    const changes = { lineHeight: { px: 40 } } as const;
    const line = lineOf(changes, 'a', span({ ...changes, verticalAlign: px(4) }, 'b'));
    // Strut: 15 + 8 above. The raised box reaches 23 + 4 above the baseline.
    expect(boxOf(line)).toEqual({ height: 44, baseline: 27 });
    expect(baselines(line)).toEqual([27, 23]);
    const percent = lineOf(
      changes,
      'a',
      span({ ...changes, verticalAlign: { px: 0, percent: 10 } }, 'b'),
    );
    expect(baselines(percent)).toEqual([27, 23]);
  });

  it('puts the middle of a box half an x-height above the baseline', () => {
    // x-height 5 px. An atom of 21 px without baseline: 10.5 + 2.5 above, 10.5 - 2.5 below.
    const line = lineOf({}, 'a', atom(20, 21, { verticalAlign: 'middle' }));
    expect(boxOf(line)).toEqual({ height: 21, baseline: 13 });
    expect(line.overlays).toMatchObject([{ x: 10, y: 0 }]);
  });

  it('puts an atom without a baseline on the line by its bottom margin edge', () => {
    const line = lineOf(
      {},
      'a',
      atom(20, 30, { marginBottom: px(5), marginTop: px(1), marginLeft: px(2) }),
    );
    // 36 px above, 2 px of the strut below.
    expect(boxOf(line)).toEqual({ height: 38, baseline: 36 });
    expect(line.overlays).toMatchObject([{ x: 12, y: 1 }]);
  });

  it('aligns with the edges of the line', () => {
    const line = lineOf(
      {},
      'a',
      atom(10, 30, { verticalAlign: 'top' }),
      atom(10, 20, { verticalAlign: 'bottom' }),
    );
    // The higher one makes the line grow below: 8 px above the baseline stay.
    expect(boxOf(line)).toEqual({ height: 30, baseline: 8 });
    expect(line.overlays).toMatchObject([{ y: 0 }, { y: 10 }]);
  });

  it('aligns with the text of the parent', () => {
    const line = lineOf(
      { lineHeight: { px: 20 } },
      'a',
      atom(10, 4, { verticalAlign: 'text-top' }),
    );
    expect(line.overlays).toMatchObject([{ y: 5 }]);
    const low = lineOf(
      { lineHeight: { px: 20 } },
      'a',
      atom(10, 4, { verticalAlign: 'text-bottom' }),
    );
    expect(low.overlays).toMatchObject([{ y: 11 }]);
  });
});
