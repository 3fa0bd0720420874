/** Digits before and behind the point: amounts are exact decimals of a sensible length. */
const MOST_WHOLE = 60;
const MOST_DECIMALS = 20;

const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * How many decimals an exact decimal has; null for anything else. Written out, as is what follows: both are asked of every
 * amount of a long table.
 */
export function decimalsIn(value: string): number | null {
  const start = hasSign(value) ? 1 : 0;
  let point = -1;
  for (let index = start; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code === POINT && point < 0) point = index;
    else if (code < ZERO || code > NINE) return null;
  }
  const whole = (point < 0 ? value.length : point) - start;
  if (whole < 1 || whole > MOST_WHOLE) return null;
  if (point < 0) return 0;
  const decimals = value.length - point - 1;
  return decimals < 1 || decimals > MOST_DECIMALS ? null : decimals;
}

/** An exact decimal as a whole number of its last decimal; its digits are few enough for a safe integer. */
export function unitsIn(value: string): number {
  let units = 0;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code >= ZERO && code <= NINE) units = units * 10 + (code - ZERO);
  }
  return value.startsWith('-') ? -units : units;
}

function hasSign(value: string): boolean {
  return value.startsWith('-') || value.startsWith('+');
}
