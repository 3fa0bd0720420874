import { describe, expect, test } from 'vitest';
import type { TaxRule } from '../../src/config/settings-tax.ts';
import type { Settings } from '../../src/config/settings.ts';
import { amounts, invoice, settings, totals, view } from './build-invoice.ts';

const RULE: TaxRule = {
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
};

const FEE = {
  id: 'fee',
  name: 'Platform fee',
  description: '',
  cost: amounts('100', '110', '400'),
  oneTime: false,
  prorated: false,
  proratedToDay: false,
};

const BILL = invoice({
  planFees: [FEE],
  totals: totals({ planFees: FEE.cost, beforePrepaid: FEE.cost, due: FEE.cost }),
});

interface Change {
  readonly rule?: Partial<TaxRule>;
  readonly country?: string;
  readonly locale?: string;
  readonly prices?: 'exclusive' | 'inclusive';
  readonly title?: 'auto' | 'plain';
}

function by({ rule = {}, country = 'DE', locale = 'en-GB', ...change }: Change): Settings {
  const plain = settings({ locale });
  const { prices = 'exclusive', title = 'auto' } = change;
  return {
    ...plain,
    seller: { ...plain.seller, address: { ...plain.seller.address, country } },
    tax: { ...plain.tax, prices, title, rules: [{ ...RULE, ...rule }] },
  };
}

const rowsOf = (change: Change) =>
  view(BILL, by(change)).totals.map(({ label, note, amounts }) =>
    [label, note, ...amounts.map(({ text }) => text)].join(' | '),
  );

test('a tax is a row between the net total and what is due; credits have a dash from there on', () => {
  expect(rowsOf({})).toEqual([
    'Plan fees |  | 100.00 | 110.00 | 400.00',
    'VAT 19% | on €100.00 | 19.00 | 20.90 | –',
    'Amount due |  | 119.00 | 130.90 | –',
  ]);
});

test('the large sentence, and what is to be paid, are with tax', () => {
  const { due } = view(BILL, by({}));
  expect([due.amount, ...due.others]).toEqual(['€119.00', 'US$130.90']);
});

test('prices that hold the tax keep their total, and say what is in it', () => {
  const { totals: shown, taxes } = view(BILL, by({ prices: 'inclusive' }));
  expect(shown.at(-1)?.amounts[0]?.text).toBe('100.00');
  const said = taxes.map(({ label, amounts }) => `${label} ${amounts[0]?.text}`);
  expect(said).toEqual(['Net total 84.03', 'VAT 19% 15.97', 'Total including tax 100.00']);
});

test('without rules there are no rows of tax and no words', () => {
  const { totals: shown, taxes, taxNotes } = view(BILL);
  expect(shown.map(({ label }) => label)).toEqual(['Plan fees', 'Amount due']);
  expect([taxes, taxNotes]).toEqual([[], []]);
});

describe('words', () => {
  const notes = (change: Change) => view(BILL, by(change)).taxNotes;
  const reverse = { category: 'AE', rate: '0' } as const;
  test.each([
    ['AE', 'en-GB', 'Reverse charge: the customer is liable for the VAT.'],
    ['AE', 'de-DE', 'Steuerschuldnerschaft des Leistungsempfängers (Reverse-Charge).'],
    ['G', 'en-GB', 'Export, exempt from VAT.'],
    ['O', 'en-GB', 'Not subject to VAT in the seller’s country.'],
  ] as const)('%s in %s: %s', (category, locale, text) => {
    expect(notes({ locale, rule: { category, rate: '0' } })).toEqual([text]);
  });
  test('a rule’s own words win, in the document’s language, and else in the one that they have', () => {
    const texts = { en: 'As agreed.', de: 'Wie vereinbart.' };
    expect(notes({ rule: { ...reverse, texts } })).toEqual(['As agreed.']);
    expect(notes({ locale: 'de-DE', rule: { ...reverse, texts } })).toEqual(['Wie vereinbart.']);
    const french = { fr: 'Convenu.' };
    expect(notes({ rule: { ...reverse, texts: french } })).toEqual(['Convenu.']);
  });
  test('zero-rated and taxed supplies need none', () => {
    expect(notes({ rule: { category: 'Z', rate: '0' } })).toEqual([]);
    expect(notes({})).toEqual([]);
  });
  test('the tax has the name that it has in the seller’s country', () => {
    const [, tax] = rowsOf({ country: 'SG', rule: { rate: '9' } });
    expect(tax).toMatch(/^GST 9%/);
  });
});

