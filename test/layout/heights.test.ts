import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/box/box.ts';
import type { Item } from '../../src/layout/item.ts';
import {
  block,
  border,
  cell,
  flex,
  grid,
  group,
  itemsOf,
  lay,
  percent,
  px,
  row,
  table,
  textsOf,
  type CellExtras,
  type Changes,
} from './build-tree.ts';

const small = fc.integer({ min: -12, max: 20 }).map(px);
const length = fc.integer({ min: 0, max: 20 }).map(px);

/** Anything that changes the place of boxes. */
const changes: fc.Arbitrary<Changes> = fc.record(
  {
    marginTop: small,
    marginBottom: small,
    marginLeft: fc.oneof(length, fc.constant('auto' as const)),
    paddingTop: length,
    paddingBottom: length,
    paddingLeft: length,
    width: fc.oneof(length, fc.constant(percent(60)), fc.constant('auto' as const)),
    height: fc.oneof(length, fc.constant('auto' as const)),
    minHeight: length,
    overflow: fc.constantFrom('visible', 'hidden'),
    breakBefore: fc.constantFrom('auto', 'page', 'avoid'),
    breakAfter: fc.constantFrom('auto', 'page'),
    position: fc.constantFrom('static', 'relative', 'absolute'),
    top: fc.oneof(small, fc.constant('auto' as const)),
    flexGrow: fc.constantFrom(0, 1),
    alignSelf: fc.constantFrom('auto', 'center', 'baseline'),
    verticalAlign: fc.constantFrom('top', 'middle', 'baseline'),
  },
  { requiredKeys: [] },
);

const containerChanges: fc.Arbitrary<Changes> = fc.record(
  {
    flexDirection: fc.constantFrom('row', 'column', 'row-reverse', 'column-reverse'),
    flexWrap: fc.constantFrom('nowrap', 'wrap', 'wrap-reverse'),
    rowGap: length,
    columnGap: length,
    borderCollapse: fc.constantFrom('collapse', 'separate'),
    borderSpacing: fc.constantFrom({ x: 0, y: 0 }, { x: 3, y: 2 }),
  },
  { requiredKeys: [] },
);

const spans: fc.Arbitrary<CellExtras> = fc.record({
  columnSpan: fc.constantFrom(1, 1, 2, 3),
  rowSpan: fc.constantFrom(1, 1, 2, 3),
});

const words = fc.integer({ min: 1, max: 5 }).map((count) => Array(count).fill('wo').join(' '));

const { box } = fc.letrec<{ box: Box; children: readonly (Box | string)[] }>((tie) => ({
  children: fc.array(fc.oneof({ withCrossShrink: true, maxDepth: 3 }, words, tie('box')), {
    maxLength: 3,
  }),
  box: fc
    .tuple(
      fc.constantFrom('block', 'flex', 'grid', 'table', 'table'),
      changes,
      containerChanges,
      fc.array(fc.tuple(tie('children'), changes, spans), { maxLength: 4 }),
    )
    .map(([kind, own, container, parts]) => {
      const all = { ...own, ...container };
      const flat = parts.flatMap(([children]) => children);
      if (kind === 'flex') return flex(all, ...flat);
      if (kind === 'grid') return grid(all, ...flat);
      if (kind === 'block') return block(own, ...flat);
      const rows = parts.map(([children, style, extras], index) =>
        row(
          index % 2 ? border(2) : {},
          cell({ ...style, ...extras, position: 'static' }, ...children),
          cell(index === 1 ? border(4) : {}, 'c'),
        ),
      );
      return table(all, group('head', {}, ...rows.slice(0, 1)), ...rows.slice(1));
    }),
}));

function near(one: number, other: number): void {
  if (Math.abs(one - other) >= 0.02) expect(one).toBe(other);
}

function checkHeight(item: Item): void {
  if (item.kind === 'leaf') return;
  if (item.kind === 'row') {
    const bottoms = item.cells.map((each) => each.y + each.item.height);
    near(item.height, Math.max(...bottoms));
    return;
  }
  if (item.kind === 'flat-row') {
    for (const { y, mark } of item.marks())
      expect(y + mark.height).toBeLessThan(item.height + 0.02);
    return;
  }
  const inner = item.children.reduce((sum, each) => sum + each.gap + each.item.height, 0);
  near(item.height, item.top + inner + item.slack + (item.foot?.height ?? 0) + item.bottom);
}

function countWords(boxes: readonly (Box | string)[]): number {
  const text = JSON.stringify(boxes);
  return text
    .split('"text":"')
    .slice(1)
    .flatMap((rest) => (rest.split('"')[0] ?? '').split(' ')).length;
}

describe('every measured document', () => {
  it('has heights that add up and finite places', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 3 }), (boxes) => {
        for (const { x, y, item } of itemsOf(lay(...boxes).root)) {
          checkHeight(item);
          const isFinite = [x, y, item.width, item.height].every(Number.isFinite);
          if (!isFinite || item.width < 0)
            throw new Error(`${item.name} at ${String(x)},${String(y)}`);
        }
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('has every word once', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 3 }), (boxes) => {
        const found = textsOf(lay(...boxes)).flatMap((text) =>
          text
            .replace(/ [^ ]*$/, '')
            .trim()
            .split(' '),
        );
        expect(found.filter((word) => word !== '')).toHaveLength(countWords(boxes));
      }),
      { numRuns: 100, seed: 2 },
    );
  });
});
