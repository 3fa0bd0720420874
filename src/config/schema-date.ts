import * as z from 'zod';
import { startOf } from '../calendar.ts';

/** A calendar day: `2025-09-30`. */
export const isoDate = z.string().refine(isDay, 'a day such as 2025-09-30');

/** Whether a text is a day of the calendar, written as ISO 8601 has it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && startOf(text) !== null;
}
