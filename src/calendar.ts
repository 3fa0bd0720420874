import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A length of calendar time. */
export type CalendarUnit = 'day' | 'month' | 'year';

/** Unix seconds of midnight UTC with which a day such as `2025-09-30`, or a month or year, begins; null for what is none. */
export function startOf(text: string): number | null {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const whole = `${year}-${month}-${day}`;
  const moment = dayjs.utc(`${whole}T00:00:00Z`);
  return moment.isValid() && moment.toISOString().startsWith(whole) ? moment.unix() : null;
}

/** The moment so many days, months or years later in UTC, both in Unix seconds; a month's end stays within its month. */
export function later(moment: number, count: number, unit: CalendarUnit): number {
  return dayjs.unix(moment).utc().add(count, unit).unix();
}

/** Full days of UTC time from one moment to another, in Unix seconds; negative where the other one is earlier. */
export function daysFrom(moment: number, other: number): number {
  return Math.floor(dayjs.unix(other).diff(dayjs.unix(moment), 'day', true));
}

const SECONDS_PER_DAY = 86_400;

/** The beginning of the day of UTC that a moment is in, in Unix seconds; by arithmetic, for it is asked of every hour of usage. */
export function startOfDay(moment: number): number {
  return Math.floor(moment / SECONDS_PER_DAY) * SECONDS_PER_DAY;
}

/** The day of UTC that a moment in Unix seconds is in: `2025-10-01`. */
export function isoDay(moment: number): string {
  return new Date(moment * 1000).toISOString().slice(0, -'T00:00:00.000Z'.length);
}
