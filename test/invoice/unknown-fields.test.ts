import { describe, expect, test } from 'vitest';
import { changed, parse } from './sample.ts';

describe('unknown fields', () => {
  test('are named once for each place in the schema', () => {
    const body = changed((invoice) => {
      invoice.taxes = [{ rate: { deep: 1 } }];
      for (const item of invoice.productItemInvoices) {
        item.foo = 1;
        for (const variant of item.productItemVariants) variant.totalBill['odd name'] = 1;
      }
      invoice.paymentCurrencyInfo.paymentCurrency = { currencyCode: 'EUR', symbol: '€' };
    });
    const outcome = parse(body, 'data[0]');
    expect(outcome.ok).toBe(true);
    expect(outcome.warnings.map(({ place }) => place).sort()).toEqual([
      'data[0].paymentCurrencyInfo.paymentCurrency.symbol',
      'data[0].productItemInvoices[].foo',
      'data[0].productItemInvoices[].productItemVariants[].totalBill["odd name"]',
      'data[0].taxes',
    ]);
  });

  test('are told beside failures', () => {
    const outcome = parse(changed((invoice) => Object.assign(invoice, { foo: 1, planName: 5 })));
    expect(outcome).toMatchObject({ ok: false, warnings: [{ place: 'foo' }] });
  });

  test('are fifty at most', () => {
    const body = changed((invoice) => {
      for (let index = 0; index < 1000; index += 1) invoice[`field${index}`] = index;
    });
    expect(parse(body).warnings).toHaveLength(50);
  });
});
