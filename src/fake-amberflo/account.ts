/** The make-believe account: everything in it follows from these values. */
export interface Account {
  readonly seed: string;
  readonly customers: number;
  /** The month that is open, `2026-11`; earlier ones are final, but for a few in their grace period. */
  readonly openMonth: string;
  /** Months of history before the open one. */
  readonly history: number;
  /** Which lines have usage by the hour. */
  readonly hours: 'none' | 'some' | 'all';
  /** Projects on the bill of the largest customer, a few lines each; 0 for none. */
  readonly projects: number;
}

/** Twenty-five customers, October 2026 billed, November open. */
export const DEMO_ACCOUNT: Account = {
  seed: 'halcyon',
  customers: 25,
  openMonth: '2026-11',
  history: 3,
  hours: 'some',
  projects: 60,
};

/** A calendar month in UTC. */
export interface Month {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** Unix seconds. */
  readonly start: number;
  /** Unix seconds, exclusive. */
  readonly end: number;
}

/** The month so many months before another one, `2026-11`. */
export function monthBefore(open: string, back: number): Month {
  const [year = 2026, month = 1] = open.split('-').map(Number);
  const count = year * 12 + month - 1 - back;
  const start = Date.UTC(Math.floor(count / 12), count % 12, 1) / 1000;
  const end = Date.UTC(Math.floor((count + 1) / 12), (count + 1) % 12, 1) / 1000;
  return { year: Math.floor(count / 12), month: (count % 12) + 1, start, end };
}
