import type { Clock } from './link.ts';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/** The longest `Retry-After` that is waited for; a server that asks for more is given up for now. */
export const LONGEST_RETRY_AFTER = 120_000;

/**
 * Milliseconds to wait before the next attempt: what the server asked for and up to half a second more, or else anything up
 * to a bound that doubles each time, so that many clients do not come back at once.
 */
export function waitBefore(attempt: number, retryAfter: number | null, clock: Clock): number {
  if (retryAfter !== null) return retryAfter + clock.random() * FIRST_WAIT;
  return clock.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt);
}

/** Milliseconds of a `Retry-After` header, given in seconds or as a date (RFC 9110, section 10.2.3); null where it says nothing. */
export function readRetryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
