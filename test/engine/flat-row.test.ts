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
  .tuple(
    style,
    style,
    fc.constantFrom(
      '',
      'a',
      'two words',
      '1,234.50',
      'a<br>b',
      '<b>bold</b>',
      'words that <i>need</i> more lines than one',
    ),
  )
  .map(([one, other, content]) => `<td style="${one};${other}">${content}</td>`);
const row = fc
  .tuple(style, fc.array(cell, { maxLength: 4 }))
  .map(([own, cells]) => `<tr style="${own}">${cells.join('')}</tr>`);

/** A box out of flow that paints nothing: with it, each cell of a row has an item of its own. */
const OUT_OF_FLOW = '<span style="position: absolute; top: 0"></span>';

/** Sums of the same numbers in another order differ in their last digits. */
const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/** Words in their order, and what lies behind them: boxes side by side that look like one are one. */
function placed(html: string): unknown {
  return layOutPage(html).pages.map(({ items }) => ({
    words: items.filter(({ mark }) => mark.kind !== 'rect').map(wordsOf),
    boxes: joined(items.flatMap(stripsOf)),
  }));
}

function wordsOf({ x, y, mark, original, group }: PlacedItem): unknown {
  const words = mark.kind === 'text' ? mark.text : mark;
  return { x: round(x), y: round(y), words, original, group };
}

/** What is filled with one colour, from left to right at one height. */
interface Strip {
  readonly from: number;
  readonly to: number;
  readonly rest: string;
}

function stripsOf({ x, y, mark, original, group }: PlacedItem): readonly Strip[] {
  if (mark.kind !== 'rect') return [];
  const { decoration, width, height } = mark;
  const strip = (name: string, paint: unknown): Strip => ({
    from: round(x),
    to: round(x + width),
    rest: JSON.stringify([name, round(y), round(height), paint, original, group]),
  });
  const { background, border, radii } = decoration;
  if (border !== null && border.left.width + border.right.width > 0)
    return [strip('whole', [decoration, round(x), round(width)])];
  return [
    ...(background === null ? [] : [strip('background', [background, radii])]),
    ...(border && border.top.width > 0 ? [strip('top', [border.top, radii])] : []),
    ...(border && border.bottom.width > 0 ? [strip('bottom', [border.bottom, radii])] : []),
  ];
}

function joined(strips: readonly Strip[]): readonly Strip[] {
  const sorted = strips.toSorted(
    (one, other) => one.rest.localeCompare(other.rest) || one.from - other.from,
  );
  const all: Strip[] = [];
  for (const strip of sorted) {
    const last = all.at(-1);
    const touches = last?.rest === strip.rest && Math.abs(last.to - strip.from) < 0.002;
    if (last && touches) all[all.length - 1] = { ...last, to: strip.to };
    else all.push(strip);
  }
  return all;
}

const table = fc.constantFrom(
  ...['', 'border-collapse: collapse', 'border-spacing: 4px', 'break-inside: avoid'],
  ...['orphans: 1; widows: 1', 'orphans: 3; widows: 4'],
);
const foot = fc.constantFrom('', '<tfoot><tr><td>Foot</td></tr></tfoot>');

const plain = (inner: string): string => inner;

/** A table within one whose head comes again as well. */
const within = (inner: string): string =>
  `<table><thead><tr><th>Outer<br>head</th></tr></thead><tr><td>${inner}</td></tr></table>`;

/** What is around the table, and the height of pages on which each row then fits. */
const around = fc.constantFrom(
  ...[300, 420, 800].map((height) => ({ wrap: plain, height })),
  ...[400, 900].map((height) => ({ wrap: within, height })),
);

test('rows without items for their cells are placed as those with them, on pages that each row fits on', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      table,
      foot,
      around,
      (rows, style, last, { wrap, height }) => {
        const inner = `<table style="${style}"><thead><tr><th>Head</th></tr></thead>${last}${rows.join('')}</table>`;
        const page = (more: string): string =>
          `<style>@page { size: 300px ${height}px; margin: 10px }</style>
           ${wrap(inner)}<p style="position: relative">after${more}</p>`;
        expect(placed(page(''))).toEqual(placed(page(OUT_OF_FLOW)));
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ['a row of six lines', plain, 6],
  ['rows of two lines beneath the heads of two tables', within, 2],
])('nothing hangs out of low pages: %s', (_, wrap, count) => {
  const lines = Array.from({ length: count }, (_line, index) => `line ${index}`).join('<br>');
  const rows = `<tr><td>${lines}</td></tr>`.repeat(3);
  const head = '<thead><tr><th>Inner<br>head</th></tr></thead>';
  const { pages } = layOutPage(
    `<style>@page { size: 300px 140px; margin: 10px }</style>${wrap(`<table>${head}${rows}</table>`)}`,
  );
  const items = pages.flatMap((page) => page.items);
  expect(items.filter(({ mark }) => mark.kind === 'text' && /^line/.test(mark.text))).toHaveLength(
    3 * count,
  );
  expect(Math.max(...items.map(({ y, mark }) => y + mark.height))).toBeLessThanOrEqual(130);
});

test.each(['auto', 'fixed'])(
  'rows of a very long table, %s, look like those of a short one',
  (layout) => {
    const styles = [
      'break-before: avoid',
      'background: #eee; padding: 3px 5px',
      'vertical-align: middle',
    ];
    const rows = styles.map(
      (own) =>
        `<tr style="${own}"><td>two words</td><td style="text-align: right; ${own}">1,234.50</td>
       <td>words that need<br>more lines than one</td><td></td></tr>`,
    );
    const first = (count: number): unknown => {
      const body = Array.from({ length: count }, (_, index) => rows[index % rows.length]).join('');
      const style = `table-layout: ${layout}; width: 100%; border-spacing: 2px`;
      const page = '<style>@page { size: 300px 800px; margin: 10px }</style>';
      return layOutPage(`${page}<table style="${style}">${body}</table>`).pages[0]?.items;
    };
    expect(first(10_001)).toEqual(first(60));
  },
);
