import { describe, expect, test } from 'vitest';
import { readInvoices } from '../../src/fetch/read-invoices.ts';
import { INVOICE, bytesOf, failureOf } from './reading.ts';

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
