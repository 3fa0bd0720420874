import type { Memo } from './memo.ts';

/** Languages written from right to left, by the script that they use unless the tag names another. */
const RIGHT_TO_LEFT = new Set([
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
  'Rohg',
  'Mand',
  'Samr',
]);

/** Which way a language's text runs. */
export function directionOf(locale: string, memo: Memo): 'ltr' | 'rtl' {
  return memo(`direction ${locale}`, () => {
    const script = new Intl.Locale(locale).maximize().script ?? 'Latn';
    return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  });
}
