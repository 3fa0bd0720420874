import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countryNames, readCustomerFacts } from '../../src/config/read-customer-facts.ts';
import { defaultConfig } from '../../src/config/read-config.ts';
import { DEMO_ACCOUNT, type Account } from '../../src/fake-amberflo/account.ts';
import { findCustomer, makeCustomer } from '../../src/fake-amberflo/make-customer.ts';
import { billsOf, makeInvoice } from '../../src/fake-amberflo/make-invoice.ts';
import type { Outcome } from '../../src/failure.ts';
import { checkInvoice } from '../../src/invoice/check-invoice.ts';
import { parseInvoice } from '../../src/invoice/parse-invoice.ts';

/** As a reader of the wire gets it. */
function sent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** All that the invoice stage has to say about an invoice. */
function complaints(body: unknown): readonly unknown[] {
  const all = (outcome: Outcome<unknown>) => [
    ...outcome.warnings,
    ...(outcome.ok ? [] : outcome.failures),
  ];
  const parsed = parseInvoice({ body, origin: 'fake', path: '$' });
  return parsed.ok
    ? [...parsed.warnings, ...all(checkInvoice(parsed.value, 'strict'))]
    : parsed.failures;
}

function invoicesOf(account: Account, index: number) {
  const customer = makeCustomer(account, index);
  return billsOf(account, customer).map((bill) => makeInvoice(account, customer, bill));
}

test('every total of every invoice is the sum of its parts, in every column', () => {
  const indices = fc.integer({ min: 0, max: 1_000_000 });
  const hours = fc.constantFrom('none', 'some', 'all');
  fc.assert(
    fc.property(fc.string(), indices, hours, (seed, index, hours) => {
      const account = { ...DEMO_ACCOUNT, seed, hours, history: 1 };
      for (const invoice of invoicesOf(account, index).map(sent))
        expect(complaints(invoice)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test('variants and hours add up to their items, units and prices', () => {
  const account: Account = { ...DEMO_ACCOUNT, hours: 'all', history: 1 };
  for (const invoice of invoicesOf(account, 0)) {
    for (const item of sent(invoice.productItemInvoices) as readonly Item[]) {
      const add = (bills: readonly Bill[], name: 'meterUnits' | 'priceInBaseCurrency') =>
        bills.reduce((sum, bill) => sum + bill[name], 0);
      for (const name of ['meterUnits', 'priceInBaseCurrency'] as const) {
        const variants = item.productItemVariants;
        expect(
          add(
            variants.map((one) => one.totalBill),
            name,
          ),
        ).toBeCloseTo(item.totalBill[name], 5);
        for (const { hourlyBillInfos, totalBill } of variants)
          expect(add(hourlyBillInfos, name)).toBeCloseTo(totalBill[name], 5);
      }
    }
  }
});

interface Bill {
  readonly meterUnits: number;
  readonly priceInBaseCurrency: number;
}

interface Item {
  readonly totalBill: Bill;
  readonly productItemVariants: readonly {
    readonly totalBill: Bill;
    readonly hourlyBillInfos: readonly Bill[];
  }[];
}

test('the demo account has what a demo has to show', () => {
  const indices = Array.from({ length: DEMO_ACCOUNT.customers }, (_, index) => index);
  const customers = indices.map((index) => makeCustomer(DEMO_ACCOUNT, index));
  const invoices = indices.flatMap((index) => invoicesOf(DEMO_ACCOUNT, index));
  const count = (fits: (invoice: (typeof invoices)[number]) => boolean) =>
    invoices.filter(fits).length;
  expect(new Set(customers.map(({ wire }) => wire['customerName'])).size).toBe(25);
  expect(new Set(customers.map(({ oddity }) => oddity))).toEqual(
    new Set(['none', 'no-email', 'no-address', 'nothing-used', 'test', 'no-invoices']),
  );
  const currencies = invoices.map(({ paymentCurrencyInfo: { paymentCurrency } }) =>
    typeof paymentCurrency === 'string' ? paymentCurrency : paymentCurrency.currencyCode,
  );
  for (const code of ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'INR', 'BRL'])
    expect(currencies).toContain(code);
  expect(count(({ invoicePriceStatus }) => invoicePriceStatus === 'open')).toBe(24);
  expect(count(({ invoicePriceStatus }) => invoicePriceStatus === 'grace_period')).toBe(1);
  expect(count(({ totalBill }) => totalBill.totalPrice === 0)).toBeGreaterThan(0);
  expect(count(({ totalBill }) => totalBill.prepaid > 0)).toBeGreaterThan(0);
  expect(count(({ appliedCommitments }) => appliedCommitments.length > 0)).toBeGreaterThan(0);
  expect(count(({ invoiceBillInCredits }) => invoiceBillInCredits !== null)).toBeGreaterThan(0);
  expect(new Set(invoices.map(({ invoiceUri }) => invoiceUri)).size).toBe(invoices.length);
});

test('what customers say of themselves can be used without a warning', () => {
  const traits = {
    ...defaultConfig().fetch.traits,
    vatId: 'vat_number',
    purchaseOrder: 'po_number',
    language: 'language',
    timeZone: 'time_zone',
    identifiers: { EIN: 'ein', SIREN: 'siren' },
  };
  const countries = countryNames();
  for (let index = 0; index < 100; index += 1) {
    const { wire, country, oddity } = makeCustomer(DEMO_ACCOUNT, index);
    const facts = readCustomerFacts(sent(wire), traits, countries);
    if (!facts.ok) throw new Error('no facts');
    expect(facts.warnings).toEqual([]);
    expect(facts.value.locale).toBe(country.language);
    expect(facts.value.address.country).toBe(oddity === 'no-address' ? '' : country.code);
    expect(facts.value.vatId === '').toBe(country.vatId === null);
  }
});

test('customers are found by their id, and nobody else is', () => {
  const { id } = makeCustomer(DEMO_ACCOUNT, 7);
  expect(findCustomer(DEMO_ACCOUNT, id)?.index).toBe(7);
  expect(findCustomer(DEMO_ACCOUNT, id.replace(/7$/, '8'))).toBeNull();
  expect(findCustomer({ ...DEMO_ACCOUNT, customers: 7 }, id)).toBeNull();
  expect(findCustomer(DEMO_ACCOUNT, '')).toBeNull();
});
