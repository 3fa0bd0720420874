import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { Resource } from '../world.ts';
import { MESSAGE_KEYS, PLURAL_KEYS } from './message-keys.ts';

/** Words by key, not yet known to be complete. */
export type Words = Readonly<Record<string, string>>;

/** The words of message files of one name, the file whose words win first. */
export function parseWords(files: readonly Resource[], name: string): Outcome<Words> {
  const layers = files.map(({ bytes }) => parseObject(new TextDecoder().decode(bytes)));
  const sound = layers.filter((layer) => layer !== null);
  if (sound.length < layers.length) {
    const expected = 'a JSON object of words by key';
    return failed([failure('view', name, 'The words cannot be read', { expected })]);
  }
  const words = sound.reduceRight((under, over) => ({ ...under, ...over }), {});
  const failures = checkValues(words, name);
  return failures.length > 0 ? failed(failures) : success(words as Words);
}

/** Words of the view and of English, and forms for the plural categories of this language, that are not there. */
export function missingWords(
  words: Words,
  {
    name,
    locale,
    english,
  }: { readonly name: string; readonly locale: string; readonly english: Words },
): readonly Failure[] {
  const forms = pluralCategories(locale);
  const plurals = PLURAL_KEYS.flatMap((key) => forms.map((form) => `${key}.${form}`));
  const others = Object.keys(english).filter((key) => pluralKeyOf(key) === null);
  return [...new Set([...MESSAGE_KEYS, ...others, ...plurals])]
    .filter((key) => !Object.hasOwn(words, key))
    .map((key) =>
      failure('view', `${name}:${key}`, 'A word is missing', {
        expected: `the key ${key}`,
        hint: 'Add the word; shared/messages/en.json has it in English.',
      }),
    );
}

/** The key that a plural form belongs to: `interval.day` of `interval.day.few`; null for other words. */
export function pluralKeyOf(key: string): string | null {
  const stem = key.slice(0, key.lastIndexOf('.'));
  return PLURAL_KEYS.find((plural) => plural === stem) ?? null;
}

/** The plural categories that a language tells apart (CLDR), in a fixed order. */
export function pluralCategories(locale: string): readonly string[] {
  const { pluralCategories: own } = new Intl.PluralRules(locale).resolvedOptions();
  return ['zero', 'one', 'two', 'few', 'many', 'other'].filter((category) =>
    own.some((each) => each === category),
  );
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

function checkValues(words: Readonly<Record<string, unknown>>, name: string): readonly Failure[] {
  return Object.entries(words)
    .filter(([, word]) => typeof word !== 'string')
    .map(([key, word]) =>
      failure('view', `${name}:${key}`, 'A word is not text', {
        expected: 'a string',
        found: JSON.stringify(word),
      }),
    );
}
