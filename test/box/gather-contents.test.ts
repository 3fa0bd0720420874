import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boxesOf } from './boxes-of.ts';

const space = fc.constantFrom('', ' ', '\n', ' \n ');
const leaf = fc.constantFrom(
  ...['word', ' two words ', '<b>bold</b>', '<b> </b>', '<br>', '<!-- -->', '<i></i>'],
  ...['<p>paragraph</p>', '<p> </p>', '<td>cell</td>', '<tr><td>row</tr>'],
  ...['<b class="out">out</b>', '<p class="out">out</p>', '<p class="gone">gone</p>'],
);
const CLASSES = [
  '',
  'flex',
  'grid',
  'table',
  'rows',
  'row',
  'cell',
  'inline',
  'atom',
  'pass',
  'pre',
];

function within(inner: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const content = fc.array(fc.tuple(space, inner), { maxLength: 4 });
  return fc
    .tuple(fc.constantFrom(...CLASSES), content, space)
    .map(([name, each, end]) => `<div class="${name}">${each.flat().join('')}${end}</div>`);
}

const tree = within(fc.oneof(leaf, leaf, within(fc.oneof(leaf, leaf, within(leaf)))));

const CSS =
  'td { display: table-cell } tr { display: table-row } .out { position: absolute } .gone { display: none } .flex { display: flex } .grid { display: grid } .table { display: table } .rows { display: table-row-group } .row { display: table-row } .cell { display: table-cell } .inline { display: inline } .atom { display: inline-block } .pass { display: contents } .pre { white-space: pre }';

/** Where there are rules for generated content, no space is dropped before boxes are made around what is left. */
const KEEPING = 'em::before { content: "x" }';

it('drops no white space that boxes would show', () => {
  fc.assert(
    fc.property(tree, (content) => {
      const page = (css: string): string => `<style>${css}</style>${content}`;
      const padded = `${CSS} ${' '.repeat(KEEPING.length)}`;
      expect(boxesOf(page(padded))).toBe(boxesOf(page(`${CSS} ${KEEPING}`)));
    }),
    { numRuns: 250 },
  );
});
