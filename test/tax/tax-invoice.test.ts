import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaxRule, TaxSettings } from '../../src/config/settings-tax.ts';
import type { Settings } from '../../src/config/settings.ts';
import type { Invoice, PlanFee } from '../../src/invoice/invoice.ts';
import { nameMoney } from '../../src/money/format-money.ts';
import { add, compare, isZero, money, subtract, sum } from '../../src/money/money.ts';
import { roundMoney } from '../../src/money/round.ts';
import type { TaxBreakdown } from '../../src/tax/tax-breakdown.ts';
import { taxInvoice } from '../../src/tax/tax-invoice.ts';
import {
  amounts,
  EUR,
  HCU,
  invoice,
  item,
  settings,
  totals,
  usage,
  USD,
  variant,
} from '../view/build-invoice.ts';

function rule(given: Partial<TaxRule> = {}): TaxRule {
  return {
    entities: [],
    countries: [],
    customer: null,
    charges: [],
    ids: [],
    category: 'S',
    rate: '19',
    reason: '',
    wording: '',
    texts: {},
    ...given,
  };
}

interface Taxing {
  readonly rules: readonly TaxRule[];
  readonly country?: string;
  readonly kind?: 'business' | 'consumer';
  readonly tax?: Partial<TaxSettings>;
}

function taxing({ rules, country = 'DE', kind = 'business', tax = {} }: Taxing): Settings {
  const plain = settings();
  const address = { ...plain.customer.address, country };
  return {
    ...plain,
    customer: { ...plain.customer, address, kind },
    tax: { ...plain.tax, rules, ...tax },
  };
}

function fee(id: string, cost: string): PlanFee {
  const flags = { oneTime: false, prorated: false, proratedToDay: false };
  return { id, name: id, description: '', cost: amounts(cost), ...flags };
}

/** An invoice of fees, less a promotion and prepaid credit, with totals that agree. */
function bill(costs: readonly string[], discount = '0', prepaid = '0'): Invoice {
  const fees = costs.map((cost, index) => fee(`fee-${index}`, cost));
  const all = sum(
    fees.map(({ cost }) => cost.payment),
    EUR,
  );
  const due = all.amount.minus(discount).minus(prepaid).toString();
  const promotion = {
    id: 'promo',
    name: 'Promo',
    type: 'discount',
    applied: null,
    discount: amounts(discount),
    maximum: { payment: null, base: null, credits: null },
    payAsYouGo: false,
    granularity: null,
    dimensions: [],
  };
  return invoice({
    planFees: fees,
    promotions: discount === '0' ? [] : [promotion],
    totals: totals({
      planFees: amounts(all.amount.toString()),
      discount: amounts(discount),
      prepaid: amounts(prepaid),
      due: amounts(due),
    }),
  });
}

function taxed(of: Invoice, by: Taxing): TaxBreakdown {
  const outcome = taxInvoice(of, taxing(by));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

const rowTexts = ({ rows }: TaxBreakdown) =>
  rows.map(
    ({ category, rate, base, tax }) =>
      `${category} ${rate.toString()}: ${nameMoney(base.payment)} + ${nameMoney(tax.payment)}`,
  );

describe('without rules', () => {
  test('there is no tax, and every amount is the source’s own, not rounded', () => {
    const given = bill(['10.0049', '0.3'], '0', '1.5');
    const breakdown = taxed(given, { rules: [] });
    expect(breakdown.rows).toEqual([]);
    expect(breakdown.charges).toEqual([]);
    expect(breakdown.due).toBe(given.totals.due);
    expect(nameMoney(breakdown.gross.payment)).toBe('10.3049 EUR');
  });
});

describe('the first rule that fits', () => {
  const rules = [
    rule({ countries: ['DE'] }),
    rule({ countries: ['EU'], customer: 'business', category: 'AE', rate: '0' }),
    rule({ countries: ['EU', '!IE'], rate: '21' }),
    rule({ countries: ['!EU', '!CH'], category: 'G', rate: '0' }),
    rule({ countries: ['CH'], category: 'O', rate: '0' }),
  ];
  test.each([
    ['DE', 'business', 'S 19: 100 EUR + 19 EUR'],
    ['SE', 'business', 'AE 0: 100 EUR + 0 EUR'],
    ['SE', 'consumer', 'S 21: 100 EUR + 21 EUR'],
    ['US', 'consumer', 'G 0: 100 EUR + 0 EUR'],
    ['CH', 'business', 'O 0: 100 EUR + 0 EUR'],
  ] as const)('%s, %s: %s', (country, kind, row) => {
    expect(rowTexts(taxed(bill(['100']), { rules, country, kind }))).toEqual([row]);
  });

  test('no country fits no condition on countries, not even a negative one', () => {
    const outcome = taxInvoice(bill(['100']), taxing({ rules, country: '' }));
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.failures).toHaveLength(1);
    expect(outcome.failures[0]).toMatchObject({
      stage: 'tax',
      message: 'No tax rule fits the charge planFee fee-0',
      found: 'a business in an unknown country, billed by seller',
    });
  });

  test('rules for an entity are for its invoices alone', () => {
    const mine = [rule({ entities: ['de'] }), rule({ category: 'Z', rate: '0' })];
    expect(rowTexts(taxed(bill(['100']), { rules: mine }))).toEqual(['Z 0: 100 EUR + 0 EUR']);
    const own = [rule({ entities: ['seller'] }), rule({ category: 'Z', rate: '0' })];
    expect(rowTexts(taxed(bill(['100']), { rules: own }))).toEqual(['S 19: 100 EUR + 19 EUR']);
  });

  test('charges are told apart by their kind and by their id', () => {
    const given = [
      rule({ ids: ['fee-1'], rate: '7' }),
      rule({ charges: ['planFee'] }),
      rule({ ids: ['meter-Storage'], category: 'E', rate: '0' }),
    ];
    const use = usage('5', amounts('30'));
    const storage = item('Storage', use, [variant(use)]);
    const base = bill(['100', '50']);
    const of = {
      ...base,
      items: [storage],
      totals: { ...base.totals, items: amounts('30'), due: amounts('180') },
    };
    expect(rowTexts(taxed(of, { rules: given }))).toEqual([
      'S 19: 100 EUR + 19 EUR',
      'S 7: 50 EUR + 3.5 EUR',
      'E 0: 30 EUR + 0 EUR',
    ]);
  });
});

