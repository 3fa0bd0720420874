import { failed, failure, success, type Outcome } from '../failure.ts';

/** A calendar year, month or day in UTC, as written: `2026`, `2026-10`, `2026-10-05`. */
export interface Period {
  readonly name: string;
  /** Unix seconds. */
  readonly start: number;
  /** Unix seconds, exclusive. */
  readonly end: number;
}

const FORM = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Read a period. */
export function parsePeriod(name: string): Outcome<Period> {
  const match = FORM.exec(name);
  const period = match === null ? null : periodOf(name, match);
  if (period !== null) return success(period);
  return failed([
    failure('fetch', '--period', 'This is not a billing period', {
      expected: 'a month such as 2026-10, a year or a day',
      found: name.slice(0, 40),
      hint: 'A period holds the invoices whose billing period ends in it, in UTC.',
    }),
  ]);
}

function periodOf(
  name: string,
  [, year, month, day]: readonly (string | undefined)[],
): Period | null {
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const start = utcSeconds(y, m, d);
  if (new Date(start * 1000).getUTCDate() !== d) return null;
  if (day !== undefined) return { name, start, end: utcSeconds(y, m, d + 1) };
  if (month !== undefined) return { name, start, end: utcSeconds(y, m + 1, 1) };
  return { name, start, end: utcSeconds(y + 1, 0, 1) };
}

function utcSeconds(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day) / 1000;
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
