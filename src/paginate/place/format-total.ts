/** The most decimals that every Intl understands. */
const MOST_DECIMALS = 20;

/** Prints an exact decimal string. */
export type FormatTotal = (decimal: string) => string;

/** Print sums in a language's grouping and decimal mark, in figures from 0 to 9; the minus is U+2212. */
export function totalFormat(language: string): FormatTotal {
  const formats = new Map<number, Intl.NumberFormat>();
  let minus: string | null = null;
  return (decimal) => {
    const point = decimal.indexOf('.');
    const digits = Math.min(MOST_DECIMALS, point < 0 ? 0 : decimal.length - point - 1);
    const format = formats.get(digits) ?? numberFormat(language, digits);
    formats.set(digits, format);
    minus ??= minusOf(format);
    return format.format(decimal as `${number}`).replace(minus, '\u2212');
  };
}

/** What the language writes for the sign; it stands for nothing else in a number. */
function minusOf(format: Intl.NumberFormat): string {
  return format.formatToParts(-1).find(({ type }) => type === 'minusSign')?.value ?? '-';
}

function numberFormat(language: string, digits: number): Intl.NumberFormat {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(knownLocale(language), { ...options, numberingSystem: 'latn' });
}

/** Languages come from documents: what is no language tag is read as English. */
function knownLocale(language: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
