import type { UnixSeconds } from '../invoice/invoice.ts';
import type { DayPattern } from '../locale-facts.ts';
import { dayFormat, type DayFormat } from './day-format.ts';
import { createMemo, type Memo } from './memo.ts';

const SECONDS_PER_DAY = 86_400;

/** The furthest moment that a calendar date exists for (ECMA-262, section 21.4.1.1), in seconds. */
const FURTHEST = 8.64e12;

/** Dates of one locale in the Gregorian calendar: billing days are days of UTC, moments those of the customer's zone. */
export interface DateFormats {
  /** `15 October 2025`, a day of UTC. */
  readonly day: DayFormat;
  /** `15 October 2025 at 06:00`, in UTC. */
  readonly moment: Intl.DateTimeFormat;
  /** `15 Oct`, a day of UTC. */
  readonly shortDay: Intl.DateTimeFormat;
  /** `15 Oct 2025`, a day of UTC. */
  readonly mediumDay: Intl.DateTimeFormat;
  /** `15 Oct 2025, 06:00`, in UTC. */
  readonly hour: Intl.DateTimeFormat;
  /** `15 October 2025`, where the customer is. */
  readonly localDay: Intl.DateTimeFormat;
  /** Dates in words: the same few days stand in every document of a period. */
  readonly memo: Memo;
}

const UTC = { timeZone: 'UTC', calendar: 'gregory' } as const;

/** Formatters for a valid BCP 47 locale and IANA time zone. */
export function dateFormats(
  locale: string,
  timeZone = 'UTC',
  known: DayPattern | null = null,
): DateFormats {
  const common = { ...UTC, dateStyle: 'long' } as const;
  const medium = { ...UTC, dateStyle: 'medium' } as const;
  const byIntl = whenAsked(locale, common);
  const moment = whenAsked(locale, { ...common, timeStyle: 'short' });
  const shortDay = whenAsked(locale, { ...UTC, day: 'numeric', month: 'short' });
  const mediumDay = whenAsked(locale, medium);
  const hour = whenAsked(locale, { ...medium, timeStyle: 'short' });
  const localDay = whenAsked(locale, { ...common, timeZone });
  const day = known === null ? null : dayFormat(known, byIntl);
  return {
    get day() {
      return day ?? byIntl();
    },
    get moment() {
      return moment();
    },
    get shortDay() {
      return shortDay();
    },
    get mediumDay() {
      return mediumDay();
    },
    get hour() {
      return hour();
    },
    get localDay() {
      return localDay();
    },
    memo: createMemo(),
  };
}

/** Most documents need one or two of the formatters, and each takes Intl milliseconds to make. */
function whenAsked(locale: string, options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => (made ??= new Intl.DateTimeFormat(locale, options));
}

/** Whether a calendar date exists for this moment. */
export function hasDate(moment: UnixSeconds): boolean {
  return Number.isFinite(moment) && Math.abs(moment) <= FURTHEST - SECONDS_PER_DAY;
}

/** The day on which something happened where the customer is, in words. */
export function formatLocalDay(moment: UnixSeconds, dates: DateFormats): string {
  return write(moment, 'localDay', dates);
}

/** A billing day, a day of UTC, in words. */
export function formatDay(moment: UnixSeconds, dates: DateFormats): string {
  return write(moment, 'day', dates);
}

/** A billing day in few characters: `15 Oct 2025`. */
export function formatMediumDay(moment: UnixSeconds, dates: DateFormats): string {
  return write(moment, 'mediumDay', dates);
}

/** A day of UTC without its year: `15 Oct`. */
export function formatShortDay(moment: UnixSeconds, dates: DateFormats): string {
  return write(moment, 'shortDay', dates);
}

/** The hour of UTC that begins at a moment: `15 Oct 2025, 06:00`. */
export function formatHour(moment: UnixSeconds, dates: DateFormats): string {
  return write(moment, 'hour', dates);
}

/** The last day of a period: an end of exactly midnight belongs to the day before. */
export function lastMoment(end: UnixSeconds): UnixSeconds {
  return isMidnight(end) ? end - 1 : end;
}

/** A billing period in words: whole days where it begins and ends at midnight, else with the time of day. */
export function formatPeriod(start: UnixSeconds, end: UnixSeconds, dates: DateFormats): string {
  const format = isMidnight(start) && isMidnight(end) ? dates.day : dates.moment;
  const last = format === dates.day ? Math.max(start, lastMoment(end)) : Math.max(start, end);
  return dates.memo(`period ${start} ${last} ${format === dates.day}`, () =>
    format.formatRange(toDate(start), toDate(last)),
  );
}

function write(
  moment: UnixSeconds,
  format: 'localDay' | 'day' | 'mediumDay' | 'shortDay' | 'hour',
  dates: DateFormats,
): string {
  return dates.memo(`${format} ${moment}`, () => dates[format].format(toDate(moment)));
}

function isMidnight(moment: UnixSeconds): boolean {
  return moment % SECONDS_PER_DAY === 0;
}

function toDate(moment: UnixSeconds): Date {
  return new Date(moment * 1000);
}
