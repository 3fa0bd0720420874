import * as z from 'zod';
import type { SpeechSettings } from './settings-language.ts';

const localeSchema = z.string().refine(isLocale, 'a language tag such as en-US');

/** How a document speaks: keys that every level of the configuration may set. */
export const languageShape = {
  locale: localeSchema
    .optional()
    .describe('Language and region of the document, as BCP 47: `en-US`, `de-DE`.'),
  languages: z
    .array(localeSchema)
    .min(1)
    .max(2)
    .optional()
    .describe(
      'Two languages on one sheet: `["ar", "en"]` prints labels in both, sentences in the first. Replaces `locale`, whose region is kept where the first language is the same.',
    ),
  timeZone: z
    .string()
    .refine(isTimeZone, 'a time zone such as Europe/Berlin')
    .optional()
    .describe(
      'Time zone in which moments are told (payments, promotions), as IANA name. Billing days are days of UTC. Default: UTC.',
    ),
} as const;

/** The locale, the second language and the time zone that hold for a document. */
export function speechSettings(layer: {
  readonly locale?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly timeZone?: string | undefined;
}): SpeechSettings {
  const [first, second] = layer.languages ?? [];
  const asked = layer.locale ?? first ?? 'en';
  const isSame = first === undefined || languageOf(asked) === languageOf(first);
  return {
    locale: canonical(isSame ? asked : first),
    secondLocale: second === undefined ? null : canonical(second),
    timeZone: layer.timeZone ?? 'UTC',
  };
}

function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}

function canonical(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? 'en';
}

/** Whether a text is a language tag (BCP 47). */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether a text names a time zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
