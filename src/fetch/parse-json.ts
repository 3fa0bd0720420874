import { failed, failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import { locateJsonError } from './locate-json-error.ts';
import type { JsonError } from './locate-json-error.ts';
import { findLostDigits } from './lost-digits.ts';
import { placeInText } from './place-in-text.ts';
import { quote } from './raw-invoice.ts';

/** No JSON number that a program writes is longer; no more of a bad text is quoted. */
const LONGEST_TOKEN = 40;

/** Likely reasons, by what was found, alone or with the character before it; the first that fits is told. */
const REASONS: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/^</, 'This looks like HTML, such as the error page of a proxy.'],
  [/^'/, 'JSON wants double quotation marks.'],
  [/^,[}\]]/, 'Remove the comma before it.'],
  [/^(?:NaN|-?Infinity)/, 'JSON has neither NaN nor Infinity.'],
  [/^[}\]][{[]/, 'Several invoices belong in one list: [ …, … ].'],
];

/** The value of a JSON text. Numbers become doubles; those that lose digits in it are named in a warning. */
export function parseJson(text: string, origin: string): Outcome<unknown> {
  try {
    return success(JSON.parse(text) as unknown, findLostDigits(text, origin));
  } catch (error) {
    return failed([malformed(text, origin, locateJsonError(text) ?? beyondTheParser(text, error))]);
  }
}

function malformed(text: string, origin: string, { offset, expected }: JsonError): Failure {
  const place = placeInText(text, offset, origin);
  if (text.length - offset < LONGEST_TOKEN && isCutWord(text.slice(offset))) {
    const hint = 'The text looks cut off; get it again.';
    const found = 'the end of the text';
    return failure('fetch', place, 'The JSON ends too early', { expected, found, hint });
  }
  const found = quote(text.slice(offset, offset + LONGEST_TOKEN));
  return failure('fetch', place, 'The text is not JSON', {
    expected,
    found,
    hint: reason(text, offset),
  });
}

/** Whether all that is left is the beginning of a literal or number: a text cut within it. */
function isCutWord(rest: string): boolean {
  if (/^-?(?:0|[1-9]\d*)?(?:\.|[eE][+-]?|\.\d+[eE][+-]?)?$/.test(rest)) return true;
  return ['true', 'false', 'null'].some((word) => word !== rest && word.startsWith(rest));
}

function reason(text: string, offset: number): string | null {
  const found = text.slice(offset, offset + LONGEST_TOKEN);
  const start = Math.max(0, offset - LONGEST_TOKEN);
  const before = text.slice(start, offset).trimEnd().at(-1) ?? '';
  const fits = ([pattern]: readonly [RegExp, string]) =>
    pattern.test(found) || pattern.test(before + found);
  return REASONS.find(fits)?.[1] ?? null;
}

function beyondTheParser(text: string, error: unknown): JsonError {
  const found = error instanceof Error ? error.message : String(error);
  return { offset: text.length, expected: `JSON that the parser can hold (${found})` };
}
