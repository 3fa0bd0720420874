import type { NumberPatterns } from './money/number-pattern.ts';

/** What Intl says of a locale, asked when the package was built: at its first question Intl looks through all of its locales. */
export interface LocaleFacts {
  readonly likely: LikelySubtags;
  readonly numbers: NumberPatterns;
  /** Names of countries by their codes. */
  readonly countries: Readonly<Record<string, string>>;
  /** Days in words; null where they are written in other ways than a pattern can say. */
  readonly days: DayPattern | null;
}

/** How days are written in words: `15 October 2025`. */
export interface DayPattern {
  readonly months: readonly string[];
  readonly day: readonly DayPiece[];
  /** From a day to another of its month, of its year, or of another year. */
  readonly ranges: {
    readonly month: readonly DayPiece[];
    readonly year: readonly DayPiece[];
    readonly years: readonly DayPiece[];
  };
}

/** Text, or a part of the first day or of the last one. */
export type DayPiece = string | readonly [day: 0 | 1, part: 'day' | 'month' | 'year'];

/** The language of a locale, and the script and region that it stands for where it names none (UTS 35, likely subtags). */
export interface LikelySubtags {
  readonly language: string;
  readonly script?: string | undefined;
  readonly region?: string | undefined;
}
