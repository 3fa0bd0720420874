import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, checkSize, readInvoices } from '../../src/fetch/read-invoices.ts';
import type { Failure } from '../../src/failure.ts';
import type { RawInvoice } from '../../src/fetch/raw-invoice.ts';

const INVOICE = { invoiceUri: 'payments/invoices/1' };

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function read(text: string) {
  return readInvoices(bytesOf(text), 'in.json');
}

function invoicesOf(text: string): readonly RawInvoice[] {
  const outcome = read(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

function failureOf(bytes: Uint8Array): Failure {
  const outcome = readInvoices(bytes, 'in.json');
  const [first, ...others] = outcome.ok ? [] : outcome.failures;
  if (first === undefined || others.length > 0) throw new Error('expected exactly one failure');
  return first;
}

describe('every envelope', () => {
  test.each([
    ['one invoice', INVOICE, ['$']],
    ['a list', [INVOICE, INVOICE], ['[0]', '[1]']],
    ['a page', { pageInfo: { pageNumber: 1 }, data: [INVOICE] }, ['data[0]']],
    [
      'an event with one',
      { topic: 'ready-product-invoices', eventId: 'e', data: INVOICE },
      ['data'],
    ],
    [
      'an event with two',
      { topic: 't', eventId: 'e', data: [INVOICE, INVOICE] },
      ['data[0]', 'data[1]'],
    ],
    ['a page with a message beside it', { message: 'ok', data: [INVOICE] }, ['data[0]']],
    ['an invoice with a field named message', { ...INVOICE, message: 'x' }, ['$']],
  ])('%s', (_, body, paths) => {
    const invoices = invoicesOf(JSON.stringify(body));
    expect(invoices.map(({ path }) => path)).toEqual(paths);
    expect(invoices.every(({ origin }) => origin === 'in.json')).toBe(true);
  });

  test('the elements of a list are left to the next stage', () => {
    expect(invoicesOf('[null, 1, {}]').map(({ body }) => body)).toEqual([null, 1, {}]);
  });

  test('the sample file', () => {
    const outcome = readInvoices(readFileSync('examples/amberflo-invoices.json'), 'sample');
    expect(outcome.ok && outcome.value.map(({ path }) => path)).toEqual(['[0]', '[1]']);
    expect(outcome.warnings).toEqual([]);
  });

  test.each(['[]', '{"pageInfo":{},"data":[]}'])(
    '%s has no invoices, which is a warning',
    (text) => {
      const outcome = read(text);
      expect(outcome).toMatchObject({ ok: true, value: [] });
      expect(outcome.warnings.map(({ message }) => message)).toEqual([
        'There are no invoices in the list',
      ]);
    },
  );
});

describe('bodies without an invoice', () => {
  test.each([
    ['', 'The body is empty', 'no bytes'],
    [' \n\t', 'The body is empty', 'white space only'],
    ['null', 'The body is null: there is no such invoice', 'null'],
    ['{}', 'The body is an empty object: there is no such invoice', 'an empty object'],
    ['"invoice"', 'The JSON is not an invoice', '"invoice" (a string)'],
    ['42', 'The JSON is not an invoice', '42'],
    ['true', 'The JSON is not an invoice', 'true'],
    ['{"invoice":1}', 'The JSON is not an invoice', 'an object with invoice'],
    ['{"__proto__":{"invoiceUri":"x"}}', 'The JSON is not an invoice', 'an object with __proto__'],
    ['{"topic":"t","data":null}', 'The envelope has no invoice in it', 'null'],
    ['{"topic":"t","data":{}}', 'The envelope has no invoice in it', 'an empty object'],
    ['{"data":"x"}', 'The envelope has no invoice in it', '"x" (a string)'],
  ])('%s', (text, message, found) => {
    expect(failureOf(bytesOf(text))).toMatchObject({ stage: 'fetch', message, found });
  });

  test.each([
    ['{"errorMessage":"no such customer"}', 'errorMessage: "no such customer" (a string)'],
    ['{"message":"Forbidden"}', 'message: "Forbidden" (a string)'],
    ['{"error":{"code":5}}', 'error: an object with code'],
    ['{"message":"gone","data":null}', 'message: "gone" (a string)'],
  ])('the answer %s is an error', (text, found) => {
    const message = 'The server answered with an error instead of an invoice';
    expect(failureOf(bytesOf(text))).toMatchObject({ message, found });
  });
});

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

describe('encodings', () => {
  test('a byte order mark is left out with a warning', () => {
    const outcome = readInvoices(bytesOf(`\ufeff${JSON.stringify(INVOICE)}`), 'in.json');
    expect(outcome).toMatchObject({ ok: true, value: [{ body: INVOICE }] });
    expect(outcome.warnings.map(({ message }) => message)).toEqual([
      'The text begins with a byte order mark, which was left out',
    ]);
  });

  test.each([
    ['little-endian with a mark', Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0)],
    ['big-endian with a mark', Uint8Array.of(0xfe, 0xff, 0, 0x7b, 0, 0x7d)],
    ['little-endian', Uint8Array.of(0x7b, 0, 0x7d, 0)],
    ['big-endian', Uint8Array.of(0, 0x7b, 0, 0x7d)],
  ])('UTF-16 %s is named', (_, bytes) => {
    expect(failureOf(bytes)).toMatchObject({
      message: 'The text is encoded in UTF-16',
      found: 'UTF-16',
    });
  });

  test('Latin-1 is told by its first bad byte', () => {
    const bytes = Uint8Array.from(Buffer.from('{"a":\n"Müller"}', 'latin1'));
    expect(failureOf(bytes)).toMatchObject({
      message: 'The text is not UTF-8: byte 9 cannot stand there',
      found: 'byte 0xFC in line 2',
    });
  });

  test.each([
    ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22], 2],
    ['an overlong form', [0x22, 0xc0, 0xaf, 0x22], 2],
    ['beyond U+10FFFF', [0x22, 0xf4, 0x90, 0x80, 0x80], 2],
    ['a tail alone', [0x22, 0x41, 0x80], 3],
    ['a character cut off', [0x22, 0xc3, 0xa4, 0xe2, 0x82], 4],
  ])('%s', (_, bytes, position) => {
    expect(failureOf(Uint8Array.from(bytes)).message).toBe(
      `The text is not UTF-8: byte ${position} cannot stand there`,
    );
  });
});