describe('rounding', () => {
  test('once for each category: three lines of 0.333 are 1.00, not 0.99', () => {
    const breakdown = taxed(bill(['0.333', '0.333', '0.334']), { rules: [rule()] });
    expect(rowTexts(breakdown)).toEqual(['S 19: 1 EUR + 0.19 EUR']);
    // Rounded one by one the lines are 0.33 + 0.33 + 0.33 = 0.99: 0.01 is missing.
    expect(breakdown.rows.map(({ rounding }) => nameMoney(rounding))).toEqual(['0.01 EUR']);
  });

  test('line by line the tax of 25 lines of 0.30 would be 25 × 0.06 = 1.50; of their sum it is 1.43', () => {
    const breakdown = taxed(bill(Array.from({ length: 25 }, () => '0.3')), { rules: [rule()] });
    expect(rowTexts(breakdown)).toEqual(['S 19: 7.5 EUR + 1.43 EUR']);
  });

  test('the half cent goes by the configured mode', () => {
    const half = (rounding: 'half-up' | 'half-even') => {
      const outcome = taxInvoice(bill(['0.50']), {
        ...taxing({ rules: [rule({ rate: '5' })] }),
        rounding,
      });
      return outcome.ok && nameMoney(outcome.value.tax.payment);
    };
    // 5 % of 0.50 is 0.025.
    expect([half('half-up'), half('half-even')]).toEqual(['0.03 EUR', '0.02 EUR']);
  });
});

describe('promotions', () => {
  const two = [rule({ ids: ['fee-1'], rate: '7' }), rule()];
  test('make all rates cheaper in proportion: 30 over 200 and 100 is 20 and 10', () => {
    expect(rowTexts(taxed(bill(['200', '100'], '30'), { rules: two }))).toEqual([
      'S 19: 180 EUR + 34.2 EUR',
      'S 7: 90 EUR + 6.3 EUR',
    ]);
  });
  test('have the tax of the rule that names them', () => {
    const named = [rule({ charges: ['promotion'], rate: '7' }), ...two];
    expect(rowTexts(taxed(bill(['200', '100'], '30'), { rules: named }))).toEqual([
      'S 19: 200 EUR + 38 EUR',
      'S 7: 70 EUR + 4.9 EUR',
    ]);
  });
});

describe('what is left', () => {
  test('prepaid credit reduces what is to be paid after tax: 100 + 19 − 100 = 19', () => {
    const { gross, prepaid, due } = taxed(bill(['100'], '0', '100'), { rules: [rule()] });
    expect([gross, prepaid, due].map(({ payment }) => nameMoney(payment))).toEqual([
      '119 EUR',
      '100 EUR',
      '19 EUR',
    ]);
  });

  test('an amount of the total that no line has is an adjustment with the heaviest tax', () => {
    const base = bill(['100', '200']);
    const more = { ...base, totals: { ...base.totals, due: amounts('310') } };
    const rules = [rule({ ids: ['fee-0'], rate: '7' }), rule()];
    const breakdown = taxed(more, { rules });
    expect(rowTexts(breakdown)).toEqual(['S 19: 210 EUR + 39.9 EUR', 'S 7: 100 EUR + 7 EUR']);
    expect(breakdown.charges.at(-1)?.key).toEqual({ kind: 'adjustment' });
  });

  test('the base currency is taxed from its own amounts; credits hold no tax', () => {
    const { rows, gross, due } = taxed(bill(['100.004']), { rules: [rule()] });
    expect(rows[0]?.tax).toEqual({
      payment: money('19', EUR),
      base: money('19', USD),
      credits: null,
    });
    expect([gross.credits, due.credits]).toEqual([null, null]);
    const free = taxed(bill(['100']), { rules: [rule({ category: 'AE', rate: '0' })] });
    expect(free.due.credits).toEqual(money('100', HCU));
  });
});

