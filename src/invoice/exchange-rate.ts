import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { pathBelow } from '../fetch/raw-invoice.ts';
import { ZERO, decimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { isZero } from '../money/money.ts';
import { halfUnit } from '../money/round.ts';
import type { Columns, ExchangeRate, Invoice, Totals } from './invoice.ts';
import { TOTAL_NAMES } from './totals.ts';

/** The same total before and after the exchange. */
interface Exchanged {
  readonly before: Decimal;
  readonly after: Decimal;
}

const RELATIVE_TOLERANCE = decimal('0.000001');

/**
 * The exchange rate in the direction that the totals prove, because the source does not say it: base × rate = payment, or
 * payment × rate = base. First the totals are taken to be exact; if that decides nothing, to be rounded to their
 * currencies' digits. Null where there is no rate or second currency, or no one direction fits every total.
 */
export function exchangeRateOf(
  rate: number | null | undefined,
  { payment, base }: Columns,
  totals: Totals,
): ExchangeRate | null {
  if (rate === null || rate === undefined || rate <= 0 || base === null) return null;
  const forward: ExchangeRate = { from: base, to: payment, rate: decimal(rate) };
  const backward: ExchangeRate = { from: payment, to: base, rate: decimal(rate) };
  const exact = fitting(forward, backward, totals, false);
  const found = exact.length > 0 ? exact : fitting(forward, backward, totals, true);
  return found.length === 1 || rate === 1 ? (found[0] ?? null) : null;
}

/** A warning where a rate was given that the totals do not bear out. */
export function doubtRate(
  rate: number | null | undefined,
  { columns, exchange, totals }: Invoice,
  path: string,
): readonly Failure[] {
  if (rate === null || rate === undefined || exchange !== null) return [];
  if (columns.base === null || exchangesOf(totals).length === 0) return [];
  const place = pathBelow(path, ['paymentCurrencyInfo', 'exchangeRate']);
  return [
    failure(
      'invoice',
      place,
      'The exchange rate is not printed: no one direction of it fits the totals',
      {
        expected: `${totals.due.payment.currency.code} for ${columns.base.code} or the reverse`,
        found: String(rate),
      },
    ),
  ];
}

function fitting(
  forward: ExchangeRate,
  backward: ExchangeRate,
  totals: Totals,
  rounded: boolean,
): readonly ExchangeRate[] {
  const there = exchangesOf(totals);
  if (there.length === 0) return [];
  const back = there.map(({ before, after }) => ({ before: after, after: before }));
  return [
    ...(fits(forward, there, rounded) ? [forward] : []),
    ...(fits(backward, back, rounded) ? [backward] : []),
  ];
}

function fits(
  { from, to, rate }: ExchangeRate,
  exchanges: readonly Exchanged[],
  rounded: boolean,
): boolean {
  const absolute = rounded ? halfUnit(to).plus(halfUnit(from).times(rate)) : ZERO;
  return exchanges.every(({ before, after }) => {
    const exchanged = before.times(rate);
    if (exchanged.eq(after)) return true;
    const tolerance = absolute.plus(after.abs().times(RELATIVE_TOLERANCE));
    return exchanged.minus(after).abs().lte(tolerance);
  });
}

/** Totals from base to payment currency, without those that are nothing in the base currency and prove nothing. */
function exchangesOf(totals: Totals): readonly Exchanged[] {
  return TOTAL_NAMES.flatMap((name) => {
    const { base, payment } = totals[name];
    if (base === null || isZero(base)) return [];
    return [{ before: base.amount, after: payment.amount }];
  });
}
