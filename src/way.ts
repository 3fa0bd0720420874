import { andThen, success, type Outcome } from './failure.ts';

/** What is done with what the step before it gave. */
type Step<A, B> = (value: A) => Outcome<B>;

/** The steps that lead to a value; nothing is done before somebody goes them. */
export interface Way<T> {
  readonly steps: readonly Step<never, unknown>[];
  /** The same way with one step more. */
  next<B>(step: Step<T, B>): Way<B>;
}

/** A way that begins with nothing but this step. */
export function begin<T>(first: () => Outcome<T>): Way<T> {
  return wayOf([first]);
}

function wayOf<T>(steps: Way<T>['steps']): Way<T> {
  return { steps, next: (step) => wayOf([...steps, step]) };
}

/**
 * Take one step after the other, without holding on to what each was made from: the values of a large document do not fit
 * into memory all at once.
 */
export function go<T>(way: Way<T>): Outcome<T> {
  let outcome: Outcome<unknown> = BEGINNING;
  for (const step of way.steps) outcome = andThen(outcome, step as Step<unknown, unknown>);
  return outcome as Outcome<T>;
}

/**
 * Go several ways side by side: all of them take their first step, then all their second. The caches of a processor do not
 * hold the code of a whole way, so it is fetched once for all instead of once for each. What each step gave is there for all of
 * them at a time: few ways, and short ones.
 */
export function goAbreast<T>(ways: readonly Way<T>[]): readonly Outcome<T>[] {
  const outcomes = ways.map((): Outcome<unknown> => BEGINNING);
  const longest = Math.max(0, ...ways.map(({ steps }) => steps.length));
  for (let at = 0; at < longest; at += 1) {
    for (const [index, { steps }] of ways.entries()) {
      const step = steps[at] as Step<unknown, unknown> | undefined;
      if (step !== undefined) outcomes[index] = andThen(outcomes[index] ?? BEGINNING, step);
    }
  }
  return outcomes as readonly Outcome<T>[];
}

const BEGINNING: Outcome<unknown> = success(null);
