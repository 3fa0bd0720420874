import { later, startOf, type CalendarUnit } from '../calendar.ts';
import { failed, failure, success, type Outcome } from '../failure.ts';

/** A calendar year, month or day in UTC, as written: `2026`, `2026-10`, `2026-10-05`. */
export interface Period {
  readonly name: string;
  /** Unix seconds. */
  readonly start: number;
  /** Unix seconds, exclusive. */
  readonly end: number;
}

const UNITS: readonly CalendarUnit[] = ['year', 'month', 'day'];

/** Read a period. */
export function parsePeriod(name: string): Outcome<Period> {
  const period = periodOf(name);
  if (period !== null) return success(period);
  return failed([
    failure('fetch', '--period', 'This is not a billing period', {
      expected: 'a month such as 2026-10, a year or a day',
      found: name.slice(0, 40),
      hint: 'A period holds the invoices whose billing period ends in it, in UTC.',
    }),
  ]);
}

/** `2026` has one part and lasts a year, `2026-10` has two and lasts a month. */
function periodOf(name: string): Period | null {
  const start = startOf(name);
  const unit = UNITS[name.split('-').length - 1];
  return start === null || unit === undefined ? null : { name, start, end: later(start, 1, unit) };
}

/**
 * Whether an invoice belongs to a period: the last second of its billing period lies in it, in UTC. An invoice without
 * a readable end belongs to every period, so that it is reported and not lost.
 */
export function isInPeriod(body: unknown, period: Period | null): boolean {
  if (period === null) return true;
  const end = endOf(body);
  return end === null || (end > period.start && end <= period.end);
}

function endOf(body: unknown): number | null {
  if (typeof body !== 'object' || body === null) return null;
  const { invoiceEndTimeInSeconds: end } = body as { readonly invoiceEndTimeInSeconds?: unknown };
  return typeof end === 'number' ? end : null;
}
