import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';

/** Enough to mend an invoice by; a hostile one could have millions. */
const MOST_FAILURES = 200;

/** The first failures, and how many more there are. */
export function limitFailures(failures: readonly Failure[], place: string): readonly Failure[] {
  const more = failures.length - MOST_FAILURES;
  if (more <= 0) return failures;
  const rest = failure('invoice', place, `There are ${more} more like these`);
  return [...failures.slice(0, MOST_FAILURES), rest];
}
