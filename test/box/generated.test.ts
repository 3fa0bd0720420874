import { expect, test } from 'vitest';
import { buildBoxes } from '../../src/box/build-boxes.ts';
import type { Box, Inline } from '../../src/box/box.ts';
import { elementsOf, worldOf } from '../style/style-of.ts';

/** All words of a page in order, a bar between texts. */
function wordsOf(html: string): string {
  const outcome = buildBoxes(elementsOf(html), worldOf());
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  const found: string[] = [];
  const inline = (each: Inline): void => {
    if (each.kind === 'text') found.push(each.text);
    if (each.kind === 'span') each.children.forEach(inline);
    if (each.kind === 'atom' || each.kind === 'anchor') visit(each.box);
  };
  const visit = (box: Box): void => {
    if (box.kind === 'inline-flow') box.content.forEach(inline);
    if (box.kind === 'block' || box.kind === 'flex') box.children.forEach(visit);
  };
  visit(outcome.value.root);
  return found.join('|');
}

test.each([
  ['p::before { content: "a" "b" } p:after { content: "c" }', '<p>x</p>', 'ab|x|c'],
  ['p::before { content: attr(title) attr(no) }', '<p title="t">x</p>', 't|x'],
  ['p::before { content: none } p::after { content: normal }', '<p>x</p>', 'x'],
  ['p::before { content: "a"; display: none }', '<p>x</p>', 'x'],
  ['.a::before { content: "a" } .a.b::before { content: "b" }', '<p class="a b">x</p>', 'b|x'],
  ['* { content: "no" } p > *::before { content: "s" }', '<p>x<b>y</b></p>', 'x|s|y'],
  ['p { counter-increment: n } p::before { content: counter(n) }', '<p>x</p><p>y</p>', '1|x|2|y'],
  [
    'div { counter-reset: n } p { counter-increment: n 2 } p::before { content: counter(n, upper-roman) }',
    '<div><p>x</p><p>y</p></div>',
    'II|x|IV|y',
  ],
  [
    'div { counter-reset: n } p { counter-increment: n } p::before { content: counters(n, ".") }',
    '<div><p>x</p><div><p>y</p></div></div>',
    '1|x|1.1|y',
  ],
])('%s', (css, html, words) => {
  const [, body = ''] = /^([^]*)$/.exec(html) ?? [];
  expect(wordsOf(`<style>body { counter-reset: other } ${css}</style>${body}`)).toBe(words);
});

test.each([
  ['en', '“|a|‘|b|’|”'],
  ['de-AT', '„|a|‚|b|‘|“'],
  ['fr', '«|a|«|b|»|»'],
  ['constructor', '“|a|‘|b|’|”'],
])('quotation marks follow the language: %s', (language, words) => {
  expect(wordsOf(`<p lang="${language}"><q>a<q>b</q></q></p>`)).toBe(words);
});

test('generated words without end are cut off with a warning', () => {
  const long = 'x'.repeat(60_000);
  const html = `<style>b::before { content: "${long}" }</style>${'<b></b>'.repeat(30)}`;
  const outcome = buildBoxes(elementsOf(html), worldOf());
  const messages = outcome.warnings.map(({ message }) => message);
  expect(messages).toEqual(['there are more than 1000000 characters of generated content']);
});
