import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { placeInText } from './place-in-text.ts';
import { quote } from './raw-invoice.ts';

/** A double keeps 15 to 17 significant digits; a text without a longer number than this loses none. */
const LONG_NUMBER = /\d[\d.]{15}/;
const NUMBERS = /\d[\d.]{15,}(?:[eE][+-]?\d+)?/g;
const MOST_WARNINGS = 10;

/**
 * Warn of each number whose digits do not survive as a double. `JSON.parse` takes the nearest double, and the project its
 * shortest decimal form, so a number of at most 15 digits always comes through as it was written.
 */
export function findLostDigits(text: string, origin: string): readonly Failure[] {
  if (!LONG_NUMBER.test(text)) return [];
  const warnings: Failure[] = [];
  for (let start = 0; start < text.length && warnings.length < MOST_WARNINGS;) {
    const quotation = text.indexOf('"', start);
    const end = quotation < 0 ? text.length : quotation;
    for (const [token, offset] of lossyNumbers(text.slice(start, end))) {
      warnings.push(lost(token, placeInText(text, start + offset, origin)));
    }
    start = quotation < 0 ? end : behindString(text, quotation);
  }
  return warnings.slice(0, MOST_WARNINGS);
}

function lossyNumbers(text: string): readonly (readonly [token: string, offset: number])[] {
  if (!LONG_NUMBER.test(text)) return [];
  return [...text.matchAll(NUMBERS)]
    .filter(([token]) => significantDigits(token) !== significantDigits(String(Number(token))))
    .slice(0, MOST_WARNINGS)
    .map((match) => [match[0], match.index]);
}

/** The digits that matter, without sign, point, exponent and zeros at either end. */
function significantDigits(token: string): string {
  const digits = token.replace(/[eE].*$/, '').replace('.', '');
  return digits.replace(/^0+/, '').replace(/0+$/, '');
}

/** The offset behind the string that begins here; the text is known to be JSON. */
function behindString(text: string, quotation: number): number {
  let end = text.indexOf('"', quotation + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function lost(token: string, place: string): Failure {
  const kept = String(Number(token));
  return failure('fetch', place, 'A number has more digits than a double keeps', {
    expected: 'at most 15 significant digits',
    found: quote(token),
    hint: `It is read as ${kept}.`,
  });
}
