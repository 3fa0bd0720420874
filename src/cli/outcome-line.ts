import type { Failure } from '../failure.ts';

/** What `--json` prints for one invoice; the keys are a contract with scripts. */
export type OutcomeLine = RenderedLine | FailedLine;

/** An invoice that became a file. */
export interface RenderedLine {
  readonly status: 'ok';
  readonly invoiceUri: string;
  readonly number: string;
  readonly file: string;
  /** Where the usage was written, if it was. */
  readonly csv?: string;
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly currency: string;
  /** Exact decimal in the payment currency, rounded as printed. */
  readonly amountDue: string;
  readonly warnings: readonly Failure[];
}

/** An invoice, or a whole file, that did not; `invoiceUri` is null where none could be read. */
export interface FailedLine {
  readonly status: 'failed';
  readonly invoiceUri: string | null;
  readonly failures: readonly Failure[];
}

/** The URI of a body that may be no invoice at all. */
export function uriOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { invoiceUri } = body as { readonly invoiceUri?: unknown };
  return typeof invoiceUri === 'string' ? invoiceUri : null;
}
