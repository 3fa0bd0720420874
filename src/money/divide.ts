import type { Big } from 'big.js';
import { POWERS_OF_TEN, coefficientOf, decimal, ofUnits } from './decimal.ts';

/** The quotient, rounded half-up once, to so many decimals. As whole numbers: several times faster than digit by digit. */
export function divide(value: Big, by: Big, decimals: number): Big {
  const sign = value.s * by.s;
  const shift = decimals - placesOf(value) + placesOf(by);
  const dividend = (coefficientOf(value) ?? NaN) * (POWERS_OF_TEN[shift] ?? NaN);
  const divisor = coefficientOf(by) ?? NaN;
  if (!Number.isSafeInteger(dividend) || Number.isNaN(divisor)) {
    return decimal(`${sign < 0 ? '-' : ''}${divideLarge(value, by, shift)}e-${decimals}`);
  }
  const rest = dividend % divisor;
  const quotient = (dividend - rest) / divisor;
  return ofUnits(sign * (rest * 2 >= divisor ? quotient + 1 : quotient), decimals);
}

/** Decimals that the digits of a decimal reach down to; below 0 where they end before its point. */
function placesOf({ c, e }: Big): number {
  return c.length - 1 - e;
}

function divideLarge(value: Big, by: Big, shift: number): bigint {
  const scale = 10n ** BigInt(Math.abs(shift));
  const dividend = BigInt(value.c.join('')) * (shift > 0 ? scale : 1n);
  const divisor = BigInt(by.c.join('')) * (shift < 0 ? scale : 1n);
  return (2n * dividend + divisor) / (2n * divisor);
}
