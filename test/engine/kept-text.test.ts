import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { printMarkup } from '../../src/pipeline.ts';
import { createPress } from '../../src/press.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Much longer than all that is kept of a page. */
const FILLER = 800_000;
const PAGES = 20;

/** What a cache may keep a piece of; each is long enough for V8 to cut it out of the page without copying it. */
const PIECES = {
  'words of a label': (name: string) =>
    `<table><tr><td>Label of ${name} in words</td></tr></table>`,
  'the lines of a label': (name: string) =>
    `<table style="width: 100px"><tr><td>Label 7 of ${name} in so many words that they wrap</td></tr></table>`,
  'a word without spaces': (name: string) => `<p>Label-of-${name}-in-one-word</p>`,
  'a class': (name: string) => `<p class="class-of-${name}">x</p>`,
  'an element': (name: string) => `<element-of-${name}>x</element-of-${name}>`,
  'a style attribute': (name: string) => `<p style="font-family: 'Face of ${name}'">x</p>`,
  'a language': (name: string) => `<p lang="en-x-${name}">x</p>`,
  'a style sheet': (name: string) =>
    `<style>p { font-family: 'Family of ${name}' }</style><p>x</p>`,
  'the name of a file': (name: string) => `<img alt="" src="picture-of-${name}.png">`,
  'a rule for pages': (name: string) =>
    `<style>@page { @bottom-left { content: "Foot of ${name}" } }</style><p>x</p>`,
};

/** Letters alone, since numbers are kept nowhere. */
function nameOf(index: number): string {
  return 'quixotically'.slice(0, 8) + String.fromCharCode(97 + (index % 26), 97 + index / 26);
}

test.each(Object.entries(PIECES))('a cache that keeps %s does not hold the page', (_, piece) => {
  const world = createPress().pageWorld(null);
  const print = (index: number): void => {
    const html = `<html lang="en"><body>${piece(nameOf(index))}<!--${'-'.repeat(FILLER - 1)}${index}--></body>`;
    expect(printMarkup({ kind: 'markup', html, file: 'page.html' }, world).ok).toBe(true);
  };
  const used = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  for (let index = 0; index < 3; index++) print(index);
  const before = used();
  for (let index = 3; index < PAGES; index++) print(index);
  expect((used() - before) / (PAGES - 3)).toBeLessThan(FILLER / 4);
});
