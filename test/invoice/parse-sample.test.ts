import { describe, expect, test } from 'vitest';
import type { OptionalAmounts } from '../../src/invoice/invoice.ts';
import { amountTexts, invoiceOf, parse, sample } from './sample.ts';

describe('the sample', () => {
  test.each(['october', 'september'] as const)('%s is parsed without a warning', (month) => {
    expect(parse(sample(month))).toMatchObject({ ok: true, warnings: [] });
  });

  test('facts of September', () => {
    expect(invoiceOf(sample('september'))).toMatchObject({
      uuid: null,
      key: { customerId: 'cus-halden-robotics', year: 2025, month: 9, day: 1 },
      planName: 'Scale Monthly',
      billingPeriod: { interval: 'month', count: 1 },
      start: Date.UTC(2025, 8, 1) / 1000,
      end: Date.UTC(2025, 9, 1) / 1000,
      gracePeriodHours: 72,
      priceStatus: 'price_locked',
      paymentStatus: 'settled',
      externalStatus: 'paid',
      paymentCreated: 1759543200,
    });
  });

  test('totals of September in every column', () => {
    const { totals } = invoiceOf(sample('september'));
    expect(amountTexts(totals.due)).toEqual(['828 EUR', '900 USD', '3600 HCU']);
    expect(amountTexts(totals.items)).toEqual(['776.393152 EUR', '843.9056 USD', '3375.6224 HCU']);
    expect(amountTexts(totals.planFees)).toEqual(['340.4 EUR', '370 USD', '1480 HCU']);
    expect(amountTexts(totals.invoiceFees)).toEqual([
      '55.8396576 EUR',
      '60.69528 USD',
      '242.78112 HCU',
    ]);
    expect(amountTexts(totals.commitments)).toEqual([
      '124.0065056 EUR',
      '134.78968 USD',
      '539.15872 HCU',
    ]);
    expect(amountTexts(totals.discount)).toEqual([
      '100.6393152 EUR',
      '109.39056 USD',
      '437.56224 HCU',
    ]);
    expect(amountTexts(totals.beforeDiscount)[0]).toBe('1172.6328096 EUR');
    expect(amountTexts(totals.beforeCommitments)[0]).toBe('1071.9934944 EUR');
    expect(amountTexts(totals.beforePrepaid)).toEqual(['1196 EUR', '1300 USD', '5200 HCU']);
    expect(amountTexts(totals.prepaid)).toEqual(['368 EUR', '400 USD', '1600 HCU']);
  });

  test('charges of September', () => {
    const invoice = invoiceOf(sample('september'));
    expect(
      invoice.planFees.map(({ name, oneTime, prorated, proratedToDay }) => [
        name,
        oneTime,
        prorated,
        proratedToDay,
      ]),
    ).toEqual([
      ['Platform fee', false, false, false],
      ['Onboarding', true, false, false],
      [expect.any(String), false, true, true],
    ]);
    expect(invoice.commitments.map(({ name, fee }) => [name, ...amountTexts(fee)])).toEqual([
      ['Monthly minimum spend', '124.0065056 EUR', '134.78968 USD', '539.15872 HCU'],
    ]);
    expect(invoice.invoiceFees.map(({ name, fee }) => [name, amountTexts(fee)[0]])).toEqual([
      ['Premium support (5%)', '55.8396576 EUR'],
    ]);
    expect(
      invoice.promotions.map(({ name, type, payAsYouGo }) => [name, type, payAsYouGo]),
    ).toEqual([
      ['Launch partner 10%', 'discount', false],
      ['Scale plan free tier', 'plan_free_tier', true],
    ]);
    expect(amountTexts(invoice.promotions[0]?.maximum as OptionalAmounts)).toEqual([
      '460 EUR',
      '500 USD',
      '–',
    ]);
    expect(invoice.promotions[1]?.dimensions).toEqual([{ name: 'region', value: 'eu-west-1' }]);
  });

  test('the wallet is empty in September and not in October', () => {
    expect(amountTexts(invoiceOf(sample('september')).prepaidLeft)).toEqual(['–', '–', '–']);
    const october = invoiceOf(sample('october'));
    const left = ['200.911125 EUR', '219.575 USD', '878.3 HCU'];
    expect(amountTexts(october.prepaidLeft)).toEqual(left);
    expect(amountTexts(october.payAsYouGoLeft)).toEqual(left);
  });

  test('items and variants carry their units, tiers, hours and late arrivals', () => {
    const body = sample('september');
    const { items } = invoiceOf(body);
    expect(items).toHaveLength(3);
    expect(items.flatMap(({ variants }) => variants)).toHaveLength(5);
    const [first] = items;
    expect(first?.meter).toBe('api_requests');
    expect(first?.variants[0]?.hours[0]?.start).toBe(1756908000);
    expect(first?.variants[0]?.hours[0]?.units.toString()).toBe('500000');
    const late = items.flatMap(({ variants }) =>
      variants.map(({ lateArrivals }) => lateArrivals.toString()),
    );
    expect(late.filter((units) => units !== '0')).toEqual(['1250', '3']);
  });

  test('a customer id and empty values are no dimensions', () => {
    const { items } = invoiceOf(sample('october'));
    expect(items[2]?.variants[0]?.dimensions).toEqual([{ name: 'gpu', value: 'a100' }]);
  });

  test('one dollar is 0.92 euros, one credit a quarter dollar', () => {
    const { exchange, creditUnit } = invoiceOf(sample('september'));
    expect([exchange?.from.code, exchange?.to.code, exchange?.rate.toString()]).toEqual([
      'USD',
      'EUR',
      '0.92',
    ]);
    expect([creditUnit?.currency.code, creditUnit?.ratio.toString()]).toEqual(['HCU', '0.25']);
    expect(creditUnit?.updated).toBe(1735689600);
  });
});
