import BigJs from 'big.js';
import type { Big } from 'big.js';
import { digitsOf } from './digits.ts';

/** Decimal places that a quotient keeps before it is rounded by name: more than any double can tell apart. */
export const QUOTIENT_DECIMALS = 60;

const Library = BigJs();
Library.strict = true;
Library.DP = QUOTIENT_DECIMALS;
Library.NE = -1e6;
Library.PE = 1e6;

/** To the nearer decimal, a tie away from zero or to the even neighbour; or always away from zero. */
export type Rounding = 'half-up' | 'half-even' | 'up';

const LIBRARY_ROUNDINGS = { 'half-up': 1, 'half-even': 2, up: 3 } as const;

/** A decimal, or one as it is written. */
type Operand = Decimal | string;

/**
 * An exact decimal, always held in the same way. An invoice has a hundred thousand of them, nearly all with so few digits
 * that these are a safe integer: whole numbers are exact, small and fast. Whatever may be larger is left to the library.
 */
export class Decimal {
  /** Its digits and its sign, with no noughts at their end; the library's decimal where they are no safe integer. */
  readonly units: number | Big;
  /** How many of its digits stand behind the point; below 0 where noughts follow them. */
  readonly places: number;

  /** Decimals come from `decimal` and `ofUnits`, which see to it that equal ones are held in the same way. */
  constructor(units: number | Big, places: number) {
    this.units = units;
    this.places = places;
  }

  plus(other: Operand): Decimal {
    const by = operand(other);
    const places = Math.max(this.places, by.places);
    const units = unitsAt(this, places) + unitsAt(by, places);
    return Number.isSafeInteger(units)
      ? ofUnits(units, places)
      : ofLarge(largeOf(this).plus(largeOf(by)));
  }

  minus(other: Operand): Decimal {
    return this.plus(operand(other).neg());
  }

  times(other: Operand): Decimal {
    const by = operand(other);
    const units = unitsAt(this, this.places) * unitsAt(by, by.places);
    return Number.isSafeInteger(units)
      ? ofUnits(units, this.places + by.places)
      : ofLarge(largeOf(this).times(largeOf(by)));
  }

  /** The quotient, rounded half-up to 60 decimals. */
  div(other: Operand): Decimal {
    return ofLarge(largeOf(this).div(largeOf(operand(other))));
  }

  neg(): Decimal {
    return typeof this.units === 'number'
      ? ofUnits(-this.units, this.places)
      : new Decimal(this.units.neg(), this.places);
  }

  abs(): Decimal {
    return this.sign() < 0 ? this.neg() : this;
  }

  /** −1, 0 or 1. */
  sign(): number {
    return typeof this.units === 'number' ? Math.sign(this.units) : this.units.s;
  }

  /** The nearest decimal with so many digits behind the point, or fewer. */
  round(decimals: number, rounding: Rounding = 'half-up'): Decimal {
    if (this.places <= decimals) return this;
    const scale = POWERS_OF_TEN[this.places - decimals];
    return typeof this.units === 'number' && scale !== undefined
      ? ofUnits(roundedShare(this.units, scale, rounding), decimals)
      : ofLarge(largeOf(this).round(decimals, LIBRARY_ROUNDINGS[rounding]));
  }

  /** −1, 0 or 1, for less than, equal to or greater than the other. */
  cmp(other: Operand): -1 | 0 | 1 {
    const to = operand(other);
    const places = Math.max(this.places, to.places);
    const [one, another] = [unitsAt(this, places), unitsAt(to, places)];
    if (Number.isNaN(one) || Number.isNaN(another)) return largeOf(this).cmp(largeOf(to));
    return one < another ? -1 : one > another ? 1 : 0;
  }

  eq(other: Operand): boolean {
    return this.cmp(other) === 0;
  }

  lt(other: Operand): boolean {
    return this.cmp(other) < 0;
  }

  lte(other: Operand): boolean {
    return this.cmp(other) <= 0;
  }

