import type { Dispatcher } from 'undici';
import type { FetchRecord } from './fetched.ts';

/** Time and chance, so that tests can decide both. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Wait so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** At least 0 and less than 1. */
  random(): number;
}

/** How long parts of one request may take, in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  /** Until the answer begins. */
  readonly headers: number;
  /** Between two pieces of the body. */
  readonly body: number;
  /** The whole request. */
  readonly total: number;
}

/** The way to the API: what every request has in common. */
export interface Link {
  readonly baseUrl: URL;
  readonly apiKey: string;
  readonly dispatcher: Dispatcher;
  readonly timeouts: Timeouts;
  /** How often a request is made at most, the first one counted. */
  readonly attempts: number;
  readonly clock: Clock;
  record(record: FetchRecord): void;
}