describe('titles', () => {
  const title = (change: Change) => view(BILL, by(change)).title;
  test.each([
    ['DE', {}, 'Invoice'],
    ['SG', {}, 'Tax invoice'],
    ['AE', {}, 'Tax invoice'],
    ['SG', { rule: { category: 'O', rate: '0' } }, 'Invoice'],
    ['SG', { title: 'plain' }, 'Invoice'],
  ] as const)('in %s with %o: %s', (country, change, expected) => {
    expect(title({ country, ...change })).toBe(expected);
  });
  test('of an Australian correction: adjustment note', () => {
    const original = { number: 'INV-1', date: '' };
    const given = { ...by({ country: 'AU' }), documentRecord: { kind: 'credit-note', original } };
    expect(view(BILL, given as Settings).title).toBe('Adjustment note');
  });
});

test('tax ids stand before other identifiers, and no number twice', () => {
  const plain = settings();
  const identifiers = [
    { label: 'VAT', value: 'DE123456789' },
    { label: 'Register', value: 'HRB 1' },
  ];
  const seller = { ...plain.seller, vatId: 'DE123456789', taxId: '27/1', identifiers };
  const shown = view(BILL, { ...plain, seller }).seller.identifiers;
  expect(shown.map(({ label, value }) => `${label} ${value}`)).toEqual([
    'VAT ID DE123456789',
    'Tax number 27/1',
    'Register HRB 1',
  ]);
});

describe('paying', () => {
  const paying = (link: string, given = BILL) => {
    const plain = by({});
    return view(given, { ...plain, payment: { ...plain.payment, link } }).payment;
  };
  test('a link has the number, customer, amount with tax and currency, escaped', () => {
    const odd = { ...BILL, key: { ...BILL.key, customerId: 'a/b c&d' } };
    const { link, linkText, shown } = paying(
      'https://pay.example/{customer}?sum={amount}{currency}',
      odd,
    );
    expect(link).toBe('https://pay.example/a%2Fb%20c%26d?sum=119.00EUR');
    expect(linkText).toBe('pay.example/a%2Fb%20c%26d?sum=119.00EUR');
    expect(shown).toBe(true);
  });
  test('nothing is asked of drafts, of the paid and of whoever has a credit', () => {
    const iban = {
      currency: 'EUR',
      holder: '',
      bank: '',
      iban: 'DE02120300000000202051',
      bic: '',
      details: [],
    };
    const codes = (given: typeof BILL) => {
      const plain = by({});
      const seller = { ...plain.seller, bankAccounts: [iban] };
      const payment = { ...plain.payment, codes: 'auto' as const, link: 'https://pay.example' };
      const shown = view(given, { ...plain, seller, payment }).payment;
      return [shown.codes.length, shown.link];
    };
    expect(codes(BILL)).toEqual([1, 'https://pay.example']);
    expect(codes({ ...BILL, priceStatus: 'open' })).toEqual([0, '']);
    expect(codes({ ...BILL, paymentStatus: 'settled' })).toEqual([0, '']);
    const back = { ...FEE, cost: amounts('-100') };
    const credit = totals({ planFees: back.cost, due: back.cost });
    expect(codes({ ...BILL, planFees: [back], totals: credit })).toEqual([0, '']);
  });
});
