import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPress } from '../../../src/press.ts';
import { chromiumPath, openTab, startChromium } from '../chromium.ts';
import { printInChromium, printInPlaten, wordsOf, type PagedWords } from './print-pages.ts';

const PAGES = 'test/fidelity/breaks/better';
const press = createPress();
const skipped = chromiumPath === null ? ' (skipped: no Chromium)' : '';

const words = (letter: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);

/** Where we end pages otherwise than Chromium, and why. */
interface Difference {
  readonly page: string;
  readonly why: string;
  readonly ours: PagedWords;
}

const DIFFERENCES: readonly Difference[] = [
  {
    page: 'rows-not-torn.html',
    why: 'a row of a bill is read across: it is kept whole without being told',
    ours: ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => words(letter, 0, 9)),
  },
  {
    page: 'tall-head.html',
    why: 'a table head is repeated even where it is higher than a quarter of the page',
    ours: [
      ['h1', ...words('r', 1, 10)],
      ['h1', ...words('r', 11, 20)],
      ['h1', ...words('r', 21, 24)],
    ],
  },
  {
    page: 'headings-by-themselves.html',
    why: 'a heading is kept with what follows without being told',
    ours: [words('a', 1, 15), [...words('b', 1, 4), 't1']],
  },
  {
    page: 'paragraphs-of-three-lines.html',
    why: 'three lines cannot leave two behind and take two along: orphans and widows keep them whole',
    ours: [
      ['a', 'b', 'c', 'd'].flatMap((letter) => words(letter, 1, 3)),
      ['e', 'f', 'g', 'h'].flatMap((letter) => words(letter, 1, 3)),
      words('i', 1, 3),
    ],
  },
  {
    page: 'rooms-beyond-the-words.html',
    why: 'a height beyond the content ends with the page: no sheet is printed for nothing',
    ours: [
      ['a1', 'b1'],
      ['c1'],
      ['d1', 'e1'],
    ],
  },
];

describe.each(DIFFERENCES)('$why', ({ page, ours }) => {
  test(`${page} in Platen`, () => {
    expect(wordsOf(printInPlaten(join(PAGES, page), press))).toEqual(ours);
  });
});

describe.skipIf(chromiumPath === null)(`Chromium still differs${skipped}`, () => {
  let context: BrowserContext;
  let tab: Page;
  beforeAll(async () => {
    context = await startChromium(chromiumPath ?? '');
    tab = await openTab(context);
  });
  afterAll(() => context.close());

  test.each(DIFFERENCES)('$page', async ({ page, ours }) => {
    expect(wordsOf(await printInChromium(join(PAGES, page), tab))).not.toEqual(ours);
  });
});
