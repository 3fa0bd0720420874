import { describe, expect, test } from 'vitest';
import { checkInvoice } from '../../src/invoice/check-invoice.ts';
import { changed, invoiceOf, sample } from './sample.ts';
import type { Json } from './sample.ts';

const check = (change: (invoice: Json) => void, mode: 'off' | 'warn' | 'strict') =>
  checkInvoice(invoiceOf(changed(change)), mode);

const unchanged = () => undefined;

test.each(['october', 'september'] as const)('the totals of %s are those of its parts', (month) => {
  const invoice = invoiceOf(sample(month));
  expect(checkInvoice(invoice, 'strict')).toEqual({ ok: true, value: invoice, warnings: [] });
});

describe('each identity, in each column', () => {
  const cases: readonly (readonly [string, (invoice: Json) => void, string, string])[] = [
    [
      'the amount due',
      (i) => (i.invoiceBillInCredits.totalPrice += 1),
      'invoiceBillInCredits.totalPrice',
      'The amount due is 3601 HCU, but items and fees less discount and prepaid credit add up to 3600 HCU',
    ],
    [
      'the items',
      (i) => (i.productItemInvoices[0].totalBill.price += 0.5),
      'totalBill.itemPrice',
      'The total of the items is 776.393152 EUR, but the items add up to 776.893152 EUR',
    ],
    [
      'the variants',
      (i) => (i.productItemInvoices[0].totalBill.priceInBaseCurrency += 0.5),
      'productItemInvoices[0].totalBill.priceInBaseCurrency',
      'The total of API requests is ',
    ],
    [
      'the plan fees',
      (i) => i.productPlanFees.pop(),
      'totalBill.fixPrice',
      'The total of the plan fees is 340.4 EUR, but the plan fees add up to 321.08 EUR',
    ],
    [
      'the invoice fees',
      (i) => (i.appliedInvoiceBasedFees = null),
      'invoiceBillInBaseCurrency.invoiceBasedFees',
      'The total of the invoice fees is 60.69528 USD, but the invoice fees add up to 0 USD',
    ],
    [
      'the commitments',
      (i) => (i.appliedCommitments[0].feeAmount = 100),
      'totalBill.commitmentsFees',
      'The total of the commitments is 124.0065056 EUR, but the commitments add up to 100 EUR',
    ],
    [
      'the promotions',
      (i) => (i.appliedPromotions[1].discount = 24),
      'totalBill.totalDiscount',
      'The total discount is 100.6393152 EUR, but the promotions add up to 101.6393152 EUR',
    ],
  ];

  test.each(cases)('%s', (_, change, place, message) => {
    const strict = check(change, 'strict');
    const failures = strict.ok ? [] : strict.failures;
    const found = failures.find((failure) => failure.place === place);
    expect(found?.message.startsWith(message)).toBe(true);
    const warned = check(change, 'warn');
    expect(
      warned.ok &&
        warned.warnings.filter((warning) => failures.some((f) => f.place === warning.place)),
    ).toEqual(failures);
    expect(check(change, 'off')).toMatchObject({ ok: true, warnings: [] });
  });
});

test('both sums and their difference are named, below the path of the invoice', () => {
  const invoice = invoiceOf(changed((i) => (i.appliedPromotions[1].discount = 24)));
  expect(checkInvoice(invoice, 'warn', 'data[2]').warnings).toMatchObject([
    {
      stage: 'invoice',
      place: 'data[2].totalBill.totalDiscount',
      expected: '101.6393152 EUR',
      found: '100.6393152 EUR',
      hint: 'The difference is -1 EUR.',
    },
  ]);
});

test('the step before prepaid credit is only doubted', () => {
  const outcome = check((i) => (i.totalBill.totalPriceBeforePrepaid = 1), 'strict');
  expect(outcome.ok).toBe(true);
  expect(outcome.warnings).toMatchObject([{ place: 'totalBill.totalPriceBeforePrepaid' }]);
});

describe('tolerance', () => {
  /** Three items: 3 × 0.005 = 0.015 may be lost by rounding. */
  test.each([
    [0.014, true],
    [0.016, false],
    [-0.014, true],
    [-0.016, false],
  ])('items that are off by %d are right: %s', (difference, right) => {
    const outcome = check((i) => {
      i.productItemInvoices[0].totalBill.price += difference;
      i.productItemInvoices[0].productItemVariants[0].totalBill.price += difference;
    }, 'strict');
    expect(outcome.ok).toBe(right);
  });

  test('a millionth of a large total is allowed', () => {
    const large = (by: number) =>
      check((i) => {
        for (const bill of [i.totalBill, i.invoiceBillInBaseCurrency, i.invoiceBillInCredits]) {
          for (const field of Object.keys(bill)) if (!field.endsWith('InSeconds')) bill[field] = 0;
        }
        for (const name of Object.keys(i)) if (/^applied|^product/.test(name)) i[name] = [];
        i.totalBill.itemPrice = 1e7;
        i.totalBill.totalPriceBeforePrepaid = 1e7 + by;
        i.totalBill.totalPrice = 1e7 + by;
      }, 'warn').warnings.map(({ place }) => place);
    expect(large(9.9)).toEqual(['totalBill.itemPrice']);
    expect(large(10.1)).toEqual(['totalBill.totalPrice', 'totalBill.itemPrice']);
  });
});

test('a column in which a part has no amount is not added up', () => {
  const outcome = check((i) => {
    i.appliedInvoiceBasedFees[0].feeAmount = null;
    i.productPlanFees[0].costInCredits = null;
  }, 'strict');
  expect(outcome).toMatchObject({ ok: true, warnings: [] });
});

test('an item without variants is its own line', () => {
  expect(check((i) => (i.productItemInvoices[0].productItemVariants = []), 'strict').ok).toBe(true);
});

test('an unchanged invoice is the same object', () => {
  const invoice = invoiceOf(changed(unchanged));
  const outcome = checkInvoice(invoice, 'warn');
  expect(outcome.ok && outcome.value).toBe(invoice);
});
