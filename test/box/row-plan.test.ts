import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { RowBox } from '../../src/box/box.ts';
import { buildBoxes } from '../../src/box/build-boxes.ts';
import { RereadRow } from '../../src/box/reread-row.ts';
import { parseMarkup } from '../../src/markup/parse-markup.ts';
import type { World } from '../../src/world.ts';
import { worldOf } from '../style/style-of.ts';
import { treeOf, warningsOf } from './boxes-of.ts';
import { longForm, LONG_WAY } from './long-form.ts';

/** Cells of which `W` is a text and `A` an amount that differ from row to row. */
const cell = fc.constantFrom(
  ...['<td>W</td>', '<td>W</td>', '<th scope="row">W</th>', '<td class="a">W</td>', '<td></td>'],
  ...['<td data-total="x" data-amount="A">W</td>', '<td data-total="x" data-amount="A">W</td>'],
  ...['<td data-amount="A">W</td>', '<td data-amount="1" data-total="A">W</td>', '<th>W</th>'],
  ...['<td data-amount="1" data-total="x">W</td>', '<td data-amount="x" data-total="x">W</td>'],
  ...['<td data-amount="1" class="a">W</td>', '<td data-x="A" class="A">W</td>'],
  ...['<td data-x="A">W</td>', '<td role="none">W</td>', '<td lang="de">W</td>'],
  ...['<td id="n">W</td>', '<td headers="n">W</td>', '<td colspan="2">W</td>'],
  ...['<td rowspan="2">W</td>', '<td class="b">W</td>', '<td class="c">W</td>'],
  ...['<td style="margin: var(--none)">W</td>', '<td aria-hidden="true">W</td>'],
);
const filling = fc.tuple(
  fc.constantFrom('word', 'other', 'third', ' '),
  fc.constantFrom('1.50', '2', ' 3 ', '4.', 'x'),
);
const rows = fc
  .tuple(
    fc.constantFrom(
      '<tr>',
      '<tr>',
      '<tr class="a">',
      '<tr role="none">',
      '<tr aria-hidden="true">',
    ),
    fc.array(cell, { minLength: 1, maxLength: 3 }),
    fc.array(filling, { minLength: 4, maxLength: 7 }),
  )
  .map(([start, cells, fillings]) =>
    fillings
      .map(([text, amount]) =>
        cells.join('\n').replaceAll('W', text).replaceAll('"A"', `"${amount}"`),
      )
      .map((inner) => `${start}${inner}</tr>`),
  );
/** What rules ask of cells by where they stand, by what is in them, and by their values. */
const rule = fc.constantFrom(
  ...['', '', 'td:nth-child(2) { color: red }', 'tr:nth-child(even) td { color: red }'],
  ...['[data-amount="2"] { color: red }', '[data-amount] { color: red }'],
  ...['[data-x="2"] { color: red }', 'tr:last-child td { color: red }', 'th + td { color: red }'],
);
const group = fc.constantFrom('tbody', 'tbody', 'thead');

const CSS = '.a { white-space: pre } td.b { unicode-bidi: plaintext } .c { display: block }';

/** A page, and the same page of which every row goes the long way. */
function bothWays(table: string, css: string): readonly [string, string] {
  const page = (more: string): string => `<style>${CSS} ${css} ${more}</style>${table}`;
  return [page(' '.repeat(LONG_WAY.length)), page(LONG_WAY)];
}

/** The boxes of a page and what was said of it, in a world that knows the rows of the pages before. */
function builtIn(world: World, html: string): { tree: unknown; said: readonly string[] } {
  const { memo } = world;
  const markup = parseMarkup({ kind: 'markup', html, file: 'page.html', memo });
  if (!markup.ok) throw new Error(JSON.stringify(markup.failures));
  const outcome = buildBoxes(markup.value, world);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  const said = outcome.warnings.map(({ place, message }) => `${place} ${message}`);
  return { tree: longForm(outcome.value.root), said };
}

