import type { z } from 'zod';
import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { describeFound, pathBelow } from '../fetch/raw-invoice.ts';

type Path = readonly PropertyKey[];

/** What to do about values that are often sent in place of the right one; the first that fits is told. */
const HINTS: readonly (readonly [
  expected: RegExp,
  found: (value: unknown) => boolean,
  hint: string,
])[] = [
  [
    /number/,
    (value) => typeof value === 'string',
    'Amounts are JSON numbers, without quotation marks.',
  ],
  [
    /seconds/,
    (value) => typeof value === 'number' && value > 1e11,
    'This looks like milliseconds.',
  ],
  [
    /ISO 4217/,
    (value) => typeof value === 'string' && /^[A-Z]{3}$/i.test(value.trim()),
    'No invoice can be in it; units of your own belong into creditUnit.',
  ],
  [/ISO 4217/, () => true, 'Currencies have three letters, such as USD.'],
];

/** Failures of the wire form, one for each issue of the schema, below the invoice's path. */
export function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  path: string,
): readonly Failure[] {
  return issues.map((issue) =>
    wrongValue(pathBelow(path, issue.path), nameOf(issue.path), issue.message, issue.input),
  );
}

/** The failure of one value: what it is called, what it must be and what it is. */
function wrongValue(place: string, subject: string, expected: string, value: unknown): Failure {
  const message = value === undefined ? `${subject} is missing` : `${subject} must be ${expected}`;
  const hint = HINTS.find(([words, fits]) => words.test(expected) && fits(value))?.[2] ?? null;
  return failure('invoice', place, message, { expected, found: describeFound(value), hint });
}

/** The last name of a path, with its indexes: `price`, `productItemInvoices[3]`. */
function nameOf(path: Path): string {
  const last = path.findLastIndex((key) => typeof key !== 'number');
  return last < 0 ? 'The invoice' : pathBelow('$', path.slice(last));
}
