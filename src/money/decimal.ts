import { digitsOf } from './digits.ts';
import { POWERS_OF_TEN, powerOfTen, quotientOf, withoutDigits } from './whole.ts';
import type { Rounding, Whole } from './whole.ts';

/** Decimal places that a quotient keeps before it is rounded by name: more than any double can tell apart. */
export const QUOTIENT_DECIMALS = 60;

/** A decimal, or one as it is written. */
type Operand = Decimal | string;

/**
 * An exact decimal: a whole number of units, and the decimal place that these are of. An invoice has a hundred thousand of
 * them, and nearly all units are safe integers. Equal decimals are held in the same way.
 */
export class Decimal {
  /** Its digits with its sign, without noughts at their end. */
  readonly units: Whole;
  /** How many of its digits stand behind the point; below 0 where noughts follow them. */
  readonly places: number;

  /** Decimals come from `decimal` and `ofUnits`, which see to their form. */
  constructor(units: Whole, places: number) {
    this.units = units;
    this.places = places;
  }

  plus(other: Operand): Decimal {
    const by = operand(other);
    const place = Math.max(this.places, by.places);
    const units = unitsAt(this, place) + unitsAt(by, place);
    return ofUnits(
      Number.isSafeInteger(units) ? units : largeAt(this, place) + largeAt(by, place),
      place,
    );
  }

  minus(other: Operand): Decimal {
    return this.plus(operand(other).neg());
  }

  times(other: Operand): Decimal {
    const by = operand(other);
    const units = Number(this.units) * Number(by.units);
    return ofUnits(
      Number.isSafeInteger(units) ? units : BigInt(this.units) * BigInt(by.units),
      this.places + by.places,
    );
  }

  /** The quotient, rounded half-up once, to so many decimals. */
  div(other: Operand, decimals = QUOTIENT_DECIMALS): Decimal {
    const by = operand(other);
    const shift = decimals - this.places + by.places;
    const size = quotientOf(sizeOf(this.units), sizeOf(by.units), shift);
    return ofUnits(this.sign() === by.sign() ? size : -size, decimals);
  }

  neg(): Decimal {
    return isZeroDecimal(this) ? ZERO : new Decimal(-this.units, this.places);
  }

  abs(): Decimal {
    return this.units < 0 ? this.neg() : this;
  }

  /** −1, 0 or 1. */
  sign(): number {
    return this.units < 0 ? -1 : this.units > 0 ? 1 : 0;
  }

  /** The nearest decimal with so many digits behind the point, or fewer. */
  round(decimals: number, rounding: Rounding = 'half-up'): Decimal {
    const count = this.places - decimals;
    return count <= 0 ? this : ofUnits(withoutDigits(this.units, count, rounding), decimals);
  }

  /** −1, 0 or 1, for less than, equal to or greater than the other. */
  cmp(other: Operand): -1 | 0 | 1 {
    const to = operand(other);
    const place = Math.max(this.places, to.places);
    const [one, another] = [unitsAt(this, place), unitsAt(to, place)];
    if (Number.isNaN(one) || Number.isNaN(another))
      return compareWholes(largeAt(this, place), largeAt(to, place));
    return compareWholes(one, another);
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
    return `${this.units < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
  }

  /** As text, because readers of JSON take numbers for doubles. */
  toJSON(): string {
    return this.toString();
  }
}

/** The decimal 0. */
export const ZERO = new Decimal(0, 0);

/** The exact decimal of a JSON number, by its shortest decimal form, or of a decimal string. */
export function decimal(value: number | string): Decimal {
  if (typeof value === 'string') return ofText(value);
  if (Number.isSafeInteger(value)) return ofUnits(value, 0);
  const text = String(value);
  return ofPlainFraction(value, text) ?? ofText(text);
}

/** Whether a decimal is 0. */
export function isZeroDecimal(value: Decimal): boolean {
  return value.units === 0;
}

/** How many decimals a decimal is written with. */
export function decimalsOf({ places }: Decimal): number {
  return Math.max(0, places);
}

/** So many units of ten to the power of minus `places`; numbers are safe integers. */
export function ofUnits(units: Whole, places: number): Decimal {
  if (typeof units === 'bigint') return ofLarge(units, places);
  if (units === 0) return ZERO;
  let [digits, behind] = [units, places];
  while (digits % 10 === 0) {
    digits /= 10;
    behind -= 1;
  }
  return new Decimal(digits, behind);
}

function ofLarge(units: bigint, places: number): Decimal {
  let [digits, behind] = [units, places];
  while (digits !== 0n && digits % 10n === 0n) {
    digits /= 10n;
    behind -= 1;
  }
  const number = Number(digits);
  return Number.isSafeInteger(number) ? ofUnits(number, behind) : new Decimal(digits, behind);
}

/** A decimal in units of a decimal place, one that none of its digits stands behind; NaN where that is no safe integer. */
export function unitsAt({ units, places }: Decimal, place: number): number {
  if (typeof units === 'bigint') return NaN;
  const shifted = units * (POWERS_OF_TEN[place - places] ?? NaN);
  return Number.isSafeInteger(shifted) ? shifted : NaN;
}

function largeAt({ units, places }: Decimal, place: number): bigint {
  return BigInt(units) * powerOfTen(place - places);
}

function sizeOf(units: Whole): Whole {
  return units < 0 ? -units : units;
}

function compareWholes(one: Whole, another: Whole): -1 | 0 | 1 {
  return one < another ? -1 : one > another ? 1 : 0;
}

function operand(value: Operand): Decimal {
  return typeof value === 'string' ? decimal(value) : value;
}

const WRITTEN = /^(-?\d+)(?:\.(\d+))?(?:e([+-]?\d{1,4}))?$/i;

function ofText(text: string): Decimal {
  const found = WRITTEN.exec(text);
  if (found === null) throw new TypeError(`${JSON.stringify(text.slice(0, 80))} is no decimal`);
  const [, whole = '', fraction = '', exponent = '0'] = found;
  return ofLarge(BigInt(whole + fraction), fraction.length - Number(exponent));
}

const POINT = '.'.charCodeAt(0);
const NOUGHT = '0'.charCodeAt(0);

/** A number with a point, digit by digit as it is written; null where it has an exponent or more digits than are safe. */
function ofPlainFraction(value: number, text: string): Decimal | null {
  // Written without an exponent (ECMA-262, section 6.1.6.1.20).
  const isPlain = Math.abs(value) >= 1e-6 && Math.abs(value) < 1e21;
  if (!isPlain) return null;
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