it('gives rows of a later page what the long way would', () => {
  fc.assert(
    fc.property(group, rows, rows, rule, (part, first, others, css) => {
      const table = (lines: readonly string[]): string =>
        `<table><${part}>${lines.join('\n')}</${part}></table>`;
      const world = worldOf();
      builtIn(world, bothWays(table(first), css)[0]);
      for (const lines of [first.toReversed(), others]) {
        const [short, long] = bothWays(table(lines), css);
        expect(builtIn(world, short)).toEqual(builtIn(worldOf(), long));
      }
    }),
    { numRuns: 120 },
  );
});

test('each page that asks for a missing font says so', () => {
  const world = worldOf();
  const page = (word: string): string =>
    `<style>td { font-family: Nowhere }</style><table><tbody>${`<tr><td>${word}</td></tr>`.repeat(3)}</tbody></table>`;
  const [one, other] = [builtIn(world, page('one')), builtIn(world, page('two'))];
  expect(one.said).toEqual(['page.html:1:61 there is no font "Nowhere"']);
  expect(other.said).toEqual(one.said);
});

it('gives rows of one pattern what the long way would', () => {
  fc.assert(
    fc.property(group, rows, rows, rule, (part, first, others, css) => {
      const inner = [...first, ...others].join('\n');
      const [short, long] = bothWays(`<table><${part}>${inner}</${part}></table>`, css);
      expect(longForm(treeOf(short).root)).toEqual(longForm(treeOf(long).root));
      expect(warningsOf(short)).toEqual(warningsOf(long));
    }),
    { numRuns: 120 },
  );
});

it.each(['aria-hidden="true"', 'role="presentation"', 'lang="de"'])(
  'tags the rows of a table that is %s as the long way would',
  (attribute) => {
    const table = (more: string): string => {
      const written = [1, 2, 3, 4].map((value) => `<tr><th>a</th><td>${value}</td></tr>`);
      return `<div ${more}><table ${more}><tbody>${written.join('')}</tbody></table></div>`;
    };
    const [short, long] = bothWays(table('') + table(attribute) + table(''), '');
    expect(longForm(treeOf(short).root)).toEqual(longForm(treeOf(long).root));
  },
);

function rowsOf(html: string): readonly RowBox[] {
  const [body] = treeOf(html).root.children;
  const [table] = body?.kind === 'block' ? body.children : [];
  return table?.kind === 'table' ? table.groups.flatMap((each) => each.rows) : [];
}

it.each(['[data-x="2"]', 'td:nth-child(2)', 'tr:nth-child(even) td', 'td + td'])(
  'asks %s of each cell',
  (selector) => {
    const written = [1, 2, 3, 2, 1].map(
      (value) => `<tr><td>a</td><td data-x="${value}">b</td></tr>`,
    );
    const [short, long] = bothWays(
      `<table>${written.join('')}</table>`,
      `${selector} { color: red }`,
    );
    expect(longForm(treeOf(short).root)).toEqual(longForm(treeOf(long).root));
  },
);

it('gives the rows of a very long table as it gives those of others', () => {
  const written = Array.from({ length: 10_001 }, (_, index) => {
    const amount = `<td data-total="x" data-amount="${index}.50">${index}</td>`;
    return `<tr><th>word ${index}</th>${amount}<td role="none">x</td><td></td></tr>`;
  });
  const [short, long] = bothWays(`<table>${written.join('\n')}</table>`, '');
  const [read, made] = [rowsOf(short), rowsOf(long)];
  expect(read.filter((row) => row instanceof RereadRow).length).toBeGreaterThan(9990);
  expect(read.slice(-20).map(longForm)).toEqual(made.slice(-20).map(longForm));
  const orders = (row: RowBox): readonly number[] => row.cells.map(({ tag }) => tag.order);
  expect(read.map(orders)).toEqual(made.map(orders));
  const amounts = (row: RowBox): unknown => row.cells.flatMap(({ amount }) => amount ?? []);
  expect(read.map((row) => row.amounts ?? amounts(row))).toEqual(made.map(amounts));
});
