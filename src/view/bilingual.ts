import { BETWEEN_LANGUAGES } from './invoice-view.ts';
import type { Messages } from './messages.ts';

/** Words that name what stands beside or under them. Sentences stay in one language: nobody reads them twice. */
const LABELS =
  /^(?:document\.title|title|party|fact|payment|column|section|total|totals|tax|account|row|due\.label|statement|receipt|credit)(?:\.|$)/;

/** The words of the first language, and labels in both: `فاتورة / Invoice`. */
export function inTwoLanguages(
  first: Messages['words'],
  second: Messages['words'],
): Messages['words'] {
  const both = Object.entries(first).map(([key, word]) => [key, join(key, word, own(second, key))]);
  return Object.fromEntries(both) as Messages['words'];
}

function join(key: string, word: string, other: string | null): string {
  const isLabel = LABELS.test(key) && !/[{}]|[.!?。]$/.test(word);
  return isLabel && other !== null && other !== word ? `${word}${BETWEEN_LANGUAGES}${other}` : word;
}

function own(words: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(words, key) ? (words[key] ?? null) : null;
}
