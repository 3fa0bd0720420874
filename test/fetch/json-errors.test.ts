import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesOf, failureOf, read } from './reading.ts';

describe('text that is not JSON', () => {
  test.each([
    ['{"a":1,\n "b":tru', 'in.json:2:6', 'The JSON ends too early', 'a value'],
    ['{"a":1,\n "b":1', 'in.json:2:7', 'The JSON ends too early', "',' or '}'"],
    ['{"a":1,\n "b', 'in.json:2:4', 'The JSON ends too early', `'"' at the end of the string`],
    ['{"a":1,\n', 'in.json:2:1', 'The JSON ends too early', 'a name in double quotes'],
    ['{"a"', 'in.json:1:5', 'The JSON ends too early', "':'"],
    ['[1,2', 'in.json:1:5', 'The JSON ends too early', "',' or ']'"],
    ['[1,-', 'in.json:1:4', 'The JSON ends too early', 'a value'],
    ['[', 'in.json:1:2', 'The JSON ends too early', "a value or ']'"],
    ['{', 'in.json:1:2', 'The JSON ends too early', "a name in double quotes or '}'"],
    ['["\\u12', 'in.json:1:3', 'The text is not JSON', 'a valid escape or character of a string'],
    ['{"a":1,}', 'in.json:1:8', 'The text is not JSON', 'a name in double quotes'],
    ['[1 2]', 'in.json:1:4', 'The text is not JSON', "',' or ']'"],
    ['{"a" 1}', 'in.json:1:6', 'The text is not JSON', "':'"],
    ['[1.2.3]', 'in.json:1:2', 'The text is not JSON', "a value or ']'"],
    ['["a\tb"]', 'in.json:1:4', 'The text is not JSON', 'a valid escape or character of a string'],
    ['["\\x"]', 'in.json:1:3', 'The text is not JSON', 'a valid escape or character of a string'],
    ['{"a":1}\n{"a":2}', 'in.json:2:1', 'The text is not JSON', 'the end of the text'],
  ])('%j', (text, place, message, expected) => {
    expect(failureOf(bytesOf(text))).toMatchObject({ place, message, expected });
  });

  test.each([
    ['<html>', 'This looks like HTML, such as the error page of a proxy.'],
    ["{'a':1}", 'JSON wants double quotation marks.'],
    ['{"a":1,\n}', 'Remove the comma before it.'],
    ['[NaN]', 'JSON has neither NaN nor Infinity.'],
    ['[-Infinity]', 'JSON has neither NaN nor Infinity.'],
    ['{"a":1}\n{"a":2}', 'Several invoices belong in one list: [ …, … ].'],
  ])('%j has a hint', (text, hint) => {
    expect(failureOf(bytesOf(text)).hint).toBe(hint);
  });

  test('every text that JSON.parse refuses is located, every other is not', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\u0001',
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const outcome = read(text);
        const isSyntax =
          !outcome.ok && /ends too early|is not JSON$/.test(outcome.failures[0]?.message ?? '');
        expect(isSyntax).toBe(text.trim() !== '' && !isJson(text));
        if (!outcome.ok && isSyntax) expect(outcome.failures[0]?.expected).not.toMatch(/parser/);
      }),
      { numRuns: 3000 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