describe('size and depth', () => {
  test('256 MiB are read, one byte more is not', () => {
    expect(checkSize(MOST_BYTES, 'in.json')).toBeNull();
    expect(checkSize(MOST_BYTES + 1, 'in.json')).toMatchObject({
      place: 'in.json',
      expected: 'at most 256 MiB',
      found: '257 MiB',
    });
  });

  test('a million open brackets are an early end, not a stack overflow', () => {
    expect(failureOf(bytesOf('['.repeat(1e6)))).toMatchObject({
      message: 'The JSON ends too early',
    });
  });

  test('a deep value is passed on or refused, never walked', () => {
    const deep = `${'['.repeat(1e5)}${']'.repeat(1e5)}`;
    expect(invoicesOf(deep)).toHaveLength(1);
    expect(failureOf(bytesOf(`{"error":${deep}}`)).found).toBe('error: a list of 1');
    expect(
      failureOf(
        bytesOf(
          `{"data":${'{"a":'.repeat(1e4)}1${'}'.repeat(1e4)}}`.replace('{"data":{', '{"x":{'),
        ),
      ).found,
    ).toBe('an object with x');
  });
});

describe('digits that a double loses', () => {
  const warningsOf = (text: string) => read(text).warnings;

  test.each(['[1234567890123456789]', '[0.12345678901234567890123]', '[9007199254740993]'])(
    '%s is told',
    (text) => {
      const message = 'A number has more digits than a double keeps';
      expect(warningsOf(text)).toMatchObject([{ place: 'in.json:1:2', message }]);
    },
  );

  test.each([
    '[0.1, 1e300, 776.393152]',
    '[123456789012345000000]',
    '[0.30000000000000004]',
    '["1234567890123456789", "\\"1234567890123456789"]',
  ])('%s keeps all of its digits', (text) => {
    expect(warningsOf(text)).toEqual([]);
  });

  test('its line is that of the number, and ten are enough', () => {
    const text = `["x\\\\", "\\"",\n${Array(50).fill('1234567890123456789').join(',\n')}]`;
    expect(warningsOf(text)).toHaveLength(10);
    expect(warningsOf(text)[0]?.place).toBe('in.json:2:1');
    expect(warningsOf(text)[0]?.hint).toBe('It is read as 1234567890123456800.');
  });
});
