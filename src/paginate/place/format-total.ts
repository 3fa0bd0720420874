import { copiedText } from '../../copied-text.ts';
import type { FontBook } from '../../font/font-book.ts';

/** The most decimals that every Intl understands. */
const MOST_DECIMALS = 20;

/** Prints an exact decimal string. */
export type FormatTotal = (decimal: string) => string;

/** Languages whose formats are kept: to make one takes longer than to place a page. */
const MOST_LANGUAGES = 32;

/** Print sums in a language's grouping and decimal mark, in figures from 0 to 9; the minus is U+2212. */
export function totalFormat(language: string, fonts: FontBook): FormatTotal {
  let format: FormatTotal | null = null;
  return (decimal) => {
    format ??= sharedFormat(language, fonts);
    return format(decimal);
  };
}

function sharedFormat(language: string, fonts: FontBook): FormatTotal {
  const formats = fonts.memo('paginate:totals', () => new Map<string, FormatTotal>());
  const known = formats.get(language);
  if (known !== undefined) return known;
  if (formats.size >= MOST_LANGUAGES) formats.clear();
  const made = localeFormat(knownLocale(language));
  formats.set(copiedText(language), made);
  return made;
}

function localeFormat(locale: string): FormatTotal {
  const formats = new Map<number, Intl.NumberFormat>();
  let minus: string | null = null;
  return (decimal) => {
    const point = decimal.indexOf('.');
    const digits = Math.min(MOST_DECIMALS, point < 0 ? 0 : decimal.length - point - 1);
    const format = formats.get(digits) ?? numberFormat(locale, digits);
    formats.set(digits, format);
    minus ??= minusOf(format);
    return format.format(decimal as `${number}`).replace(minus, '\u2212');
  };
}

/** What the language writes for the sign; it stands for nothing else in a number. */
function minusOf(format: Intl.NumberFormat): string {
  return format.formatToParts(-1).find(({ type }) => type === 'minusSign')?.value ?? '-';
}

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { ...options, numberingSystem: 'latn' });
}

/** Languages come from documents: what is no language tag is read as English. */
function knownLocale(language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
