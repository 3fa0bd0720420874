import { describe, expect, test } from 'vitest';
import { changed, invoiceOf, parse } from './sample.ts';

describe('the exchange rate', () => {
  test('that is euros in dollars is turned round by the totals', () => {
    const body = changed((invoice) => (invoice.paymentCurrencyInfo.exchangeRate = 1 / 0.92));
    const { exchange } = invoiceOf(body);
    expect([exchange?.from.code, exchange?.to.code]).toEqual(['EUR', 'USD']);
    expect(exchange?.rate.toString()).toBe('1.0869565217391304');
  });

  test('holds for totals that were rounded to cents', () => {
    const body = changed((invoice) => {
      for (const bill of [invoice.totalBill, invoice.invoiceBillInBaseCurrency]) {
        for (const field of Object.keys(bill)) bill[field] = Math.round(bill[field] * 100) / 100;
      }
    });
    expect(invoiceOf(body).exchange?.from.code).toBe('USD');
  });

  test('that fits in neither direction is left out, with a warning', () => {
    const outcome = parse(changed((invoice) => (invoice.paymentCurrencyInfo.exchangeRate = 0.93)));
    expect(outcome).toMatchObject({ ok: true, value: { exchange: null } });
    expect(outcome.warnings).toMatchObject([
      { place: 'paymentCurrencyInfo.exchangeRate', found: '0.93' },
    ]);
  });

  test.each([0, -0.92, null])('%s is none', (rate) => {
    const body = changed((invoice) => (invoice.paymentCurrencyInfo.exchangeRate = rate));
    expect(invoiceOf(body).exchange).toBeNull();
  });

  test('of an invoice of nothing cannot be known, and is no matter', () => {
    const outcome = parse(
      changed((invoice) => {
        for (const bill of [invoice.totalBill, invoice.invoiceBillInBaseCurrency]) {
          for (const field of Object.keys(bill)) if (!field.endsWith('InSeconds')) bill[field] = 0;
        }
      }),
    );
    expect(outcome).toMatchObject({ ok: true, value: { exchange: null }, warnings: [] });
  });

  test('of one to one needs no direction', () => {
    const body = changed((invoice) => {
      invoice.paymentCurrencyInfo.exchangeRate = 1;
      invoice.invoiceBillInBaseCurrency = { ...invoice.totalBill };
    });
    expect(invoiceOf(body).exchange?.rate.toString()).toBe('1');
  });
});
