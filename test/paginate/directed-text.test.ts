import { expect, test } from 'vitest';
import { directedText } from '../../src/paginate/place/directed-text.ts';

const ordered = (text: string, direction: 'ltr' | 'rtl') =>
  directedText(text, direction).map((piece) => `${piece.direction}:${piece.text}`);

test('Latin words in a right-to-left margin box run from left to right', () => {
  expect(ordered('Page one', 'rtl')).toEqual(['ltr:Page one']);
});

test('numbers within Hebrew keep their digits, and stand where Hebrew has them', () => {
  expect(ordered('עמוד 12 מתוך 34', 'rtl')).toEqual([
    'ltr:34',
    'rtl: מתוך ',
    'ltr:12',
    'rtl:עמוד ',
  ]);
});

test('a Hebrew name in an English line is turned around in its place', () => {
  expect(ordered('Invoice שלום 7', 'ltr')).toEqual(['ltr:Invoice ', 'ltr:7', 'rtl:שלום ']);
});

test('plain text is one piece, no text is none', () => {
  expect(ordered('Page 2 of 3', 'ltr')).toEqual(['ltr:Page 2 of 3']);
  expect(ordered('', 'ltr')).toEqual([]);
});
