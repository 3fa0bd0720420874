import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlacedItem } from '../../src/paginate/page.ts';
import { layOutPage } from './lay-out-page.ts';

const style = fc.constantFrom(
  ...['', 'background: #eee', 'border-bottom: 1px solid red', 'padding: 3px 5px', 'height: 40px'],
  ...['vertical-align: middle', 'vertical-align: bottom', 'font-size: 20px', 'text-align: right'],
  ...['opacity: 0.5', 'position: relative; z-index: 1', 'overflow: hidden', 'direction: rtl'],
);
const cell = fc
  .tuple(style, style, fc.constantFrom('', 'a', 'two words', '1,234.50', 'a<br>b', '<b>bold</b>'))
  .map(([one, other, content]) => `<td style="${one};${other}">${content}</td>`);
const row = fc
  .tuple(style, fc.array(cell, { maxLength: 4 }))
  .map(([own, cells]) => `<tr style="${own}">${cells.join('')}</tr>`);

/** A box out of flow that paints nothing: with it, each cell of a row has an item of its own. */
const OUT_OF_FLOW = '<span style="position: absolute; top: 0"></span>';

/** Places to a thousandth: sums of the same numbers in another order differ in their last digits. */
function placed(html: string): unknown {
  const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;
  return layOutPage(html).pages.map(({ items }) =>
    items.map(({ x, y, mark, original, group }: PlacedItem) => {
      const words = mark.kind === 'text' ? mark.text : mark;
      return { x: round(x), y: round(y), kind: mark.kind, words, original, group };
    }),
  );
}

test('rows without items for their cells are placed as those with them, on pages that each row fits on', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        '',
        'border-collapse: collapse',
        'border-spacing: 4px',
        'break-inside: avoid',
      ),
      fc.constantFrom(140, 200, 800),
      (rows, table, height) => {
        const page = (more: string): string =>
          `<style>@page { size: 300px ${height}px; margin: 10px }</style>
           <table style="${table}"><thead><tr><th>Head</th></tr></thead>${rows.join('')}</table><p style="position: relative">after${more}</p>`;
        expect(placed(page(''))).toEqual(placed(page(OUT_OF_FLOW)));
      },
    ),
    { numRuns: 150 },
  );
});
