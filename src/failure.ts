/** The steps of the flow, in order; the folders of src/, `Failure.stage` and the timings use these words. */
export type Stage =
  | 'config'
  | 'fetch'
  | 'invoice'
  | 'document'
  | 'tax'
  | 'view'
  | 'template'
  | 'markup'
  | 'style'
  | 'box'
  | 'layout'
  | 'paginate'
  | 'e-invoice'
  | 'draw'
  | 'signature'
  | 'deliver'
  | 'archive'
  | 'mail'
  | 'ledger'
  | 'run';

/** One thing that went wrong or deserves a look: where, what was expected, what was found, what to do. */
export interface Failure {
  readonly stage: Stage;
  /** A JSON path (`data[0].planName`) or a position in a file (`style.css:12:3`). */
  readonly place: string;
  readonly message: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly hint: string | null;
}

/** What a stage answers: its value with warnings beside it, or everything that failed. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Failure[] }
  | {
      readonly ok: false;
      readonly failures: readonly Failure[];
      readonly warnings: readonly Failure[];
    };

/** What a failure may leave out. */
type Details = Partial<Pick<Failure, 'expected' | 'found' | 'hint'>>;

/** Make a `Failure`; details that are not given are null. */
export function failure(
  stage: Stage,
  place: string,
  message: string,
  details: Details = {},
): Failure {
  return { stage, place, message, expected: null, found: null, hint: null, ...details };
}

/** Wrap a value and its warnings. */
export function success<T>(value: T, warnings: readonly Failure[] = []): Outcome<T> {
  return { ok: true, value, warnings };
}

/** Wrap failures; nothing of the value is left. */
export function failed(
  failures: readonly Failure[],
  warnings: readonly Failure[] = [],
): Outcome<never> {
  return { ok: false, failures, warnings };
}

/** Go on with the value if there is one; warnings of both steps are kept in order. */
export function andThen<A, B>(outcome: Outcome<A>, next: (value: A) => Outcome<B>): Outcome<B> {
  if (!outcome.ok) return outcome;
  const result = next(outcome.value);
  const warnings = [...outcome.warnings, ...result.warnings];
  return result.ok ? success(result.value, warnings) : failed(result.failures, warnings);
}
