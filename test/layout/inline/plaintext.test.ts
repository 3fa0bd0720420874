import { expect, test } from 'vitest';
import { layOutPage, originalText } from '../../engine/lay-out-page.ts';

/** Pieces of text from left to right. */
function sight(html: string): readonly string[] {
  const page = `<html lang="ar" dir="rtl"><head><title>t</title></head><body>${html}</body></html>`;
  return originalText(layOutPage(page))
    .toSorted((a, b) => a.x - b.x)
    .map(({ mark }) => mark.text.trim())
    .filter((text) => text !== '');
}

test('a line that is all Latin keeps its numbers in place on a page from right to left', () => {
  const style = 'style="unicode-bidi: plaintext"';
  expect(sight(`<p ${style}>20457 Hamburg</p>`)).toEqual(['20457 Hamburg']);
  expect(sight(`<p ${style}>+49 40 5550</p>`)).toEqual(['+49 40 5550']);
  expect(sight('<p>20457 Hamburg</p>')).toEqual(['Hamburg', '20457']);
});
