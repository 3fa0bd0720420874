import type { NumberPatterns } from './money/number-pattern.ts';

/** What Intl says of a locale, asked when the package was built: of all locales, it reads far more than one bill needs. */
export interface LocaleFacts {
  readonly numbers: NumberPatterns;
  /** Names of countries by their codes. */
  readonly countries: Readonly<Record<string, string>>;
}
