import { describe, expect, test } from 'vitest';
import { changed, invoiceOf, parse } from './sample.ts';
import type { Json } from './sample.ts';

describe('columns', () => {
  test('the base column is left out where it is the payment currency', () => {
    const body = changed((invoice) => (invoice.paymentCurrencyInfo.paymentCurrency = 'USD'));
    const invoice = invoiceOf(body);
    expect(invoice.columns.base).toBeNull();
    expect(invoice.totals.due.base).toBeNull();
    expect(invoice.exchange).toBeNull();
    expect(parse(body).warnings).toEqual([]);
  });

  test.each([
    ['inactive', (invoice: Json) => (invoice.creditUnit.active = false)],
    ['without totals', (invoice: Json) => (invoice.invoiceBillInCredits = null)],
    ['absent', (invoice: Json) => (invoice.creditUnit = null)],
  ])('a credit unit that is %s has no column', (_, change) => {
    const invoice = invoiceOf(changed(change));
    expect(invoice.columns.credits).toBeNull();
    expect(invoice.items[0]?.total.price.credits).toBeNull();
  });

  test('missing base totals are dashes, and a warning', () => {
    const outcome = parse(changed((invoice) => delete invoice.invoiceBillInBaseCurrency));
    expect(outcome).toMatchObject({
      ok: true,
      value: { columns: { base: { code: 'USD' } }, totals: { due: { base: null } } },
    });
    expect(outcome.warnings).toMatchObject([
      { place: 'invoiceBillInBaseCurrency', message: 'The totals in USD are missing' },
    ]);
  });

  test('a unit without a short name is called by its name', () => {
    const body = changed((invoice) => (invoice.creditUnit.shortName = ' '));
    expect(invoiceOf(body).columns.credits?.code).toBe('Halcyon Compute Units');
  });

  test('credits worth nothing are doubted', () => {
    const { warnings } = parse(changed((invoice) => (invoice.creditUnit.ratioToCurrency = 0)));
    expect(warnings).toMatchObject([
      { place: 'creditUnit.ratioToCurrency', message: 'One credit is worth nothing' },
    ]);
  });
});
