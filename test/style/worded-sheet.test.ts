import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { parseSheet } from '../../src/style/parse-sheet.ts';
import { createSheetMemory } from '../../src/style/sheet-memory.ts';
import type { Sheet } from '../../src/style/sheet.ts';
import { splitSheet } from '../../src/style/split-sheet.ts';
import { wordedStatements, type Statement } from '../../src/style/worded-sheet.ts';

const source = { file: 'page.html', line: 3, column: 8 };

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '',
    'INV-1',
    '\\a ',
    "it's",
    '(',
    '/*',
    '*/',
    'a\nb',
    '\ue0000',
    'url(x)',
    '\ufeff',
  ),
);
const value = fc.array(
  fc.oneof(
    words.map((text) => `"${text}"`),
    words.map((text) => `"${text}"`),
    fc.constantFrom('counter(page)', 'counter(pages)', "'x'", 'none', 'x', '/* " */'),
  ),
  { minLength: 1, maxLength: 3 },
);
const space = fc.constantFrom('\n', '\n', '\n', ' ', '\r\n');
const declaration = fc
  .tuple(
    fc.constantFrom(
      'content',
      'content',
      'content',
      'font-family',
      'color',
      'quotes',
      '--x',
      'size',
    ),
    value,
    space,
  )
  .map(([name, pieces, end]) => `${name}: ${pieces.join(' ')};${end}`);
const box = fc
  .tuple(
    fc.constantFrom('@top-left', '@bottom-right', '@bottom-right', '@left', 'p'),
    fc.array(declaration, { maxLength: 3 }),
    space,
  )
  .map(([name, inner, end]) => `${name} {\n${inner.join('')}}${end}`);
const rule = fc
  .tuple(
    fc.constantFrom('@page', '@page', '@page', '\n@page :first', '@page "x"', '@media "x"', 'p'),
    fc.array(fc.oneof(declaration, box, box), { maxLength: 4 }),
  )
  .map(([name, inner]) => `${name} {\n${inner.join('')}}`);

/** What functions a sheet holds is not compared: they have no words. */
const plain = (sheets: readonly object[]): unknown => JSON.parse(JSON.stringify(sheets));

/** All that the sheets of a text say together. */
const said = (sheets: readonly Sheet[]): unknown => ({
  rules: plain(sheets.flatMap(({ rules }) => rules)),
  pages: plain(sheets.flatMap(({ pages }) => pages)),
  warnings: plain(sheets.flatMap(({ warnings }) => warnings)),
});

const statementsOf = (css: string, memory = createSheetMemory()): readonly Statement[] =>
  wordedStatements({ css, source }, memory);

it('gives what the text says that is read by itself, whatever was read before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(rule, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
      words,
      words,
      (sheets, one, other) => {
        const memory = createSheetMemory();
        const texts = sheets.map((rules) => rules.join(''));
        for (const css of texts.flatMap((each) => [
          each,
          each.replaceAll(`"${one}"`, `"${other}"`),
        ])) {
          const statements = statementsOf(css, memory);
          const read = statements.map(({ text, sheet }) => sheet ?? parseSheet(text));
          const alone = splitSheet({ css, source }).map((text) => parseSheet(text));
          expect(said(read)).toEqual(said(alone));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

const numbered = (number: string): string =>
  `\n:root { color: red }\n@page {\n  size: A4;\n  @bottom-right {\n    content: "${number}" "\\a " "Page " counter(page) "";\n  }\n}`;

test('documents that differ in their words share what is read', () => {
  const memory = createSheetMemory();
  const [one = [], other = []] = ['INV-1', 'INV-20250930-7'].map((number) =>
    statementsOf(numbered(number), memory),
  );
  expect(one[0]?.text).toBe(other[0]?.text);
  expect(one[1]?.sheet?.pages[0]?.block).toBe(other[1]?.sheet?.pages[0]?.block);
  expect(other[1]?.sheet?.pages[0]?.boxes[0]?.content?.[0]).toEqual({
    kind: 'string',
    text: 'INV-20250930-7',
  });
});

test.each([
  ['other rules than those of pages', '@page {\n}\np { content: "x" }'],
  ['a string that is no word of a margin box', '@page { @top-left { font-family: "x"; } }'],
  ['a string that does not win', '@page { @top-left {\ncontent: "x";\ncontent: "y";\n} }'],
  ['a declaration behind a string', '@page { @top-left { content: "x"; color: red } }'],
  ['a selector behind a string', '@page { @top-left { content: "x"; } } p,\nq { color: red }'],
  ['a mistake', '@page { colour: red;\n@top-left { content: "x";\n} }'],
])('leaves %s alone', (_, css) => {
  const statements = statementsOf(css);
  expect(statements.map(({ sheet }) => sheet)).toEqual(statements.map(() => null));
  expect(statements.map(({ text }) => text.css).join('')).toBe(css);
});

test('a text without words is read as any other', () => {
  const css = '@page { margin: 1cm }';
  expect(statementsOf(css)).toEqual([{ text: { css, source }, sheet: null }]);
});
