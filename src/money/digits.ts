import type { Big } from 'big.js';
import { coefficientOf } from './decimal.ts';

/** The digits of a decimal before and behind its point. */
export interface Digits {
  /** `0` where the decimal is below one. */
  readonly whole: string;
  readonly fraction: string;
}

/** All digits of a decimal but no sign, with at least so many decimals. */
export function digitsOf(value: Big, minimumDigits = 0): Digits {
  const { c, e } = value;
  const text = String(coefficientOf(value) ?? c.join(''));
  const length = e + 1;
  const whole =
    length <= 0 ? '0' : text.length < length ? text.padEnd(length, '0') : text.slice(0, length);
  const fraction = length < 0 ? '0'.repeat(-length) + text : text.slice(length);
  return {
    whole,
    fraction: fraction.length < minimumDigits ? fraction.padEnd(minimumDigits, '0') : fraction,
  };
}
