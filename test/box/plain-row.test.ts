import fc from 'fast-check';
import { expect, it } from 'vitest';
import { treeOf, warningsOf } from './boxes-of.ts';
import { longForm, LONG_WAY } from './long-form.ts';

const cell = fc
  .tuple(
    fc.constantFrom('td', 'th'),
    fc.constantFrom(
      ...[
        '',
        ' class="a"',
        ' class="b"',
        ' class="c"',
        ' colspan="2"',
        ' rowspan="0"',
        ' lang="de"',
      ],
      ...[' scope="row"', ' aria-hidden="true"', ' data-total="x" data-amount="1.50"'],
      ...[
        ' data-amount="1,5" data-total="x"',
        ' id="n"',
        ' headers="n"',
        ' style="margin: var(--none)"',
      ],
    ),
    fc.constantFrom('', ' ', 'word', ' two words ', '<b>bold</b>', 'text <br> broken', '<td>'),
  )
  .map(([name, attributes, content]) => `<${name}${attributes}>${content}</${name}>`);
const row = fc
  .tuple(
    fc.constantFrom('', ' class="a"', ' class="b"', ' class="d"'),
    fc.array(fc.oneof({ arbitrary: cell, weight: 9 }, fc.constantFrom('\n', ' stray ')), {
      maxLength: 5,
    }),
  )
  .map(([attributes, cells]) => `<tr${attributes}>${cells.join('')}</tr>`);

const CSS =
  '.a { white-space: pre; unicode-bidi: plaintext } td.b { position: absolute } .c { display: block } tr.d { position: absolute }';

it('gives what the long way would', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const page = (css: string): string => `<style>${css}</style><table>${rows.join('')}</table>`;
      const [short, long] = [
        page(`${CSS} ${' '.repeat(LONG_WAY.length)}`),
        page(`${CSS} ${LONG_WAY}`),
      ];
      expect(longForm(treeOf(short).root)).toEqual(longForm(treeOf(long).root));
      expect(warningsOf(short)).toEqual(warningsOf(long));
    }),
    { numRuns: 120 },
  );
});
