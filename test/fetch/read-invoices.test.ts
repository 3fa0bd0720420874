import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, checkSize, readInvoices } from '../../src/fetch/read-invoices.ts';
import { INVOICE, bytesOf, failureOf, invoicesOf, read } from './reading.ts';

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
    ['{"a b\\n":1,"c":2}', 'The JSON is not an invoice', 'an object with "a b\\n", c'],
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
