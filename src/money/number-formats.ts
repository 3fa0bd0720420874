import { decimalFormat, type DecimalFormat } from './decimal-format.ts';
import type { Currency } from './money.ts';
import { learnPattern, type NumberPattern, type NumberPatterns } from './number-pattern.ts';

/** Most decimals that the formatters of Node 20 hold; smaller parts of a number are not printed. */
export const MOST_DECIMALS = 20;

/**
 * The number formatters of one locale (CLDR), made on first use and kept. Share one object among all documents of
 * a locale; its size is bounded by the currencies and digits in use.
 */
export interface NumberFormats {
  /** Plain numbers with at least so many decimals, and all that a number has. */
  plain(minimumDigits: number): DecimalFormat;
  /** Numbers in short, for the axis of a chart: `1.5M`. */
  compact(): Intl.NumberFormat;
  /** Amounts with the currency's symbol, or its code where the symbol is ambiguous in this locale. */
  currency(currency: Currency, minimumDigits: number): DecimalFormat;
}

/**
 * Formatters for a valid BCP 47 locale; the configuration has checked it. Figures are 0 to 9 in every language, as in bank
 * transfers, e-invoices and spreadsheets: what is paid must be compared digit by digit. Dates keep the locale's digits.
 */
export function numberFormats(asked: string, known: NumberPatterns | null = null): NumberFormats {
  const plain = kept((minimumDigits: number) => formatOf(asked, { minimumDigits }, known?.plain));
  const currencies = kept((code: string) =>
    kept((minimumDigits: number) =>
      formatOf(asked, { code, minimumDigits }, known?.currencies[code]),
    ),
  );
  const compact = kept(() => intlFormat(asked, { notation: 'compact', maximumFractionDigits: 2 }));
  return {
    plain,
    compact: () => compact(''),
    currency: ({ code }, minimumDigits) => currencies(code)(minimumDigits),
  };
}

/** What is written: plain numbers, or amounts of a currency. */
interface Written {
  readonly code?: string;
  readonly minimumDigits: number;
}

function formatOf(
  locale: string,
  { code, minimumDigits }: Written,
  known: NumberPattern | undefined,
): DecimalFormat {
  const style = code === undefined ? {} : ({ style: 'currency', currency: code } as const);
  const all = { ...style, ...digits(minimumDigits) };
  const intl = kept(() => intlFormat(locale, all));
  const pattern = known ?? learnPattern(intl(''));
  return decimalFormat({
    pattern,
    minimumDigits,
    maximumDigits: MOST_DECIMALS,
    intl: () => intl(''),
  });
}

/** Ask Intl for a locale's patterns: those of plain numbers and of some currencies. */
export function learnPatterns(locale: string, codes: readonly string[]): NumberPatterns {
  const patternOf = (options: Intl.NumberFormatOptions): NumberPattern =>
    learnPattern(intlFormat(locale, { ...options, ...digits(0) }));
  const currencies = codes.map(
    (code) => [code, patternOf({ style: 'currency', currency: code })] as const,
  );
  return { plain: patternOf({}), currencies: Object.fromEntries(currencies) };
}

function intlFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const latin = new Intl.Locale(locale, { numberingSystem: 'latn' }).toString();
  return new Intl.NumberFormat(latin, options);
}

/** The same answer for the same key, made once. */
function kept<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const all = new Map<Key, Value>();
  return (key) => {
    const known = all.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    all.set(key, made);
    return made;
  };
}

function digits(minimum: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: minimum, maximumFractionDigits: MOST_DECIMALS };
}
