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
  plain(minimumDigits: number): Intl.NumberFormat;
  /** Numbers in short, for the axis of a chart: `1.5M`. */
  compact(): Intl.NumberFormat;
  /** Amounts with the currency's symbol, or its code where the symbol is ambiguous in this locale. */
  currency(currency: Currency, minimumDigits: number): Intl.NumberFormat;
}

/**
 * Formatters for a valid BCP 47 locale; the configuration has checked it. Figures are 0 to 9 in every language, as in bank
 * transfers, e-invoices and spreadsheets: what is paid must be compared digit by digit. Dates keep the locale's digits.
 */
export function numberFormats(asked: string): NumberFormats {
  const locale = new Intl.Locale(asked, { numberingSystem: 'latn' }).toString();
  const kept = new Map<string, Intl.NumberFormat>();
  const keep = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const made = kept.get(key) ?? new Intl.NumberFormat(locale, options);
    kept.set(key, made);
    return made;
  };
  return {
    locale,
    plain: (minimumDigits) => keep(String(minimumDigits), digits(minimumDigits)),
    compact: () => keep('compact', { notation: 'compact', maximumFractionDigits: 2 }),
    currency: ({ code }, minimumDigits) =>
      keep(`${code} ${minimumDigits}`, {
        style: 'currency',
        currency: code,
        ...digits(minimumDigits),
      }),
  };
}

function digits(minimum: number): Intl.NumberFormatOptions {
  return { minimumFractionDigits: minimum, maximumFractionDigits: MOST_DECIMALS };
}
