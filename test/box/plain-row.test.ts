import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CellBox } from '../../src/box/box.ts';
import { treeOf, warningsOf } from './boxes-of.ts';
import { filled } from './print-tree.ts';

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

/** Rules for generated content make every row go the long way. */
const LONG_WAY = 'i::before { content: "x" }';

/** Boxes as the long way makes them: text cells filled. */
function longForm(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(longForm);
  if (typeof part !== 'object' || part === null || !('kind' in part)) return part;
  const whole = part.kind === 'cell' ? filled(part as CellBox) : part;
  return Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, longForm(value)]));
}

it('gives what the long way would', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const page = (css: string): string => `<style>${css}</style><table>${rows.join('')}</table>`;
      const [short, long] = [
        page(`${CSS} ${' '.repeat(LONG_WAY.length)}`),
        page(`${CSS} ${LONG_WAY}`),
      ];
      expect(longForm(treeOf(short).root)).toEqual(treeOf(long).root);
      expect(warningsOf(short)).toEqual(warningsOf(long));
    }),
    { numRuns: 120 },
  );
});
