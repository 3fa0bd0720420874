import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveKey } from '../../src/archive/archive-key.ts';
import { keyFault } from '../../src/archive/check-key.ts';
import { retentionOf } from '../../src/archive/retention.ts';

const facts = {
  number: 'INV-1',
  revision: 1,
  customerId: 'acme',
  period: '2026-10',
  sha256: 'ab'.repeat(32),
  extension: 'pdf',
} as const;

test('the pattern names the place; a later revision gets one of its own', () => {
  const pattern = '{period}/{customer}/{number}';
  expect(archiveKey(pattern, facts)).toBe('2026-10/acme/INV-1.pdf');
  expect(archiveKey(`${pattern}.pdf`, facts)).toBe('2026-10/acme/INV-1.pdf');
  expect(archiveKey(pattern, { ...facts, revision: 2 })).toBe('2026-10/acme/INV-1-r2.pdf');
  expect(archiveKey(pattern, { ...facts, extension: 'xml' })).toBe('2026-10/acme/INV-1.xml');
  expect(archiveKey('{year}/{month}/{number}.{revision}', { ...facts, revision: 2 })).toBe(
    '2026/10/INV-1.2.pdf',
  );
});

test('any number and customer give a key, and different ones different keys', () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 90 });
  const key = (number: string, customerId: string) =>
    archiveKey('{period}/{customer}/{number}', { ...facts, number, customerId });
  fc.assert(
    fc.property(text, text, text, (a, b, customer) => {
      expect(keyFault(key(a, customer))).toBeNull();
      expect(key(a, customer).split('/')).toHaveLength(3);
      if (a !== b) expect(key(a, customer)).not.toBe(key(b, customer));
    }),
    { numRuns: 200 },
  );
});

test('ids that look alike once they are safe stay apart', () => {
  const key = (customerId: string) => archiveKey('{customer}/{number}', { ...facts, customerId });
  expect(key('a/b')).toMatch(/^a-b~[0-9a-f]{8}\/INV-1\.pdf$/);
  expect(new Set(['a/b', 'a b', 'a-b', '../a-b'].map(key)).size).toBe(4);
});

test('retention counts from the end of the invoice’s year, or from its day', () => {
  const at = (endOfYear: boolean, date = '2026-10-31') =>
    retentionOf(
      date,
      { retention: { years: 10, endOfYear, mode: 'COMPLIANCE' } },
      new Date('2026-11-22T00:00:00Z'),
    );
  expect(at(true)).toEqual({ mode: 'COMPLIANCE', until: '2036-12-31T23:59:59.000Z' });
  expect(at(false)).toEqual({ mode: 'COMPLIANCE', until: '2036-10-31T23:59:59.000Z' });
  expect(at(true, '2010-01-01')).toBeNull();
  expect(retentionOf('2026-10-31', { retention: undefined }, new Date(0))).toBeNull();
});
