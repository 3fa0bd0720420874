import { POWERS_OF_TEN, decimal, ofUnits } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { significantDigits } from './digits.ts';

/** The quotient, rounded half-up once, to so many decimals. As whole numbers: several times faster than digit by digit. */
export function divide(value: Decimal, by: Decimal, decimals: number): Decimal {
  const sign = value.sign() * by.sign();
  const shift = decimals - value.places + by.places;
  const units = divideSafely(value, by, shift);
  return units === null
    ? decimal(`${sign < 0 ? '-' : ''}${divideLarge(value, by, shift)}e-${decimals}`)
    : ofUnits(sign * units, decimals);
}

/** Numbers of so many digits are whole and exact as doubles. */
const SAFE_DIGITS = 15;

/** The rounded quotient of the digits, these with `shift` noughts behind them, or those of the divisor with as many; null where a double would lose some. */
function divideSafely(value: Decimal, by: Decimal, shift: number): number | null {
  if (typeof value.units !== 'number' || typeof by.units !== 'number') return null;
  const dividend = Math.abs(value.units);
  const divisor = Math.abs(by.units) * (POWERS_OF_TEN[Math.max(0, -shift)] ?? NaN);
  const most = shift > 0 ? SAFE_DIGITS - String(divisor).length : SAFE_DIGITS;
  if (!Number.isSafeInteger(divisor) || most <= 0) return null;
  let rest = dividend % divisor;
  let quotient = (dividend - rest) / divisor;
  // As many noughts at a time as keep the rest, which is below the divisor, within the safe digits.
  for (let left = shift; left > 0; left -= most) {
    const scale = POWERS_OF_TEN[Math.min(left, most)] ?? NaN;
    const scaled = rest * scale;
    rest = scaled % divisor;
    quotient = quotient * scale + (scaled - rest) / divisor;
  }
  const rounded = rest * 2 >= divisor ? quotient + 1 : quotient;
  return Number.isSafeInteger(quotient) && Number.isSafeInteger(rounded) ? rounded : null;
}

function divideLarge(value: Decimal, by: Decimal, shift: number): bigint {
  const scale = 10n ** BigInt(Math.abs(shift));
  const dividend = BigInt(significantDigits(value)) * (shift > 0 ? scale : 1n);
  const divisor = BigInt(significantDigits(by)) * (shift < 0 ? scale : 1n);
  return (2n * dividend + divisor) / (2n * divisor);
}
