import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import type { DocumentKind } from '../../src/config/settings-document.ts';
import type { SequenceNumber } from '../../src/config/settings-sequence.ts';
import { numberBySequence } from '../../src/document/number-by-sequence.ts';
import { settings } from '../view/build-invoice.ts';

const { number } = settings();

function numbered(pattern: string, value: SequenceNumber, kind: DocumentKind = 'invoice') {
  const given = settings({
    number: { ...number, pattern, creditNote: 'CN-{sequence}' },
    sequence: { value, series: null },
  });
  const outcome = numberBySequence(given, kind, 'uri');
  if (!outcome.ok) return outcome.failures.map(({ place, message }) => `${place}: ${message}`);
  return [outcome.value.number.pattern, outcome.value.sequence.series];
}

test('the number goes into the pattern with its digits; the series has a hole in its place', () => {
  expect(numbered('INV-{year}-{sequence:5}', 17)).toEqual(['INV-{year}-00017', 'INV-{year}-#']);
  expect(numbered('{sequence}/{year}', 123_456)).toEqual(['123456/{year}', '#/{year}']);
  expect(numbered('INV-{sequence:2}', 123)).toEqual(['INV-123', 'INV-#']);
  expect(numbered('INV-{sequence:5}', 'open')).toEqual(['INV-#', 'INV-#']);
});

test('credit notes have their own series', () => {
  expect(numbered('INV-{sequence}', 3, 'credit-note')).toEqual(['INV-{sequence}', 'CN-#']);
});

test('a pattern without a sequence asks nobody', () => {
  expect(numbered('INV-{hash}', 'none')).toEqual(['INV-{hash}', null]);
  expect(numbered('INV-{hash}', 17)).toEqual(['INV-{hash}', null]);
});

test('where no ledger gives numbers out the document is refused, and so is a receipt', () => {
  const refused = ['uri: Only the ledger of a run knows this invoice’s number'];
  expect(numbered('INV-{sequence}', 'none')).toEqual(refused);
  expect(numbered('INV-{sequence}', 17, 'receipt')).toEqual(refused);
});

test('the configuration takes one sequence, in invoices and credit notes', () => {
  const takes = (numbers: object) => readConfig(JSON.stringify({ number: numbers }), 'c').ok;
  expect(takes({ pattern: 'A-{sequence:5}', creditNote: 'C-{sequence}' })).toBe(true);
  expect(takes({ pattern: '{sequence}{sequence}' })).toBe(false);
  expect(takes({ pattern: '{sequence:0}' })).toBe(false);
  expect(takes({ receipt: '{sequence}' })).toBe(false);
});
