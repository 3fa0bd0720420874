import { closest } from 'fastest-levenshtein';
import { failure, type Failure } from '../failure.ts';
import type { World } from '../world.ts';
import { MESSAGE_KEYS } from './message-keys.ts';
import { parseWords, pluralCategories, pluralKeyOf } from './parse-words.ts';

/** Words for codes of the source, of which there may be any number. */
const CODES = /^(?:promotion|scope|status)\./;

/** Words of a language's file that nobody asks for: misspelt keys, and plural forms that the language does not have. */
export function checkWords(
  world: World,
  language: string,
  used: ReadonlySet<string>,
): readonly Failure[] {
  const name = `messages/${language}.json`;
  const words = parseWords(world.everyResource(name), name);
  if (!words.ok) return words.failures;
  const known = new Set<string>([...MESSAGE_KEYS, ...used]);
  const forms = new Set(pluralCategories(language));
  return Object.keys(words.value)
    .filter((key) => !known.has(key) && !CODES.test(key) && !isForm(key, forms))
    .map((key) =>
      failure('view', `${name}:${key}`, 'Nobody asks for this word', {
        found: key,
        hint: `Did you mean ${closest(key, [...known])}?`,
      }),
    );
}

/** `interval.day.few` where the language has `few`, or a form for an exact number: `interval.day.=1`. */
function isForm(key: string, forms: ReadonlySet<string>): boolean {
  const form = key.slice(key.lastIndexOf('.') + 1);
  return pluralKeyOf(key) !== null && (forms.has(form) || /^=\d{1,9}$/.test(form));
}
