import { formatDay, type DateFormats } from './date-formats.ts';

/** A day of ISO 8601 in words: `2025-09-30` is `30 September 2025`. */
export function formatIsoDay(day: string, dates: DateFormats): string {
  return formatDay(Date.parse(`${day}T00:00:00Z`) / 1000, dates);
}
