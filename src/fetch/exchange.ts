import { ask, placeOf } from './ask.ts';
import { LONGEST_RETRY_AFTER, readRetryAfter, waitBefore } from './back-off.ts';
import { errorInBody } from './error-in-body.ts';
import type { FetchFailure } from './fetched.ts';
import type { Link } from './link.ts';
import { readAnswer, type Element, type Part, type Whole } from './read-answer.ts';

/** A part of an answer that came, perhaps at a later attempt; the last one is `whole` or `failure`. */
export type ExchangePart = (
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'whole'; readonly whole: Whole }
  | { readonly kind: 'failure'; readonly failure: FetchFailure }
) & { readonly at: string; readonly place: string };

/** What is asked: a path with its query, and the fields of the answer whose list is split. */
export interface Question {
  readonly path: string;
  readonly keys: readonly string[];
  /** Whether a lighter question follows a 504, so that this one is not asked again. */
  readonly heavy: boolean;
}

/** What the attempts of one exchange share. */
interface Course {
  readonly link: Link;
  readonly question: Question;
  readonly place: string;
  /** Hashes of the elements that were handed on. */
  readonly given: Set<string>;
}

/**
 * Ask until an answer came whole, or trying again is no use. An element that an earlier attempt gave before it was cut is
 * not given again. Every exchange ends with one record.
 */
export async function* exchange(link: Link, question: Question): AsyncGenerator<ExchangePart> {
  const course = { link, question, place: placeOf(link, question.path), given: new Set<string>() };
  for (let attempt = 1; ; attempt += 1) {
    const began = link.clock.now();
    const at = new Date(began).toISOString();
    const trial: Trial = { retryAfter: null };
    for await (const part of tryOnce(course, trial)) {
      const last = part.kind !== 'element';
      const wait = part.kind === 'failure' ? patience(course, part.failure, trial, attempt) : null;
      if (wait !== null) {
        await link.clock.sleep(wait);
        break;
      }
      if (last) link.record(recordOf(course, part, { at, began, attempts: attempt }));
      yield { ...part, at, place: course.place };
      if (last) return;
    }
  }
}

/** What an attempt leaves for the next one. */
interface Trial {
  retryAfter: number | null;
}

async function* tryOnce(course: Course, trial: Trial): AsyncGenerator<Part> {
  const { link, question, place, given } = course;
  const attempt = await ask(link, question.path);
  if (!attempt.ok) {
    trial.retryAfter = readRetryAfter(attempt.retryAfter, link.clock.now());
    return yield { kind: 'failure', failure: attempt.failure };
  }
  for await (const part of readAnswer(attempt.answer, { link, place, keys: question.keys })) {
    if (part.kind === 'element') {
      if (given.has(part.element.sha256)) continue;
      given.add(part.element.sha256);
    }
    const wrong =
      part.kind === 'whole' ? errorInBody(part.whole.around, question.keys, { link, place }) : null;
    yield wrong === null ? part : { kind: 'failure', failure: wrong };
  }
}

/** Milliseconds to wait for the next attempt; null where there is none. */
function patience(
  { link, question }: Course,
  failure: FetchFailure,
  { retryAfter }: Trial,
  attempt: number,
): number | null {
  if (!failure.retryable || attempt >= link.attempts) return null;
  if (question.heavy && failure.status === 504) return null;
  if (retryAfter !== null && retryAfter > LONGEST_RETRY_AFTER) return null;
  return waitBefore(attempt, retryAfter, link.clock);
}

function recordOf(
  { link, place }: Course,
  part: Exclude<Part, { kind: 'element' }>,
  { at, began, attempts }: { at: string; began: number; attempts: number },
) {
  const whole = part.kind === 'whole' ? part.whole : null;
  const failure = part.kind === 'failure' ? part.failure : null;
  return {
    url: place,
    at,
    milliseconds: link.clock.now() - began,
    attempts,
    status: failure === null ? 200 : failure.status,
    bytes: whole?.size ?? 0,
    sha256: whole?.sha256 ?? null,
    elements: whole?.elements ?? 0,
    fault: failure?.fault ?? null,
  };
}
