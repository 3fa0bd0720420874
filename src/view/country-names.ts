import type { LocaleFacts } from '../locale-facts.ts';

/** Names of countries in the language of a locale, by their codes. */
export function nameCountries(locale: string, known: LocaleFacts | null): (code: string) => string {
  return (code) =>
    known?.countries[code] ?? new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;
}
