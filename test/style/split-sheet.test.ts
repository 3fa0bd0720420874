import { expect, test } from 'vitest';
import { splitSheet } from '../../src/style/split-sheet.ts';

const at = { file: 'page.html', line: 3, column: 8 };
const texts = (css: string) => splitSheet({ css, source: at }).map((part) => part.css.trim());

test('statements end with their block, at-rules without a block with a semicolon', () => {
  expect(texts('@charset "x"; a { b: c } @page { @top-left { content: "}" } } d {}')).toEqual([
    '@charset "x";',
    'a { b: c }',
    '@page { @top-left { content: "}" } }',
    'd {}',
  ]);
});

test('strings, comments and escapes hide brackets', () => {
  expect(texts('a { content: "}{" } /* } */ b\\} { c: d }')).toEqual([
    'a { content: "}{" }',
    '/* } */ b\\} { c: d }',
  ]);
});

test('a semicolon ends no rule that begins with a selector', () => {
  expect(texts('a; b { c: d } e {}')).toEqual(['a; b { c: d }', 'e {}']);
});

test('what does not match stays whole', () => {
  for (const css of ['a { b: (c } d {}', 'a { b: c } }', 'a { b: url({) } d {}', 'a { b: c'])
    expect(texts(css)).toEqual([css]);
});

test('each statement knows its line and column', () => {
  const css = 'a {}\n\n  b {} c {}';
  expect(splitSheet({ css, source: at }).map((part) => part.source)).toEqual([
    { ...at, line: 3, column: 8 },
    { ...at, line: 3, column: 12 },
    { ...at, line: 5, column: 7 },
  ]);
});
