import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../../src/box/box.ts';
import {
  block,
  flex,
  lay,
  percent,
  px,
  rectsOf,
  seen,
  type Changes,
  type Child,
} from './build-tree.ts';

const length = fc.integer({ min: 0, max: 40 }).map(px);
const aligned = fc.constantFrom('normal', 'stretch', 'start', 'flex-end', 'center', 'end');

const container: fc.Arbitrary<Changes> = fc.record({
  width: fc.integer({ min: 40, max: 400 }).map(px),
  flexWrap: fc.constantFrom('nowrap', 'wrap'),
  columnGap: length,
  rowGap: length,
  alignItems: aligned,
  justifyContent: fc.constantFrom(
    'normal',
    'flex-start',
    'end',
    'center',
    'space-between',
    'space-around',
    'space-evenly',
  ),
});

const words = fc.constantFrom('', 'a', 'aa bbb', 'cccc', 'd-e ff');

const keyword = fc.constantFrom('min-content', 'max-content');

/** A box within an item: its widths go into the item's. */
const inner: fc.Arbitrary<Child> = fc
  .record({
    text: words,
    own: fc.record(
      {
        width: fc.oneof(length, fc.constant(percent(50)), keyword),
        minWidth: fc.oneof(length, keyword),
        maxWidth: fc.oneof(length, keyword),
        paddingLeft: length,
        marginLeft: length,
        whiteSpace: fc.constantFrom('normal', 'nowrap', 'pre-wrap'),
        position: fc.constantFrom('static', 'absolute'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ text, own }) => block({ ...seen, ...own }, ...(text === '' ? [] : [text])));

const item: fc.Arbitrary<Box> = fc
  .record({
    children: fc.array(fc.oneof(words, inner), { maxLength: 2 }),
    own: fc.record(
      {
        width: fc.oneof(length, fc.constantFrom(percent(25), percent(50), percent(100 / 3))),
        height: length,
        minWidth: length,
        minHeight: length,
        paddingLeft: length,
        paddingTop: length,
        marginLeft: length,
        marginTop: length,
        marginBottom: length,
        alignSelf: aligned,
        boxSizing: fc.constantFrom('border-box', 'content-box'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ children, own }) =>
    block({ ...seen, ...own }, ...children.filter((child) => child !== '')),
  );

/** A limit that none of these rows reaches, and that the short way knows nothing of. */
const LIMIT: Changes = { maxHeight: px(100_000) };

/** Places and sizes; the general way counts in 32-bit floats. */
const numbersOf = (box: Box): readonly number[] =>
  rectsOf(lay(box)).flatMap((rect) => rect.split(/[, ×]/).map(Number));

test('rows whose items keep their width stand as the general way puts them', () => {
  fc.assert(
    fc.property(container, fc.array(item, { minLength: 1, maxLength: 6 }), (style, items) => {
      const [short, long] = [flex(style, ...items), flex({ ...style, ...LIMIT }, ...items)];
      const [found, expected] = [numbersOf(short), numbersOf(long)];
      expect(found).toHaveLength(expected.length);
      found.forEach((number, index) => expect(number).toBeCloseTo(expected[index] ?? NaN, 1));
    }),
    { numRuns: 500 },
  );
});
