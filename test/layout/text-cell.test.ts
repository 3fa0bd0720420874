import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CellBox } from '../../src/box/box.ts';
import { cell, layTree, row, table, treeOf } from './build-tree.ts';
import { flow, px, source, styled, tag, type Changes } from './inline/flow.ts';

const inherited = fc.constantFrom<Changes>(
  {},
  { textAlign: 'justify' },
  { textAlign: 'right', whiteSpace: 'nowrap' },
  { direction: 'rtl' },
  { textIndent: px(15), orphans: 3, widows: 1 },
  { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
);
const own = fc.constantFrom<Changes>(
  {},
  { width: px(40) },
  { height: px(50), verticalAlign: 'bottom' },
  { height: { px: 0, percent: 1 }, emptyCells: 'hide' },
  { position: 'relative', verticalAlign: 'baseline' },
);
const words = fc.constantFrom(
  'a',
  'some words',
  'a\nb',
  'שלום',
  'looooooooong word',
  '\uE000',
  '  ',
);
const written = fc.tuple(words, inherited, own);
type Written = readonly [string, Changes, Changes];

const filledCell = ([text, changes, more]: Written): CellBox =>
  cell({ ...changes, ...more }, flow(changes, text));

function textCell(one: Written): CellBox {
  const [text, changes] = one;
  const { style, columnSpan, rowSpan, amount } = filledCell(one);
  const spans = { columnSpan, rowSpan, amount };
  const of = { text, textStyle: styled(changes), textSource: source };
  return { kind: 'cell', style, tag, source, ...spans, ...of };
}

it('sets a text in a cell as it sets the same text in an anonymous block in one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(written, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      fc.constantFrom<Changes>({}, { borderCollapse: 'collapse' }, { width: px(90) }),
      fc.boolean(),
      (rows, changes, isFixed) => {
        const fixed: Changes = isFixed ? { tableLayout: 'fixed', width: px(120) } : {};
        const laid = (cellOf: (one: Written) => CellBox) => {
          const made = rows.map((cells) => row({}, ...cells.map(cellOf)));
          const tree = treeOf([table({ ...changes, ...fixed }, ...made)]);
          const { flow, warnings } = layTree(tree);
          // Each document has faces of its own, which differ as functions do.
          return JSON.stringify({ root: flow.root, warnings }, null, 1);
        };
        expect(laid(textCell)).toBe(laid(filledCell));
      },
    ),
    { numRuns: 200 },
  );
});
