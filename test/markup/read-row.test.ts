import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Element, Node } from '../../src/markup/element.ts';
import { parseMarkup } from '../../src/markup/parse-markup.ts';
import { PatternedRow } from '../../src/markup/patterned-row.ts';
import type { World } from '../../src/world.ts';
import { byTokens, whole } from './by-tokens.ts';

function rootOf(
  html: string,
  memo: World['memo'] = nothingKept,
): { readonly root: Element; readonly warnings: unknown } {
  const outcome = parseMarkup({ kind: 'markup', html, file: 'a.html', memo });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return { root: outcome.value.root, warnings: outcome.warnings };
}

const nothingKept: World['memo'] = (_, make) => make();

/** What the pages of one template share. */
function templateMemo(): World['memo'] {
  const kept = new Map<string, unknown>();
  return <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as T;
  };
}

function patternedIn(node: Node): number {
  if (node.kind === 'text') return 0;
  if (node instanceof PatternedRow) return 1;
  const { content } = node;
  return typeof content === 'string'
    ? 0
    : content.reduce((sum, each) => sum + patternedIn(each), 0);
}

const plain = fc.constantFrom('a', 'b b', '1,234.50');
const strange = fc.constantFrom(
  ...['a', 'b b', ' ', '\n', '', '1,234.50', '"', "'", '=', 'é', '−1'],
  ...['&amp;', 'a &lt; b', '&', '<b>c</b>', '<br>', '1 < 2', '<!-- c -->', 'a<!-- c -->', '<td>'],
);
const text = fc.oneof({ arbitrary: plain, weight: 4 }, strange);
const value = fc.constantFrom(
  '1',
  '2',
  '3',
  '4',
  '2.50',
  '',
  '>',
  '<',
  '&quot;',
  'a b',
  '=',
  "'",
  'a="1',
  '<td>',
);
const usual = fc.constantFrom(
  ...['<td>', '<th scope="row">', '<td class="a" data-total="x" data-amount="V">'],
);
const unusual = fc.constantFrom(
  ...['<td>', '<th scope="row">', '<td class="a">', '<td class="V">', '<td data-x="V">'],
  ...['<td class="a" data-total="x" data-amount="V">', '<td data-amount="V" data-total="V">'],
  ...['<td data-x="V" data-x="V">', '<td data-x="1" data-x="V">', '<td DATA-X="V">'],
  ...['<td data-x=V>', "<td data-x='V'>", '<td data-x="V" >', '<td data-x="V" hidden>'],
  ...['<td align="left">', '<td onclick="V">', '<td data-x="V" title="data-x=">'],
);
const tag = fc.oneof({ arbitrary: usual, weight: 2 }, unusual);
const cell = fc.tuple(tag, fc.constantFrom('</td>', '</td>', '</td>', '</th>', ''));
const row = fc.record({
  start: fc.constantFrom('<tr>', '<tr>', '<tr>', '<tr class="a">', '<tr align="left">', '<TR>'),
  cells: fc.array(cell, { minLength: 1, maxLength: 3 }),
  space: fc.constantFrom('', '\n', ' stray '),
  end: fc.constantFrom('</tr>', '</tr>', '</tr>', '', '</tr >'),
});
const filling = fc.array(fc.tuple(text, value), { minLength: 3, maxLength: 3 });
const written = fc
  .tuple(row, fc.array(filling, { minLength: 1, maxLength: 6 }))
  .map(([{ start, cells, space, end }, fillings]) =>
    fillings.map((each) => {
      const inner = cells.map(([open, close], index) => {
        const [words = '', data = ''] = each[index] ?? [];
        return open.replaceAll('V', data) + words + close;
      });
      return start + inner.join(space) + space + end;
    }),
  );
const around = fc.constantFrom(
  ...['<table>ROWS</table>', '<table><tbody>ROWS</tbody></table>', '<table><thead>ROWS'],
  ...['ROWS', '<svg><tbody>ROWS</tbody></svg>', '<table><tbody>ROWS</tbody><tfoot>ROWS</table>'],
);

it('reads rows that are written alike as the tokenizer would', () => {
  let patterned = 0;
  fc.assert(
    fc.property(around, fc.array(written, { maxLength: 3 }), (place, rows) => {
      const html = place.replaceAll('ROWS', () => rows.flat().join('\n'));
      const { root, warnings } = rootOf(html);
      patterned += patternedIn(root);
      expect({ root: whole(root), warnings }).toEqual(byTokens(html));
    }),
    { numRuns: 3000 },
  );
  expect(patterned).toBeGreaterThan(1000);
});

it('reads the rows of many pages as the tokenizer would, with the patterns of those before', () => {
  let patterned = 0;
  const page = fc.tuple(around, fc.array(written, { maxLength: 2 }));
  fc.assert(
    fc.property(fc.array(page, { minLength: 2, maxLength: 4 }), (pages) => {
      const memo = templateMemo();
      for (const [place, rows] of pages) {
        const html = place.replaceAll('ROWS', () => rows.flat().join('\n'));
        const { root, warnings } = rootOf(html, memo);
        patterned += patternedIn(root);
        expect({ root: whole(root), warnings }).toEqual(byTokens(html));
      }
    }),
    { numRuns: 1000 },
  );
  expect(patterned).toBeGreaterThan(300);
});

it('finds the first row of a page that is written like one of another page', () => {
  const memo = templateMemo();
  const pageOf = (text: string) => `<table><tbody><tr><td>${text}</td></tr></tbody></table>`;
  expect(patternedIn(rootOf(pageOf('1'), memo).root)).toBe(0);
  expect(patternedIn(rootOf(pageOf('2'), memo).root)).toBe(1);
});

it.each([
  ['in a picture', (row: string) => `<svg><tbody>${row}</tbody></svg>`],
  [
    'behind more warnings than are kept',
    (row: string) => `${'<p align="left">'.repeat(1000)}<table><tbody>${row}</tbody></table>`,
  ],
])('warns of a row though the same was not warned of %s', (_, around) => {
  const memo = templateMemo();
  const row = '<tr align="left"><td>1</td></tr>';
  rootOf(around(row), memo);
  const { warnings } = rootOf(`<table><tbody>${row}</tbody></table>`, memo);
  expect(warnings).toMatchObject([{ message: 'the attribute align is not supported' }]);
});

it.each([
  ['an attribute that comes twice', (value: string) => `data-x="1" data-x="${value}"`],
  ['the same, written otherwise', (value: string) => `DATA-X="1" data-x="${value}"`],
])('takes no value of %s', (_, attribute) => {
  const rows = ['1', '2', '3'].map((each) => `<tr><td ${attribute(each)}>a</td></tr>`);
  const html = `<table><tbody>${rows.join('')}</tbody></table>`;
  const { root, warnings } = rootOf(html);
  expect({ root: whole(root), warnings }).toEqual(byTokens(html));
});

it('reads a row again after its nodes were let go of', () => {
  const rows = ['1', '2'].map((each) => `<tr><td data-x="${each}">${each}</td></tr>`);
  const { root } = rootOf(`<table><tbody>${rows.join('')}</tbody></table>`);
  const find = (node: Node): PatternedRow | undefined =>
    node.kind === 'text' || typeof node.content === 'string'
      ? undefined
      : node instanceof PatternedRow
        ? node
        : node.content.map(find).find((each) => each !== undefined);
  const row = find(root);
  const before = row && whole(row);
  row?.letGo();
  expect(row && whole(row)).toEqual(before);
  expect(before).toMatchObject({ content: [{ content: '2', attributes: { 'data-x': '2' } }] });
});
