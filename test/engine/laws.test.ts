import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPage } from './generate-flow.ts';
import { layOutPage, originalText, wordsOf } from './lay-out-page.ts';

/** The same pages every time: a gate must not depend on luck. Other seeds belong to a search for faults. */
const RUNS = { numRuns: 60, seed: 1 };
const NOISE = 0.05;

const number = (word: string): number => Number(word.slice(1));

describe('of any page of blocks, tables and paragraphs', () => {
  it('every word is placed exactly once', () => {
    fc.assert(
      fc.property(anyPage, ({ html, words }) => {
        const placed = wordsOf(originalText(layOutPage(html)));
        expect([...placed].sort((one, other) => number(one) - number(other))).toEqual(words);
      }),
      RUNS,
    );
  });

  it('words stand in order, page by page', () => {
    fc.assert(
      fc.property(anyPage, ({ html, words }) => {
        const withoutFeet = html.replace(/<tfoot>.*?<\/tfoot>/g, '');
        const placed = wordsOf(originalText(layOutPage(withoutFeet)));
        expect(placed).toEqual(
          words.filter((word) => new RegExp(`\\b${word}\\b`).test(withoutFeet)),
        );
      }),
      RUNS,
    );
  });

  it('all text lies on its sheet, within the margins', () => {
    fc.assert(
      fc.property(anyPage, ({ html, roomy }) => {
        const { pages } = layOutPage(html);
        for (const { size, items } of pages) {
          for (const { x, y, mark } of items) {
            if (mark.kind !== 'text' || !/w\d/.test(mark.text)) continue;
            expect(x).toBeGreaterThanOrEqual(20 - NOISE);
            if (roomy) expect(x + mark.width).toBeLessThanOrEqual(size.width - 20 + NOISE);
            expect(y).toBeGreaterThanOrEqual(20 - NOISE - mark.height);
            expect(y + mark.baseline).toBeLessThanOrEqual(size.height - 20 + NOISE);
          }
        }
      }),
      RUNS,
    );
  });

  it('no sheet is blank, and the first page is the first', () => {
    fc.assert(
      fc.property(anyPage, ({ html }) => {
        const document = layOutPage(html);
        const used = new Set(originalText(document).map(({ page }) => page));
        expect([...used].sort((one, other) => one - other)).toEqual(
          document.pages.map((_, index) => index),
        );
      }),
      RUNS,
    );
  });

  it('nothing changes when it is laid out again', () => {
    fc.assert(
      fc.property(anyPage, ({ html }) => {
        expect(originalText(layOutPage(html))).toEqual(originalText(layOutPage(html)));
      }),
      { numRuns: 15, seed: 1 },
    );
  });
});
