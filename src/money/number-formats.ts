import { decimalFormat, type DecimalFormat } from './decimal-format.ts';
import type { Currency } from './money.ts';

/** Most decimals that the formatters of Node 20 hold; smaller parts of a number are not printed. */
export const MOST_DECIMALS = 20;

/**
 * The number formatters of one locale (CLDR), made on first use and kept. Share one object among all documents of
 * a locale; its size is bounded by the currencies and digits in use.
 */
export interface NumberFormats {
  /** BCP 47. */
  readonly locale: string;
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
export function numberFormats(asked: string): NumberFormats {
  const locale = new Intl.Locale(asked, { numberingSystem: 'latn' }).toString();
  const plain = kept((minimumDigits: number) =>
    decimalFormat(new Intl.NumberFormat(locale, digits(minimumDigits)), minimumDigits),
  );
  const currencies = kept((code: string) =>
    kept((minimumDigits: number) => {
      const options = { style: 'currency', currency: code, ...digits(minimumDigits) } as const;
      return decimalFormat(new Intl.NumberFormat(locale, options), minimumDigits);
    }),
  );
  const compact = kept(
    () => new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 }),
  );
  return {
    locale,
    plain,
    compact: () => compact(''),
    currency: ({ code }, minimumDigits) => currencies(code)(minimumDigits),
  };
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