describe('tax in the accounting currency', () => {
  const rates = { EUR: { rate: '0.9411', date: '2025-09-30', source: 'Federal Office' } };
  const tax = { accounting: { currency: 'CHF', rates } };
  test('is converted once, from the whole tax', () => {
    const { accounting } = taxed(bill(['100.07']), { rules: [rule()], tax });
    // 19 % of 100.07 is 19.0133, so 19.01; times 0.9411 is 17.890311.
    expect(accounting && nameMoney(accounting.tax)).toBe('17.89 CHF');
    expect(accounting).toMatchObject({ date: '2025-09-30', source: 'Federal Office' });
  });
  test('is left out where it is the payment currency or there is no tax', () => {
    const own = { accounting: { currency: 'EUR', rates: {} } };
    expect(taxed(bill(['100']), { rules: [rule()], tax: own }).accounting).toBeNull();
    const none = [rule({ category: 'O', rate: '0' })];
    expect(taxed(bill(['100']), { rules: none, tax }).accounting).toBeNull();
  });
  test('fails without a rate, and says which', () => {
    const missing = { accounting: { currency: 'CHF', rates: {} } };
    const outcome = taxInvoice(bill(['100']), taxing({ rules: [rule()], tax: missing }));
    expect(outcome.ok ? [] : outcome.failures.map(({ place }) => place)).toEqual([
      'tax.accounting.rates.EUR',
    ]);
  });
});

describe('laws', () => {
  const cost = fc
    .tuple(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, decimals]) => money(`${digits}e-${decimals}`, EUR).amount.toString());
  const rules = [
    rule({ ids: ['fee-0', 'fee-3'], rate: '7' }),
    rule({ ids: ['fee-1'], category: 'E', rate: '0' }),
    rule({ ids: ['fee-2'], rate: '5.5' }),
    rule(),
  ];
  const bills = fc
    .tuple(fc.array(cost, { minLength: 1, maxLength: 8 }), fc.boolean(), fc.nat(100))
    .map(([costs, discounted, prepaid]) =>
      bill(costs, discounted ? '0.777' : '0', String(prepaid)),
    );

  test('with taxes on top the bases add up to the net total, and net and tax to the gross one', () => {
    fc.assert(
      fc.property(bills, (given) => {
        const { rows, net, tax, gross, prepaid, due } = taxed(given, { rules });
        const bases = rows.map(({ base }) => base.payment);
        const taxes = rows.map((row) => row.tax.payment);
        expect(sum(bases, EUR)).toEqual(net.payment);
        expect(sum(taxes, EUR)).toEqual(tax.payment);
        expect(add(net.payment, tax.payment)).toEqual(gross.payment);
        expect(subtract(gross.payment, prepaid.payment)).toEqual(due.payment);
      }),
    );
  });

  test('inclusive prices keep their total to the cent, and hold base and tax exactly', () => {
    fc.assert(
      fc.property(bills, (given) => {
        const { rows, net, tax, gross } = taxed(given, { rules, tax: { prices: 'inclusive' } });
        const { due, prepaid } = given.totals;
        const total = roundMoney(add(due.payment, prepaid.payment), 'half-up');
        expect(gross.payment).toEqual(total);
        expect(add(net.payment, tax.payment)).toEqual(total);
        for (const row of rows) {
          if (row.category !== 'S') expect(isZero(row.tax.payment)).toBe(true);
        }
      }),
    );
  });

  test('the charges are all of the invoice, and rounded lines and the row’s rounding are its base', () => {
    fc.assert(
      fc.property(bills, (given) => {
        const { charges, rows } = taxed(given, { rules });
        const { due, prepaid } = given.totals;
        const all = charges.map(({ amount }) => amount.payment);
        expect(compare(sum(all, EUR), add(due.payment, prepaid.payment))).toBe(0);
        for (const row of rows) {
          const lines = charges
            .filter(({ category, rate }) => category === row.category && rate.eq(row.rate))
            .map(({ net }) => roundMoney(net, 'half-up'));
          expect(add(sum(lines, EUR), row.rounding)).toEqual(row.base.payment);
        }
      }),
    );
  });

  test('the order of the charges changes nothing but the order of the charges', () => {
    fc.assert(
      fc.property(bills, (given) => {
        const turned = { ...given, planFees: [...given.planFees].reverse() };
        expect(rowTexts(taxed(turned, { rules }))).toEqual(rowTexts(taxed(given, { rules })));
      }),
    );
  });
});
