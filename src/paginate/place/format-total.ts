/** The most decimals that every Intl understands. */
const MOST_DECIMALS = 20;

/** An exact decimal string in a language's grouping and decimal mark, in figures from 0 to 9; the minus is U+2212. */
export function formatTotal(decimal: string, language: string): string {
  const point = decimal.indexOf('.');
  const digits = Math.min(MOST_DECIMALS, point < 0 ? 0 : decimal.length - point - 1);
  const parts = numberFormat(language, digits).formatToParts(decimal as `${number}`);
  return parts.map((part) => (part.type === 'minusSign' ? '\u2212' : part.value)).join('');
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
