import { describe, expect, test } from 'vitest';
import type { OptionalAmounts } from '../../src/invoice/invoice.ts';
import { amountTexts, changed, invoiceOf, parse, sample } from './sample.ts';
import type { Json } from './sample.ts';

describe('what senders are known to do differently', () => {
  const september = () => invoiceOf(sample('september'));

  test('currencies as objects or strings, in any case', () => {
    const body = changed((invoice) => {
      invoice.paymentCurrencyInfo.basePlanCurrency = { currencyCode: 'usd' };
      invoice.paymentCurrencyInfo.paymentCurrency = { currencyCode: 'EUR' };
    });
    expect(invoiceOf(body)).toEqual(september());
  });

  test('white space around names, which is kept in the URI alone', () => {
    const body = changed((invoice) => {
      invoice.planName = `  ${invoice.planName}\n`;
      invoice.productPlanFees[0].description = '   ';
      invoice.invoiceUri = ' uri ';
    });
    const { planName, planFees, uri } = invoiceOf(body);
    expect([planName, planFees[0]?.description, uri]).toEqual([september().planName, '', ' uri ']);
  });

  test('statuses in capitals', () => {
    const body = changed((invoice) => {
      invoice.invoicePriceStatus = 'PRICE_LOCKED';
      invoice.paymentStatus = 'SETTLED';
      invoice.planBillingPeriod.interval = 'MONTH';
      invoice.appliedPromotions[0].promotionType = 'DISCOUNT';
    });
    expect(invoiceOf(body)).toEqual(september());
  });

  test('a status that nobody has published is kept', () => {
    const body = changed((invoice) => (invoice.invoicePriceStatus = 'Under_Review'));
    expect(invoiceOf(body).priceStatus).toBe('under_review');
  });

  test('entityId in place of entityTd', () => {
    const body = changed((invoice) => {
      for (const promotion of invoice.appliedPromotions) {
        promotion.entityId = promotion.entityTd;
        delete promotion.entityTd;
      }
    });
    expect(parse(body)).toMatchObject({ ok: true, value: september(), warnings: [] });
  });

  const LISTS = [
    'productItemInvoices',
    'productPlanFees',
    'appliedPromotions',
    'appliedInvoiceBasedFees',
    'appliedCommitments',
  ];
  test.each([
    ['null', null],
    ['absent', undefined],
    ['empty', []],
  ])('%s lists', (_, value) => {
    const body = changed((invoice) => {
      for (const name of LISTS) {
        Reflect.deleteProperty(invoice, name);
        if (value !== undefined) invoice[name] = value;
      }
    });
    const { items, planFees, promotions, invoiceFees, commitments } = invoiceOf(body);
    expect([items, planFees, promotions, invoiceFees, commitments]).toEqual([[], [], [], [], []]);
    expect(parse(body).warnings).toEqual([]);
  });

  test('null lists and maps inside an item, and the "" that the documentation prints for a map', () => {
    const body = changed((invoice) => {
      const [first, second, third] = invoice.productItemInvoices;
      first.productItemVariants = null;
      second.productItemVariants[0].hourlyBillInfos = null;
      second.productItemVariants[0].itemDimensions = '';
      second.totalBill.meteredUnitsPerTier = '';
      delete third.totalBill.meteredUnitsPerTier;
    });
    const { items } = invoiceOf(body);
    expect(items[0]?.variants).toEqual([]);
    expect(items[1]?.variants[0]).toMatchObject({ hours: [], dimensions: [] });
    expect(items.map(({ total }) => total.tiers.length > 0)).toEqual([true, false, false]);
  });

  test('nulls where an amount may be missing leave its column empty', () => {
    const body = changed((invoice) => {
      invoice.appliedInvoiceBasedFees[0].feeAmount = null;
      invoice.appliedInvoiceBasedFees[0].feeName = null;
      invoice.productPlanFees[0].costInCredits = null;
      delete invoice.productPlanFees[1].costInCredits;
      invoice.productItemInvoices[0].totalBill.priceInCredits = null;
      invoice.totalBill.invoiceBasedFees = null;
      invoice.gracePeriodInHours = null;
      invoice.paymentCreatedInSeconds = null;
      invoice.paymentStatus = null;
    });
    const invoice = invoiceOf(body);
    expect(amountTexts(invoice.invoiceFees[0]?.fee as OptionalAmounts)).toEqual([
      '–',
      '60.69528 USD',
      '242.78112 HCU',
    ]);
    expect(invoice.invoiceFees[0]?.name).toBeNull();
    expect(invoice.planFees.map(({ cost }) => amountTexts(cost)[2])).toEqual(['–', '–', '84 HCU']);
    expect(invoice.items[0]?.total.price.credits).toBeNull();
    expect(amountTexts(invoice.totals.invoiceFees)[0]).toBe('0 EUR');
    expect([invoice.gracePeriodHours, invoice.paymentCreated, invoice.paymentStatus]).toEqual([
      null,
      null,
      'unknown',
    ]);
  });

  test.each([
    ['null', (invoice: Json) => (invoice.paymentCurrencyInfo = null), 'paymentCurrencyInfo'],
    ['absent', (invoice: Json) => delete invoice.paymentCurrencyInfo, 'paymentCurrencyInfo'],
    [
      'without currencies',
      (invoice: Json) => (invoice.paymentCurrencyInfo = { exchangeRate: null }),
      'paymentCurrencyInfo.paymentCurrency',
    ],
  ])('%s currency information means dollars, with a warning', (_, change, place) => {
    const outcome = parse(changed(change));
    expect(outcome).toMatchObject({
      ok: true,
      value: { columns: { payment: { code: 'USD' }, base: null } },
    });
    expect(outcome.warnings.map((warning) => [warning.place, warning.message])).toEqual([
      [place, 'The invoice names no payment currency and is taken to be in USD'],
    ]);
  });

  test('the name of the engine field that the portal spells differently', () => {
    const body = changed((invoice) => (invoice.totalBill.prepaidableFixPrice = 1));
    expect(parse(body).warnings).toEqual([]);
  });

  test('the fields that only the paginated endpoint and the Go client have', () => {
    const body = changed((invoice) => {
      Object.assign(invoice, { uuid: 'u-1', prepaidPriceUsed: 0, prepaidPriceUsedBaseCurrency: 0 });
      invoice.productItemInvoices[0].productItemVariants[0].dimensionLabel = ' Europe ';
    });
    expect(parse(body)).toMatchObject({ ok: true, warnings: [], value: { uuid: 'u-1' } });
    expect(invoiceOf(body).items[0]?.variants[0]?.label).toBe('Europe');
  });
});
