import { expect, test } from 'vitest';
import { parseSheet } from '../../src/style/parse-sheet.ts';

const sheet = (condition: string) =>
  parseSheet({
    css: `@supports ${condition} { p { color: red } }`,
    source: { file: 'page.css', line: 1, column: 1 },
  });

test.each([
  ['(display: grid)', 1],
  ['(display: nonsense)', 0],
  ['(float: left)', 0],
  ['not (float: left)', 1],
  ['(display: grid) and (not (float: left))', 1],
  ['(display: flex) and (float: left)', 0],
  ['(float: left) or (color: red)', 1],
  ['((float: left) or (float: right)) or (margin-inline: 1px)', 1],
  ['(--own: 1)', 1],
  ['(width: calc(1px + 2em))', 1],
])('@supports %s lets %i rules through', (condition, count) => {
  const { rules, warnings } = sheet(condition);
  expect(rules).toHaveLength(count);
  expect(warnings).toEqual([]);
});

test.each(['selector(a > b)', '(display: grid) and (a: b) or (c: d)', 'display: grid'])(
  '@supports %s cannot be read',
  (condition) => {
    const { rules, warnings } = sheet(condition);
    expect(rules).toEqual([]);
    expect(warnings).toMatchObject([{ place: 'page.css:1:1' }]);
  },
);
