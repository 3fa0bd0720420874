import type { ArchiveSettings } from '../config/schema-archive.ts';
import type { Retention } from './archive.ts';

/**
 * Until when a file issued on this day must stay: the day so many years later, or the last moment of that calendar
 * year. Null where nothing is asked for, or the time is over at `now` already.
 */
export function retentionOf(
  isoDate: string,
  settings: Pick<ArchiveSettings, 'retention'>,
  now: Date,
): Retention | null {
  const { retention } = settings;
  const [, year, rest] = /^(\d{4})-(\d{2}-\d{2})/.exec(isoDate) ?? [];
  if (retention === undefined || year === undefined || rest === undefined) return null;
  const last = Number(year) + retention.years;
  const day = retention.endOfYear ? '12-31' : rest;
  const until = new Date(`${last}-${day}T23:59:59.000Z`);
  return until > now ? { mode: retention.mode, until: until.toISOString() } : null;
}
