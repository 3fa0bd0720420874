import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCurrency, isoCurrency } from '../../src/money/currency.ts';
import { decimal } from '../../src/money/decimal.ts';
import type { Decimal } from '../../src/money/decimal.ts';
import {
  formatAmount,
  formatMoney,
  formatNumber,
  formatQuantity,
  formatUnitPrice,
  nameMoney,
  plainAmount,
} from '../../src/money/format-money.ts';
import { money } from '../../src/money/money.ts';
import type { Currency } from '../../src/money/money.ts';
import { numberFormats } from '../../src/money/number-formats.ts';

const english = numberFormats('en-US');

function iso(code: string): Currency {
  const currency = isoCurrency(code);
  if (currency === null) throw new Error(code);
  return currency;
}

/** Spaces of all widths shown as one, so that the expectations can be read; CLDR 48 changed the Swiss apostrophe. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ').replaceAll("'", '’');
}

function printed(amount: number | string, code: string, locale: string): string {
  return plain(formatMoney(money(amount, iso(code)), numberFormats(locale)));
}

describe('amounts with their currency', () => {
  test.each([
    [1234.5, 'EUR', 'en-US', '€1,234.50'],
    [1234.5, 'EUR', 'de-DE', '1.234,50 €'],
    [1234.5, 'EUR', 'fr-FR', '1 234,50 €'],
    [1234.5, 'USD', 'en-US', '$1,234.50'],
    [1234.5, 'USD', 'en-CA', 'US$1,234.50'],
    [1234.5, 'CAD', 'en-US', 'CA$1,234.50'],
    [1234.5, 'CHF', 'de-CH', 'CHF 1’234.50'],
    [12345678.9, 'INR', 'en-IN', '₹1,23,45,678.90'],
    [1234, 'JPY', 'en-US', '¥1,234'],
    [1.25, 'KWD', 'en-US', 'KWD 1.250'],
    [1234.5, 'HUF', 'en-US', 'HUF 1,234.50'],
    [-1234.5, 'USD', 'en-US', '−$1,234.50'],
    [-1234.5, 'EUR', 'de-DE', '−1.234,50 €'],
    [-1234.5, 'SEK', 'sv-SE', '−1 234,50 kr'],
    [1234.5, 'EUR', 'es-ES', '1234,50 €'],
  ])('%d %s in %s is %s', (amount, code, locale, expected) => {
    expect(printed(amount, code, locale)).toBe(expected);
  });

  test('credits carry the name of their unit', () => {
    const credits = money(3600, creditCurrency('HCU', 2));
    expect(formatMoney(credits, english)).toBe('3,600.00\u00a0HCU');
    expect(plain(formatMoney(credits, english, 0))).toBe('3,600 HCU');
  });

  test('a unit with a hyphen in its name keeps it', () => {
    expect(plain(formatMoney(money(-1, creditCurrency('A-B', 2)), english))).toBe('−1.00 A-B');
  });
});

describe('amounts and quantities alone', () => {
  test('a column amount has the digits of its currency', () => {
    expect(formatNumber(money(1234.5, iso('EUR')), english)).toBe('1,234.50');
    expect(formatNumber(money(-1234, iso('JPY')), english)).toBe('−1,234');
    expect(formatNumber(money(0, iso('EUR')), english)).toBe('0.00');
  });

  test('formatting does not round', () => {
    expect(formatNumber(money(776.393152, iso('EUR')), english)).toBe('776.393152');
  });

  test('a unit price keeps its significant digits, never an exponent', () => {
    expect(formatUnitPrice(money(1.25e-5, iso('USD')), english)).toBe('0.0000125');
    expect(formatUnitPrice(money(2, iso('USD')), english)).toBe('2.00');
    expect(formatUnitPrice(money(1e-18, iso('USD')), english)).toBe('0.000000000000000001');
  });

  test('a quantity has no decimals that it does not need', () => {
    expect(formatQuantity(decimal(1250000), english)).toBe('1,250,000');
    expect(formatQuantity(decimal(12.5), english)).toBe('12.5');
    expect(formatQuantity(decimal(1e20), english)).toBe('100,000,000,000,000,000,000');
  });

  test('data has a point and a hyphen', () => {
    expect(plainAmount(money(-1234.5, iso('EUR')))).toBe('-1234.50');
    expect(plainAmount(money('0.0000125', iso('EUR')))).toBe('0.0000125');
    expect(nameMoney(money(776.393152, iso('EUR')))).toBe('776.393152 EUR');
  });
});

describe('laws', () => {
  const decimals = fc
    .tuple(fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }), fc.integer({ min: 0, max: 18 }))
    .map(([units, exponent]) => decimal(`${units}e-${exponent}`));

  test('what is printed reads back as the same number', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const text = formatAmount(value, english, digits);
        expect(decimal(text.replaceAll(',', '').replace('−', '-'))).toEqual(value);
        expect((text.split('.')[1] ?? '').length).toBeGreaterThanOrEqual(digits);
      }),
    );
  });

  test.each(['de-DE', 'fr-FR', 'de-CH', 'hi-IN', 'es-ES', 'ar-EG', 'sv-SE'])(
    'the digits of %s are those of the number',
    (locale) => {
      const formats = numberFormats(locale);
      const zero = formatAmount(decimal(0), formats).charCodeAt(0) - '0'.charCodeAt(0);
      fc.assert(
        fc.property(decimals, (value) => {
          const found = formatAmount(value, formats).replace(/[^\p{Nd}]/gu, '');
          const western = [...found].map((digit) =>
            String.fromCharCode(digit.charCodeAt(0) - zero),
          );
          expect(western.join('')).toBe(value.toString().replace(/[^0-9]/g, ''));
        }),
      );
    },
  );

  const locales = ['en-IN', 'de-AT', 'de-CH', 'pl-PL', 'he-IL', 'fa-IR', 'ar-EG', 'pt-PT', 'lt-LT'];

  test.each(locales)('what is written in %s is what Intl writes', (locale) => {
    const formats = numberFormats(locale);
    const options = { minimumFractionDigits: 2, maximumFractionDigits: 20 };
    const latin = `${locale}-u-nu-latn`;
    const plainly = new Intl.NumberFormat(latin, options);
    const dearly = new Intl.NumberFormat(latin, { ...options, style: 'currency', currency: 'EUR' });
    const byIntl = (format: Intl.NumberFormat, value: Decimal) =>
      format.format(value.toString() as Intl.StringNumericLiteral).replace('-', '\u2212');
    const values = fc.oneof(decimals, fc.integer({ min: -99_999, max: 99_999 }).map(decimal));
    fc.assert(
      fc.property(values, (value) => {
        expect(formatAmount(value, formats, 2)).toBe(byIntl(plainly, value));
        expect(formatMoney({ amount: value, currency: iso('EUR') }, formats)).toBe(
          byIntl(dearly, value),
        );
      }),
    );
  });

  test('what Intl rounds away is not printed', () => {
    const tiny = decimal('1234.0000000000000000000000001');
    expect(formatAmount(tiny, english, 2)).toBe('1,234.00');
  });

  test('a negative amount differs from the positive one by its sign alone', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        const positive = formatAmount(value.abs(), english, 2);
        const text = formatAmount(value, english, 2);
        expect(text.replace('−', '')).toBe(positive);
      }),
    );
  });
});
