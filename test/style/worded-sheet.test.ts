import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { parseSheet } from '../../src/style/parse-sheet.ts';
import { createSheetMemory } from '../../src/style/sheet-memory.ts';
import { wordedSheet } from '../../src/style/worded-sheet.ts';

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
const plain = (sheet: object | null): unknown => JSON.parse(JSON.stringify(sheet));

it('gives what the text says that is read by itself, whatever was read before', () => {
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 4 }),
      words,
      words,
      (rules, one, other) => {
        const memory = createSheetMemory();
        for (const css of rules.flatMap((each) => [
          each,
          each.replaceAll(`"${one}"`, `"${other}"`),
        ])) {
          const sheet = wordedSheet({ css, source }, memory);
          if (sheet !== null) expect(plain(sheet)).toEqual(plain(parseSheet({ css, source })));
        }
      },
    ),
    { numRuns: 2000 },
  );
});

const numbered = (number: string): string =>
  `\n@page {\n  size: A4;\n  @bottom-right {\n    content: "${number}" "\\a " "Page " counter(page) "";\n  }\n}`;

test('documents that differ in their words share what is read', () => {
  const memory = createSheetMemory();
  const [one, other] = ['INV-1', 'INV-20250930-7'].map((number) =>
    wordedSheet({ css: numbered(number), source }, memory),
  );
  expect(one?.pages[0]?.block).toBe(other?.pages[0]?.block);
  expect(other?.pages[0]?.boxes[0]?.content?.[0]).toEqual({
    kind: 'string',
    text: 'INV-20250930-7',
  });
});

test.each([
  ['other rules than those of pages', 'p { content: "x" }'],
  ['a string that is no word of a margin box', '@page { @top-left { font-family: "x"; } }'],
  ['a string that does not win', '@page { @top-left {\ncontent: "x";\ncontent: "y";\n} }'],
  ['a declaration behind a string', '@page { @top-left { content: "x"; color: red } }'],
  ['a mistake', '@page { colour: red;\n@top-left { content: "x";\n} }'],
])('leaves %s alone', (_, css) => {
  expect(wordedSheet({ css, source }, createSheetMemory())).toBeNull();
});

test('a text without words is read as any other', () => {
  const css = '@page { margin: 1cm }';
  expect(wordedSheet({ css, source }, createSheetMemory())).toBeNull();
});
