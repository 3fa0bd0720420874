import type { Decimal } from './decimal.ts';

/** The digits of a decimal before and behind its point. */
export interface Digits {
  /** `0` where the decimal is below one. */
  readonly whole: string;
  readonly fraction: string;
}

/** All digits of a decimal but no sign, with at least so many decimals. */
export function digitsOf(value: Decimal, minimumDigits = 0): Digits {
  const text = significantDigits(value);
  const length = text.length - value.places;
  const whole =
    length <= 0 ? '0' : text.length < length ? text.padEnd(length, '0') : text.slice(0, length);
  const fraction = length < 0 ? '0'.repeat(-length) + text : text.slice(length);
  return {
    whole,
    fraction: fraction.length < minimumDigits ? fraction.padEnd(minimumDigits, '0') : fraction,
  };
}

/** The digits from the first to the last that is not 0, without the point. */
export function significantDigits({ units }: Decimal): string {
  return typeof units === 'number' ? String(Math.abs(units)) : units.c.join('');
}

/** The exponent of the first digit, as in scientific notation. */
export function exponentOf(value: Decimal): number {
  return significantDigits(value).length - 1 - value.places;
}
