import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import { placeInText } from './place-in-text.ts';
import { quote } from './raw-invoice.ts';

/** Numbers of 16 characters or more: a double keeps 15 to 17 significant digits, so that no shorter one loses any. */
const LONG_NUMBERS = /[:,[]\s*-?(\d[\d.]{15,}(?:[eE][+-]?\d+)?)/g;
const MOST_WARNINGS = 10;

/**
 * Warn of the first numbers whose digits do not survive as a double. `JSON.parse` takes the nearest double, and the project
 * its shortest decimal form, so a number of at most 15 digits always comes through as it was written.
 */
export function findLostDigits(text: string, origin: string): readonly Failure[] {
  const warnings: Failure[] = [];
  let outside = 0;
  for (const match of text.matchAll(LONG_NUMBERS)) {
    const token = match[1] ?? '';
    if (significantDigits(token) === significantDigits(String(Number(token)))) continue;
    const offset = match.index + match[0].length - token.length;
    outside = behindStrings(text, outside, offset);
    if (outside <= offset) warnings.push(lost(token, placeInText(text, offset, origin)));
    if (warnings.length === MOST_WARNINGS) break;
  }
  return warnings;
}

/** The digits that matter, without sign, point, exponent and zeros at either end. */
function significantDigits(token: string): string {
  const digits = token.replace(/[eE].*$/, '').replace('.', '');
  return digits.replace(/^0+/, '').replace(/0+$/, '');
}

/** The offset behind all strings that begin before the limit; beyond the limit where that is within a string. */
function behindStrings(text: string, start: number, limit: number): number {
  let outside = start;
  let quotation = text.indexOf('"', outside);
  while (quotation >= 0 && quotation < limit) {
    outside = behindString(text, quotation);
    if (outside > limit) return outside;
    quotation = text.indexOf('"', outside);
  }
  return outside;
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
