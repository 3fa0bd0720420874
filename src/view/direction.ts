import type { LikelySubtags } from '../locale-facts.ts';

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

/** Which way the text of a language runs. */
export function directionOf({ script = 'Latn' }: LikelySubtags): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}
