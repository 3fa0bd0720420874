import { failed, type Outcome } from '../failure.ts';

/** With `--strict` warnings are failures. */
export function strictly<T>(outcome: Outcome<T>, strict: boolean): Outcome<T> {
  return strict && outcome.ok && outcome.warnings.length > 0 ? failed(outcome.warnings) : outcome;
}
