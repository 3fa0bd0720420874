import { z } from 'zod';

/** A calendar day: `2025-09-30`. */
export const isoDate = z.string().refine(isDay, 'a day such as 2025-09-30');

/** Whether a text is a day of the calendar, written as ISO 8601 has it. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
