import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { numberFormats, type NumberFormats } from '../money/number-formats.ts';
import type { Resource, World } from '../world.ts';
import { dateFormats, type DateFormats } from './date-formats.ts';
import { MESSAGE_KEYS, type MessageKey } from './message-keys.ts';

/** Words, numbers and dates of one locale; shared by every document of a template. */
export interface Messages {
  /** BCP 47, canonical. */
  readonly locale: string;
  readonly words: Readonly<Record<MessageKey, string>> & Readonly<Record<string, string>>;
  readonly numbers: NumberFormats;
  readonly dates: DateFormats;
}

/** The language that every template has. */
const LAST_RESORT = 'en';

/** English as the world writes it, `1 October 2025`: names of months must suit the words around them. */
const WORLD_ENGLISH = 'en-001';

/**
 * The words of a locale: its own file, else its language's, else English, dates too, with a warning; numbers stay the
 * locale's. A template's own words are laid over those that templates share.
 */
export function loadMessages(world: World, locale: string): Outcome<Messages> {
  return world.memo(`view:messages:${locale}`, () => {
    const tag = canonical(locale);
    return tag === null ? unknownLocale(locale) : readWords(world, tag);
  });
}

function readWords(world: World, locale: string): Outcome<Messages> {
  const language = new Intl.Locale(locale).language;
  for (const tag of [locale, language]) {
    const file = `messages/${tag}.json`;
    const found = world.everyResource(file);
    if (found.length > 0) return parseWords(found, file, locale);
  }
  const file = `messages/${LAST_RESORT}.json`;
  const found = world.everyResource(file);
  if (found.length === 0) return failed([failure('view', file, 'The template has no words', HINT)]);
  const outcome = parseWords(found, file, WORLD_ENGLISH);
  if (!outcome.ok) return outcome;
  const spoken = { ...outcome.value, numbers: numberFormats(locale) };
  return success(spoken, [inEnglish(locale), ...outcome.warnings]);
}

const HINT = {
  hint: 'Check the template’s name; the folder shared has messages/en.json for all of them.',
};

/** Files of one name, the one to win first. */
function parseWords(files: readonly Resource[], file: string, locale: string): Outcome<Messages> {
  const layers = files.map(({ bytes }) => parseObject(new TextDecoder().decode(bytes)));
  const sound = layers.filter((layer) => layer !== null);
  if (sound.length < layers.length) {
    const expected = 'a JSON object of words by key';
    return failed([failure('view', file, 'The words cannot be read', { expected })]);
  }
  const words = sound.reduceRight((under, over) => ({ ...under, ...over }), {});
  const failures = [...checkKeys(words, file), ...checkValues(words, file)];
  if (failures.length > 0) return failed(failures);
  return success({
    locale,
    words: words as Messages['words'],
    numbers: numberFormats(locale),
    dates: dateFormats(locale),
  });
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

function checkKeys(words: Readonly<Record<string, unknown>>, file: string): readonly Failure[] {
  const hint = 'Add the word; shared/messages/en.json has it in English.';
  return MESSAGE_KEYS.filter((key) => !Object.hasOwn(words, key)).map((key) =>
    failure('view', `${file}:${key}`, 'A word is missing', { expected: `the key ${key}`, hint }),
  );
}

function checkValues(words: Readonly<Record<string, unknown>>, file: string): readonly Failure[] {
  return Object.entries(words)
    .filter(([, word]) => typeof word !== 'string')
    .map(([key, word]) =>
      failure('view', `${file}:${key}`, 'A word is not text', {
        expected: 'a string',
        found: JSON.stringify(word),
      }),
    );
}

function canonical(locale: string): string | null {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? null;
  } catch {
    return null;
  }
}

function unknownLocale(locale: string): Outcome<never> {
  const expected = 'a BCP 47 language tag such as en-US';
  return failed([
    failure('view', 'locale', 'The locale is not a language tag', { expected, found: locale }),
  ]);
}

function inEnglish(locale: string): Failure {
  return failure('view', 'locale', 'The template does not speak this language; English is used', {
    found: locale,
    hint: `Add messages/${new Intl.Locale(locale).language}.json to the template folder.`,
  });
}
