import { andThen, failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import { numberFormats, type NumberFormats } from '../money/number-formats.ts';
import type { LikelySubtags, LocaleFacts } from '../locale-facts.ts';
import type { World } from '../world.ts';
import { inTwoLanguages } from './bilingual.ts';
import { dateFormats, type DateFormats } from './date-formats.ts';
import { nameCountries } from './country-names.ts';
import { directionOf } from './direction.ts';
import { createMemo, type Memo } from './memo.ts';
import type { MessageKey } from './message-keys.ts';
import { missingWords, parseWords, type Words } from './parse-words.ts';

/** Words, numbers and dates of one locale; shared by every document of a template. */
export interface Messages {
  /** BCP 47, canonical. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Language of the second, quieter words of labels; empty without one. */
  readonly secondLocale: string;
  readonly secondDirection: 'ltr' | 'rtl';
  readonly words: Readonly<Record<MessageKey, string>> & Words;
  readonly numbers: NumberFormats;
  readonly dates: DateFormats;
  readonly plurals: Intl.PluralRules;
  /** A country in the language of the locale, by its code. */
  readonly countryName: (code: string) => string;
  /** What is the same for many documents of this locale, such as an address. */
  readonly memo: Memo;
}

/** What of the settings decides how a document speaks. */
export interface Speech {
  /** BCP 47. */
  readonly locale: string;
  /** Language that labels say their words in too; null for one language. */
  readonly secondLocale?: string | null;
  /** IANA name of the zone that moments are told in; billing days are days of UTC. */
  readonly timeZone?: string;
}

/** The language that every template has. */
const LAST_RESORT = 'en';

/** English as the world writes it, `1 October 2025`: names of months must suit the words around them. */
const WORLD_ENGLISH = 'en-001';

/**
 * The words of a locale: its own file, else its language's, else English, dates too, with a warning; numbers stay the
 * locale's. A template's own words are laid over those that templates share; a word that a language lacks is English,
 * with a warning.
 */
export function loadMessages(world: World, speech: Speech): Outcome<Messages> {
  const { locale, secondLocale = null, timeZone = 'UTC' } = speech;
  return world.memo(`view:messages:${locale}:${secondLocale ?? ''}:${timeZone}`, () =>
    andThen(spoken(world, locale), (first) => {
      const inFigures = factsOf(world, first.numbersOf);
      const inWords = factsOf(world, first.locale);
      const formats = {
        locale: first.locale,
        direction: directionOf(likelySubtags(world, first.locale)),
        numbers: numberFormats(first.numbersOf, inFigures?.numbers ?? null),
        countryName: nameCountries(first.locale, inWords),
        dates: dateFormats(first.locale, timeZone, inWords?.days ?? null),
        plurals: new Intl.PluralRules(first.locale),
        memo: createMemo(),
      };
      if (secondLocale === null)
        return success({
          ...formats,
          secondLocale: '',
          secondDirection: 'ltr',
          words: first.words,
        });
      return andThen(spoken(world, secondLocale), (second) =>
        success({
          ...formats,
          secondLocale: second.locale,
          secondDirection: directionOf(likelySubtags(world, second.locale)),
          words: inTwoLanguages(first.words, second.words),
        }),
      );
    }),
  );
}

/** A language with all of its words. */
interface Spoken {
  readonly locale: string;
  /** Where English stands in, numbers are still written as in the locale asked for. */
  readonly numbersOf: string;
  readonly words: Messages['words'];
}

function spoken(world: World, asked: string): Outcome<Spoken> {
  const locale = canonical(asked);
  if (locale === null) return unknownLocale(asked);
  const file = fileOf(world, locale);
  return andThen(englishWords(world), (english) => {
    if (file === null) {
      const inEnglish = { locale: WORLD_ENGLISH, numbersOf: locale, words: english };
      return success(inEnglish, [speaksEnglish(locale)]);
    }
    return andThen(parseWords(world.everyResource(file), file), (words) =>
      success(
        { locale, numbersOf: locale, words: { ...english, ...words } },
        missingWords(words, { name: file, locale, english }),
      ),
    );
  });
}

/** The most exact file that there is: of the locale (`pt-BR`), its script (`zh-Hans`) or its language. */
function fileOf(world: World, locale: string): string | null {
  const { language, script, region } = likelySubtags(world, locale);
  const tags = [locale, `${language}-${script}`, `${language}-${region}`, language];
  const files = tags.map((tag) => `messages/${tag}.json`);
  return files.find((file) => world.resource(file) !== null) ?? null;
}

function likelySubtags(world: World, locale: string): LikelySubtags {
  return factsOf(world, locale)?.likely ?? new Intl.Locale(locale).maximize();
}

/** What the build learnt of a locale, read once. */
function factsOf(world: World, locale: string): LocaleFacts | null {
  return world.memo(`view:locale:${locale}`, () => world.localeFacts(locale));
}

function englishWords(world: World): Outcome<Messages['words']> {
  const file = `messages/${LAST_RESORT}.json`;
  const found = world.everyResource(file);
  if (found.length === 0) return failed([failure('view', file, 'The template has no words', HINT)]);
  return andThen(parseWords(found, file), (words) => {
    const missing = missingWords(words, { name: file, locale: LAST_RESORT, english: {} });
    return missing.length > 0 ? failed(missing) : success(words as Messages['words']);
  });
}

const HINT = {
  hint: 'Check the template’s name; the folder shared has messages/en.json for all of them.',
};

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

function speaksEnglish(locale: string): Failure {
  return failure('view', 'locale', 'The template does not speak this language; English is used', {
    found: locale,
    hint: `Add messages/${new Intl.Locale(locale).language}.json to the template folder.`,
  });
}
