import { expect, test } from 'vitest';
import { failed, failure, success, type Outcome } from '../src/failure.ts';
import { begin, go, goAbreast, type Way } from '../src/way.ts';

const warning = (message: string) => failure('run', message, message);

/** A way of three steps that notes each; the step of that number fails. */
function wayOf(name: string, notes: string[], failing = 0): Way<string> {
  const step = (number: number) => (before: string) => {
    notes.push(`${name}${number}`);
    const made = before + number;
    const told = warning(made);
    return number === failing ? failed([told]) : success(made, [told]);
  };
  return begin(() => step(1)(name))
    .next(step(2))
    .next(step(3));
}

const messages = (outcome: Outcome<unknown>) => ({
  value: outcome.ok ? outcome.value : null,
  failures: outcome.ok ? [] : outcome.failures.map(({ message }) => message),
  warnings: outcome.warnings.map(({ message }) => message),
});

test('each step takes what the one before it gave, and warnings add up', () => {
  expect(messages(go(wayOf('a', [])))).toEqual({
    value: 'a123',
    failures: [],
    warnings: ['a1', 'a12', 'a123'],
  });
});

test('the way ends where a step fails', () => {
  const notes: string[] = [];
  const outcome = messages(go(wayOf('a', notes, 2)));
  expect(outcome).toEqual({ value: null, failures: ['a12'], warnings: ['a1'] });
  expect(notes).toEqual(['a1', 'a2']);
});

test('ways side by side take their first steps first, and end as they would alone', () => {
  const notes: string[] = [];
  const ways = (kept: string[]) => [wayOf('a', kept), wayOf('b', kept, 2), wayOf('c', kept, 3)];
  const abreast = goAbreast(ways(notes));
  expect(notes).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'c3']);
  expect(abreast.map(messages)).toEqual(ways([]).map((way) => messages(go(way))));
});

test('a shorter way waits for nobody, and no ways are no outcomes', () => {
  const short = begin(() => success('short'));
  const [ended, other] = goAbreast([short, wayOf('a', [])]);
  expect([ended, other].map((outcome) => outcome?.ok === true && outcome.value)).toEqual([
    'short',
    'a123',
  ]);
  expect(goAbreast([])).toEqual([]);
});