  gt(other: Operand): boolean {
    return this.cmp(other) > 0;
  }

  gte(other: Operand): boolean {
    return this.cmp(other) >= 0;
  }

  /** All of its digits, without an exponent. */
  toString(): string {
    const { whole, fraction } = digitsOf(this);
    return `${this.sign() < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
  }

  /** As text, because readers of JSON take numbers for doubles. */
  toJSON(): string {
    return this.toString();
  }
}

/** The decimal 0. */
export const ZERO = new Decimal(0, 0);

/** 1, 10, 100, as far as the project needs them exact. */
export const POWERS_OF_TEN: readonly number[] = Array.from({ length: 16 }, (_, noughts) =>
  Number(`1e${noughts}`),
);

/** The exact decimal of a JSON number, by its shortest decimal form, or of a decimal string. */
export function decimal(value: number | string): Decimal {
  if (typeof value === 'string') return ofLarge(new Library(value));
  if (Number.isSafeInteger(value)) return ofUnits(value, 0);
  return ofFraction(value, String(value)) ?? ofLarge(new Library(String(value)));
}

/** Whether a decimal is 0. */
export function isZeroDecimal(value: Decimal): boolean {
  return value.units === 0;
}

/** How many decimals a decimal is written with. */
export function decimalsOf({ places }: Decimal): number {
  return Math.max(0, places);
}

/** So many units of ten to the power of minus `places`; a safe integer of them. */
export function ofUnits(units: number, places: number): Decimal {
  if (units === 0) return ZERO;
  let [digits, behind] = [units, places];
  while (digits % 10 === 0) {
    digits /= 10;
    behind -= 1;
  }
  return new Decimal(digits, behind);
}

/** A decimal in units of a decimal place, one that none of its digits stands behind; NaN where that is no safe integer. */
export function unitsAt({ units, places }: Decimal, place: number): number {
  if (typeof units !== 'number') return NaN;
  const shifted = units * (POWERS_OF_TEN[place - places] ?? NaN);
  return Number.isSafeInteger(shifted) ? shifted : NaN;
}

function operand(value: Operand): Decimal {
  return typeof value === 'string' ? decimal(value) : value;
}

const POINT = '.'.charCodeAt(0);
const NOUGHT = '0'.charCodeAt(0);

/** The decimal of a number with a point, digit by digit as it is written; null where the library has to read it. */
function ofFraction(value: number, text: string): Decimal | null {
  const size = Math.abs(value);
  // Written without an exponent (ECMA-262, section 6.1.6.1.20).
  if (!(size >= 1e-6 && size < 1e21)) return null;
  let units = 0;
  let point = text.length;
  for (let at = value < 0 ? 1 : 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT) point = at;
    else units = units * 10 + (code - NOUGHT);
  }
  const places = text.length - 1 - point;
  return Number.isSafeInteger(units) ? ofUnits(value < 0 ? -units : units, places) : null;
}

/** The library's decimal, held as what it is: safe integers have at most 16 digits. */
function ofLarge(value: Big): Decimal {
  const { c, e, s } = value;
  const places = c.length - 1 - e;
  const units = c.length > 16 ? NaN : c.reduce((all, digit) => all * 10 + digit, 0);
  return Number.isSafeInteger(units) ? ofUnits(s * units, places) : new Decimal(value, places);
}

function largeOf({ units, places }: Decimal): Big {
  return typeof units === 'number' ? new Library(`${units}e${-places}`) : units;
}

/** Units in a larger unit, rounded; exact, because quotient and rest are whole. */
function roundedShare(units: number, scale: number, rounding: Rounding): number {
  const rest = units % scale;
  const quotient = (units - rest) / scale;
  const double = 2 * Math.abs(rest);
  const isTieAway = rounding === 'half-up' || quotient % 2 !== 0;
  const isAway = rounding === 'up' ? double > 0 : double > scale || (double === scale && isTieAway);
  return isAway ? quotient + Math.sign(units) : quotient;
}
