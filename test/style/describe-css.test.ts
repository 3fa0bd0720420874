import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  KNOWN_ELEMENTS,
  OBSOLETE_ATTRIBUTES,
  REFUSED_ELEMENTS,
} from '../../src/markup/html-elements.ts';
import { AT_RULES, describeCss, SELECTORS, UNITS } from '../../src/style/describe-css.ts';
import { parseSheet } from '../../src/style/parse-sheet.ts';
import { LONGHANDS } from '../../src/style/properties.ts';

const description = describeCss({
  known: KNOWN_ELEMENTS,
  refused: REFUSED_ELEMENTS,
  obsoleteAttributes: OBSOLETE_ATTRIBUTES,
});

const messages = (css: string): readonly string[] =>
  parseSheet({ css, source: { file: 'a.css', line: 1, column: 1 } }).warnings.map(
    ({ message }) => message,
  );

test('docs/css.md lists the registry as it is', () => {
  expect(readFileSync('docs/css.md', 'utf8')).toContain(description);
});

test('every property is described in full', () => {
  for (const { name, grammar, applies } of LONGHANDS) {
    expect(grammar.syntax, name).not.toBe('');
    expect(applies, name).not.toBe('');
    expect(description).toContain(`| \`${name}\` |`);
  }
});

test.each([...SELECTORS, ...AT_RULES, ...UNITS])('$name is understood', ({ sample }) => {
  expect(messages(sample)).toEqual([]);
});

test.each(['vw', 'vh', 'lh', 'vmin'])('the unit %s is refused, as it says', (unit) => {
  expect(messages(`p { width: 1${unit} }`)).toHaveLength(1);
});

test.each([
  ':hover {}',
  'p::first-line { color: red }',
  '@layer a { p { color: red } }',
  '@supports selector(a > b) { p { color: red } }',
  '@import "a.css";',
  'p { & b { color: red } }',
  '@page :left { margin: 0 }',
  '@page { @left-middle { content: "a" } }',
  '@media (min-width: 1px) { p { color: red } }',
  'p { break-before: left }',
  'p { hyphens: auto }',
  'p { font: caption }',
  'p { overflow: scroll }',
  'p { position: sticky }',
  'p { transform: skew(1deg) }',
  'p { transform: matrix(1, 0, 0, 1, 0, 0) }',
  'p { grid-template-columns: [a] 1fr }',
  'p { grid-template-columns: repeat(auto-fill, 10px) }',
  'p { grid-template-columns: subgrid }',
  'p { color: oklch(0.5 0.1 20) }',
  'p { background: url(a.png) }',
  'p { list-style: url(a.png) }',
])('%s is refused, as the deviations say', (css) => {
  expect(messages(css).length).toBeGreaterThan(0);
});
