import { chanceOf } from './chance.ts';

/** What may go wrong with an answer. */
export type Fault =
  | 'too-many-requests'
  | 'gateway-timeout'
  | 'server-error'
  | 'cut'
  | 'error-in-body'
  | 'html'
  | 'not-json'
  | 'silent';

/** Shares of all answers that go wrong, and how; a request that is repeated succeeds in the end. */
export interface Faults {
  readonly seed: string;
  readonly shares: Readonly<Partial<Record<Fault, number>>>;
  /** How often the same request goes wrong at most. */
  readonly mostInARow: number;
  /** Seconds that a `Retry-After` asks for; null writes none. */
  readonly retryAfter: number | null;
  /** Least and most milliseconds before an answer begins. */
  readonly delay: readonly [number, number];
}

/** Nothing goes wrong. */
export const NO_FAULTS: Faults = {
  seed: '',
  shares: {},
  mostInARow: 0,
  retryAfter: null,
  delay: [0, 0],
};

/** A bad day: about every third answer goes wrong. */
export const MANY_FAULTS: Faults = {
  seed: 'bad day',
  shares: {
    'too-many-requests': 0.1,
    'gateway-timeout': 0.06,
    'server-error': 0.06,
    cut: 0.06,
    'error-in-body': 0.02,
    html: 0.02,
    'not-json': 0.02,
  },
  mostInARow: 2,
  retryAfter: 0,
  delay: [0, 5],
};

/** What happens to a request: by its path and how often it came before, so that every run goes wrong in the same way. */
export function faultOf(faults: Faults, path: string, times: number): Fault | null {
  if (times >= faults.mostInARow) return null;
  const value = chanceOf(faults.seed, path, times).next();
  let bound = 0;
  for (const [fault, share] of Object.entries(faults.shares)) {
    bound += share;
    if (value < bound) return fault as Fault;
  }
  return null;
}

/** Milliseconds before the answer to a request begins. */
export function delayOf(
  { seed, delay: [least, most] }: Faults,
  path: string,
  times: number,
): number {
  return most === 0 ? 0 : chanceOf(seed, 'delay', path, times).whole(least, most);
}
