import { describe, expect, test } from 'vitest';
import { changed, failuresOf } from './sample.ts';
import type { Json } from './sample.ts';

describe('failures', () => {
  const cases: readonly (readonly [string, (invoice: Json) => void, string, string])[] = [
    [
      'a number as text',
      (i) => (i.totalBill.totalPrice = '12,50'),
      'totalBill.totalPrice',
      'totalPrice must be a number; found "12,50" (a string)',
    ],
    [
      'a missing total',
      (i) => delete i.totalBill.totalPrice,
      'totalBill.totalPrice',
      'totalPrice is missing; found nothing',
    ],
    [
      'a null total',
      (i) => (i.totalBill.prepaid = null),
      'totalBill.prepaid',
      'prepaid must be a number; found null',
    ],
    ['no bill', (i) => delete i.totalBill, 'totalBill', 'totalBill is missing; found nothing'],
    [
      'a list for an object',
      (i) => (i.invoiceKey = [1, 2]),
      'invoiceKey',
      'invoiceKey must be an object; found a list of 2',
    ],
    [
      'an object for a list',
      (i) => (i.productPlanFees = { a: 1 }),
      'productPlanFees',
      'productPlanFees must be a list; found an object with a',
    ],
    [
      'a null item',
      (i) => (i.productItemInvoices[1] = null),
      'productItemInvoices[1]',
      'productItemInvoices[1] must be an object; found null',
    ],
    [
      'infinity',
      (i) => (i.totalBill.itemPrice = Infinity),
      'totalBill.itemPrice',
      'itemPrice must be a number; found a number beyond 1.8e308',
    ],
    [
      'an absurd amount',
      (i) => (i.totalBill.itemPrice = -1e300),
      'totalBill.itemPrice',
      'itemPrice must be a number between -1e21 and 1e21; found -1e+300',
    ],
    [
      'an unknown currency',
      (i) => (i.paymentCurrencyInfo.paymentCurrency = 'EURO'),
      'paymentCurrencyInfo.paymentCurrency',
      'paymentCurrency must be an ISO 4217 currency code; found "EURO" (a string)',
    ],
    [
      'an unknown currency in an object',
      (i) => (i.paymentCurrencyInfo.basePlanCurrency = { currencyCode: '$' }),
      'paymentCurrencyInfo.basePlanCurrency.currencyCode',
      'currencyCode must be an ISO 4217 currency code; found "$" (a string)',
    ],
    [
      'a number for a currency',
      (i) => (i.paymentCurrencyInfo.paymentCurrency = 978),
      'paymentCurrencyInfo.paymentCurrency',
      'paymentCurrency must be a currency code; found 978',
    ],
    [
      'no key',
      (i) => (i.invoiceUri = ' '),
      'invoiceUri',
      'invoiceUri must be a string that is not empty; found " " (a string)',
    ],
    [
      'a month 13',
      (i) => (i.invoiceKey.month = 13),
      'invoiceKey.month',
      'month must be a whole number from 1 to 12; found 13',
    ],
    [
      'a flag as text',
      (i) => (i.productPlanFees[0].isProrated = 'no'),
      'productPlanFees[0].isProrated',
      'isProrated must be true or false; found "no" (a string)',
    ],
    [
      'units of a tier as text',
      (i) => (i.productItemInvoices[0].totalBill.meteredUnitsPerTier = { 'a.b': '1' }),
      'productItemInvoices[0].totalBill.meteredUnitsPerTier["a.b"]',
      '["a.b"] must be a number; found "1" (a string)',
    ],
    [
      'a number as a dimension',
      (i) => (i.productItemInvoices[0].productItemVariants[0].itemDimensions.region = 5),
      'productItemInvoices[0].productItemVariants[0].itemDimensions.region',
      'region must be a string or null; found 5',
    ],
    [
      'a map that is a list',
      (i) => (i.appliedPromotions[0].dimensions = []),
      'appliedPromotions[0].dimensions',
      'dimensions must be an object; found a list of 0',
    ],
    [
      'half a second',
      (i) => (i.paymentCreatedInSeconds = 1.5),
      'paymentCreatedInSeconds',
      'paymentCreatedInSeconds must be whole seconds since 1970; found 1.5',
    ],
    [
      'an end at the start',
      (i) => (i.invoiceEndTimeInSeconds = i.invoiceStartTimeInSeconds),
      'invoiceEndTimeInSeconds',
      'The billing period must end after it begins; found 1756684800',
    ],
  ];

  test.each(cases)('%s', (_, change, place, says) => {
    const [failure, ...others] = failuresOf(changed(change));
    expect(others).toEqual([]);
    expect(failure?.place).toBe(place);
    expect(`${failure?.message}; found ${failure?.found}`).toBe(says);
    expect(failure?.expected).not.toBeNull();
  });

  test('all of an invoice are told at once, below its path', () => {
    const body = changed((invoice) => {
      invoice.planName = null;
      invoice.totalBill.totalPrice = '828';
      invoice.invoiceEndTimeInSeconds = 5;
      invoice.productItemInvoices[2].productItemVariants[0].totalBill.meterUnits = true;
      invoice.paymentCurrencyInfo.paymentCurrency = 'XXL';
    });
    expect(failuresOf(body, 'data[3]').map(({ place }) => place)).toEqual([
      'data[3].planName',
      'data[3].paymentCurrencyInfo.paymentCurrency',
      'data[3].productItemInvoices[2].productItemVariants[0].totalBill.meterUnits',
      'data[3].totalBill.totalPrice',
      'data[3].invoiceEndTimeInSeconds',
    ]);
  });

  test.each([
    ['a number as text', (i: Json) => (i.totalBill.totalPrice = '12'), /without quotation marks/],
    ['milliseconds', (i: Json) => (i.invoiceEndTimeInSeconds *= 1000), /milliseconds/],
    ['a currency', (i: Json) => (i.paymentCurrencyInfo.paymentCurrency = 'Euro'), /three letters/],
  ])('%s has a hint', (_, change, hint) => {
    expect(failuresOf(changed(change))[0]?.hint).toMatch(hint);
  });

  test.each([
    null,
    undefined,
    5,
    'x',
    [],
    {},
    { foo: 1 },
    JSON.parse('{"__proto__":{"invoiceUri":"x"}}'),
  ])('%j is no invoice', (body) => {
    expect(failuresOf(body, '[4]')).toMatchObject([
      { place: '[4]', message: 'This is not an invoice' },
    ]);
  });
});

test('a code of three letters that is no currency is not told to have three letters', () => {
  const [failure] = failuresOf(changed((i) => (i.paymentCurrencyInfo.paymentCurrency = 'BTC')));
  expect(failure?.hint).toBe('No invoice can be in it; units of your own belong into creditUnit.');
});
