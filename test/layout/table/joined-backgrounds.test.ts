import { describe, expect, test } from 'vitest';
import type { BorderSide, Decoration } from '../../../src/layout/item.ts';
import { joinedBackgrounds } from '../../../src/layout/table/joined-backgrounds.ts';

const red = { red: 255, green: 0, blue: 0, alpha: 1 };
const blue = { red: 0, green: 0, blue: 255, alpha: 1 };
const corner = { width: 4, height: 4 };
const none: BorderSide = { width: 0, style: 'none', color: red };
const rule: BorderSide = { width: 1, style: 'solid', color: red };
const ruled = (
  sides: Partial<NonNullable<Decoration['border']>> = { bottom: rule },
): Decoration => ({
  background: null,
  border: { top: none, right: none, bottom: none, left: none, ...sides },
  radii: null,
});
const spans = (...decorations: readonly Decoration[]): readonly (readonly [number, number])[] =>
  joinedBackgrounds(
    decorations.map((decoration, index) => ({ x: index * 10, width: 10, decoration })),
    20,
  ).map(({ x, mark }) => [x, mark.width]);

describe('backgrounds of cells side by side', () => {
  test('are one where they look alike, each by an object of its own', () => {
    expect(spans(ruled(), ruled(), ruled())).toEqual([[0, 30]]);
  });
  test('are one from right to left as well', () => {
    const cells = [20, 10, 0].map((x) => ({ x, width: 10, decoration: ruled() }));
    expect(joinedBackgrounds(cells, 20)).toMatchObject([{ x: 0, y: 0, mark: { width: 30 } }]);
  });
  test.each<[string, Decoration]>([
    ['another colour', ruled({ bottom: { ...rule, color: blue } })],
    ['another thickness', ruled({ bottom: { ...rule, width: 2 } })],
    ['another background', { ...ruled(), background: blue }],
  ])('are two with %s', (_, other) => {
    expect(spans(ruled(), other)).toEqual([
      [0, 10],
      [10, 10],
    ]);
  });
  test.each<[string, Decoration]>([
    ['a side between them', ruled({ bottom: rule, left: rule })],
    ['dashes, which begin anew in each', ruled({ bottom: { ...rule, style: 'dashed' } })],
    ['two strokes', ruled({ bottom: { ...rule, style: 'double' } })],
    ['round corners', { ...ruled(), radii: [corner, corner, corner, corner] }],
  ])('are two, though alike, with %s', (_, each) => {
    expect(spans(each, each)).toHaveLength(2);
  });
  test('are two where room is between them', () => {
    const cells = [0, 12].map((x) => ({ x, width: 10, decoration: ruled() }));
    expect(joinedBackgrounds(cells, 20)).toHaveLength(2);
  });
});
