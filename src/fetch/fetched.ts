import { failure, type Failure } from '../failure.ts';
import type { RawInvoice } from './raw-invoice.ts';

/** What went wrong with a request, in one word. */
export type Fault =
  | 'unauthorized'
  | 'not-found'
  | 'refused'
  | 'rate-limited'
  | 'time-out'
  | 'unreachable'
  | 'cut'
  | 'server'
  | 'redirect'
  | 'wrong-body'
  | 'too-large'
  | 'incomplete';

/** A failure of the API, with what a run needs to decide whether it is worth another try. */
export interface FetchFailure extends Failure {
  readonly fault: Fault;
  /** The status of the last answer; null where there was none. */
  readonly status: number | null;
  /** Whether the same request may well succeed later. */
  readonly retryable: boolean;
}

/** What the API gave, with warnings beside it, or why it did not; fits wherever an `Outcome` does. */
export type Fetched<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Failure[] }
  | {
      readonly ok: false;
      readonly failures: readonly FetchFailure[];
      readonly warnings: readonly Failure[];
    };

/** One invoice of an answer: parsed, and to the byte as it came. */
export interface FetchedInvoice {
  readonly raw: RawInvoice;
  readonly bytes: Uint8Array;
  /** Of `bytes`, in hexadecimal digits. */
  readonly sha256: string;
  /** When the answer began, ISO 8601 in UTC. */
  readonly fetchedAt: string;
}

/** One customer of an answer, untrusted, and to the byte as it came. */
export interface FetchedCustomer {
  readonly body: unknown;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly fetchedAt: string;
}

/** What was asked and what came, as a plain value for a ledger. No secrets are in it. */
export interface FetchRecord {
  readonly url: string;
  /** When the last attempt began, ISO 8601 in UTC. */
  readonly at: string;
  readonly milliseconds: number;
  readonly attempts: number;
  readonly status: number | null;
  readonly bytes: number;
  /** Of the whole body, in hexadecimal digits; null where it did not come whole. */
  readonly sha256: string | null;
  /** Invoices or customers in the body. */
  readonly elements: number;
  readonly fault: Fault | null;
}

/** What a fetch failure may leave out. */
interface Details {
  readonly fault: Fault;
  readonly status?: number | null;
  readonly retryable?: boolean;
  readonly expected?: string | null;
  readonly found?: string | null;
  readonly hint?: string | null;
}

/** Make a `FetchFailure`; it is not retryable and has no status unless said so. */
export function fetchFailure(place: string, message: string, details: Details): FetchFailure {
  const { fault, status = null, retryable = false, ...rest } = details;
  return { ...failure('fetch', place, message, rest), fault, status, retryable };
}

/** What came, as a `Fetched`. */
export function came<T>(value: T, warnings: readonly Failure[] = []): Fetched<T> {
  return { ok: true, value, warnings };
}

/** One failure, as a `Fetched`. */
export function missed(why: FetchFailure): Fetched<never> {
  return { ok: false, failures: [why], warnings: [] };
}
