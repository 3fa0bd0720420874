import { describe, expect, test } from 'vitest';
import { changed, invoiceOf } from './sample.ts';
import type { Json } from './sample.ts';

describe('tiers', () => {
  const tiersOf = (tiers: Json) => {
    const body = changed(
      (invoice) => (invoice.productItemInvoices[0].totalBill.meteredUnitsPerTier = tiers),
    );
    return invoiceOf(body).items[0]?.total.tiers.map(({ key, from }) => [
      key,
      from?.toString() ?? null,
    ]);
  };

  test('are sorted by number where all are numbers', () => {
    expect(tiersOf({ '1.0E7': 1, '500000.0': 2, 10000: 3, 0: 4 })).toEqual([
      ['0', '0'],
      ['10000', '10000'],
      ['500000.0', '500000'],
      ['1.0E7', '10000000'],
    ]);
  });

  test('keep their order where one is not', () => {
    expect(tiersOf({ '20.5': 1, basic: 2, '10.5': 3 })).toEqual([
      ['20.5', '20.5'],
      ['basic', null],
      ['10.5', '10.5'],
    ]);
  });

  test('a hostile exponent is no number', () => {
    expect(tiersOf({ '1e999999': 1 })).toEqual([['1e999999', null]]);
  });
});
