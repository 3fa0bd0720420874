/** A whole number: a number where it is a safe integer, which is exact, small and fast, and else of any length. */
export type Whole = number | bigint;

/** To the nearer one, a tie away from zero or to the even neighbour; or always away from zero. */
export type Rounding = 'half-up' | 'half-even' | 'up';

/** Numbers of so many digits are whole and exact as doubles. */
const SAFE_DIGITS = 15;

/** 1, 10, 100, as far as they are exact and short. */
export const POWERS_OF_TEN: readonly number[] = Array.from(
  { length: SAFE_DIGITS + 1 },
  (_, noughts) => Number(`1e${noughts}`),
);

/** 1 with so many noughts. */
export function powerOfTen(noughts: number): bigint {
  return 10n ** BigInt(noughts);
}

/** Whether what lies between two neighbours becomes the one away from zero; `beyond` is how far it is beyond their middle. */
const GOES_AWAY: Readonly<Record<Rounding, (beyond: number, isOdd: boolean) => boolean>> = {
  'half-up': (beyond) => beyond >= 0,
  'half-even': (beyond, isOdd) => beyond > 0 || (beyond === 0 && isOdd),
  up: () => true,
};

/** A number without its last digits, rounded. */
export function withoutDigits(value: Whole, count: number, rounding: Rounding): Whole {
  const scale = POWERS_OF_TEN[count];
  if (typeof value === 'bigint' || scale === undefined)
    return withoutDigitsOfLarge(BigInt(value), powerOfTen(count), rounding);
  const rest = value % scale;
  const quotient = (value - rest) / scale;
  const beyond = 2 * Math.abs(rest) - scale;
  const isAway = rest !== 0 && GOES_AWAY[rounding](beyond, quotient % 2 !== 0);
  return isAway ? quotient + Math.sign(value) : quotient;
}

function withoutDigitsOfLarge(value: bigint, scale: bigint, rounding: Rounding): bigint {
  const rest = value % scale;
  const quotient = value / scale;
  const beyond = 2n * (rest < 0n ? -rest : rest) - scale;
  const isAway = rest !== 0n && GOES_AWAY[rounding](Number(beyond), quotient % 2n !== 0n);
  return isAway ? quotient + (value < 0n ? -1n : 1n) : quotient;
}

/** The quotient of positive numbers, the first with `shift` noughts behind it, rounded half-up. */
export function quotientOf(dividend: Whole, divisor: Whole, shift: number): Whole {
  return (
    quotientOfSafe(dividend, divisor, shift) ??
    quotientOfLarge(BigInt(dividend), BigInt(divisor), shift)
  );
}

/** Several times faster than numbers of any length; null where a double would lose digits. */
function quotientOfSafe(dividend: Whole, divisor: Whole, shift: number): number | null {
  if (typeof dividend !== 'number' || typeof divisor !== 'number' || shift < 0) return null;
  const most = SAFE_DIGITS - String(divisor).length;
  if (most <= 0) return null;
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

function quotientOfLarge(dividend: bigint, divisor: bigint, shift: number): bigint {
  const over = shift > 0 ? dividend * powerOfTen(shift) : dividend;
  const under = shift < 0 ? divisor * powerOfTen(-shift) : divisor;
  return (2n * over + under) / (2n * under);
}
