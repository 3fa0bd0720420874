import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/money/decimal.ts';
import { viewColumns } from '../../src/view/columns.ts';
import { viewContext } from '../../src/view/context.ts';
import { viewInvoice } from '../../src/view/view-invoice.ts';
import type { AmountView } from '../../src/view/invoice-view.ts';
import {
  EUR,
  USD,
  amounts,
  invoice,
  item,
  messages,
  settings,
  totals,
  usage,
  variant,
  view,
  taxed,
} from './build-invoice.ts';

const texts = ({ amounts }: { readonly amounts: readonly AmountView[] }) =>
  amounts.map(({ text }) => text);

describe('usage', () => {
  const september = invoice({
    items: [
      item('API', usage('1730000', amounts('602.14')), [
        variant(
          usage('1250000', amounts('425.5'), [
            ['0', '1000000'],
            ['1000000', '250000'],
          ]),
          {
            dimensions: [{ name: 'region', value: 'eu' }],
            lateArrivals: decimal('1250'),
          },
        ),
        variant(usage('480000', amounts('176.64'), [['0', '480000']]), { label: 'Virginia' }),
      ]),
      item('Storage', usage('194400.5', amounts('104.218152')), [
        variant(usage('74400.5', amounts('82.138152'))),
        variant(usage('120000', amounts('22.08'))),
      ]),
      item('GPU', usage('36.25', amounts('70.035')), [variant(usage('36.25', amounts('70.035')))]),
    ],
    totals: totals({ items: amounts('776.393152') }),
  });

  test('says by how much rounded lines miss the total', () => {
    // 425.50 + 176.64 + 82.14 + 22.08 + 70.04 = 776.40; 776.393152 prints as 776.39.
    const { totals } = view(september).items;
    expect(totals.map((row) => [row.kind, row.label, texts(row)[0]])).toEqual([
      ['rounding', 'Rounding', '−0.01'],
      ['total', 'Total usage', '776.39'],
    ]);
  });

  test('heads items of several variants and closes them with their total', () => {
    const { rows } = view(september).items;
    expect(rows.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'group API',
      'line region: eu',
      'tier First 1,000,000',
      'tier Tier from 1,000,000',
      'line Virginia',
      'subtotal Total API',
      'group Storage',
      'line Storage',
      'line Storage',
      'subtotal Total Storage',
      'single GPU',
    ]);
  });

  test('aligns decimal points with spaces as wide as figures', () => {
    const { rows } = view(september).items;
    expect(
      rows.map(({ quantity }) => quantity.replace('\u2008', 'p').replaceAll('\u2007', 'f')),
    ).toEqual([
      '',
      '1,250,000pff',
      '1,000,000pff',
      '250,000pff',
      '480,000pff',
      '1,730,000pff',
      '',
      '74,400.5f',
      '120,000pff',
      '194,400.5f',
      '36.25',
    ]);
  });

  test('gives effective unit prices: 425.5 / 1,250,000 and 70.035 / 36.25', () => {
    const { rows } = view(september).items;
    expect([rows[1]?.unitPrice.trim(), rows[10]?.unitPrice.trim()]).toEqual(['0.0003404', '1.932']);
  });

  test('gives no unit price where nothing was used', () => {
    const unused = item('API', usage('0', amounts('5')), [variant(usage('0', amounts('5')))]);
    expect(view(invoice({ items: [unused] })).items.rows[0]?.unitPrice).toBe('');
  });

  test('names units that came too late, and says what that means', () => {
    const { items, notes } = view(september);
    expect(items.rows[1]?.notes).toEqual(['1,250 arrived late, not billed']);
    expect(notes.some((note) => note.startsWith('Late usage'))).toBe(true);
  });

  test('calls a difference that rounding cannot explain an adjustment', () => {
    const { totals: rows } = view({
      ...september,
      totals: totals({ items: amounts('800') }),
    }).items;
    expect(rows[0]).toMatchObject({ kind: 'rounding', label: 'Other adjustments' });
    expect(texts(rows[0] ?? { amounts: [] })[0]).toBe('23.60');
  });

  test('prints a dash where a column has no amount', () => {
    const line = item('API', usage('1', amounts('1', '1', null)), [
      variant(usage('1', amounts('1', '1', null))),
    ]);
    expect(texts(view(invoice({ items: [line] })).items.rows[0] ?? { amounts: [] })).toEqual([
      '1.00',
      '1.00',
      '–',
    ]);
  });

  test('uses configured names and units', () => {
    const names = {
      meters: { 'meter-API': { name: 'Requests', unit: 'calls' } },
      dimensions: { region: 'Region' },
      values: { 'region=eu': 'Europe' },
    };
    const { rows } = view(september, settings({ names })).items;
    expect([rows[0]?.label, rows[0]?.unit, rows[1]?.label]).toEqual([
      'Requests',
      'in calls',
      'Region: Europe',
    ]);
  });
});

describe('totals', () => {
  const labels = (given: Parameters<typeof totals>[0]) =>
    view(invoice({ totals: totals(given) })).totals.map(({ kind, label }) => `${kind} ${label}`);

  test('stand in Amberflo’s order', () => {
    const ten = amounts('10');
    expect(
      labels({
        items: ten,
        planFees: ten,
        invoiceFees: ten,
        discount: ten,
        commitments: ten,
        beforePrepaid: amounts('30'),
        prepaid: ten,
        due: amounts('20'),
      }),
    ).toEqual([
      'row Usage',
      'row Plan fees',
      'subtotal Subtotal',
      'row Service fees',
      'row Promotions',
      'row Commitments',
      'subtotal Total before prepaid credit',
      'row Prepaid credit used',
      'total Amount due',
    ]);
  });

  test('leave out what is zero and checkpoints that repeat a number', () => {
    expect(labels({ items: amounts('10'), due: amounts('10') })).toEqual([
      'row Usage',
      'total Amount due',
    ]);
    expect(
      labels({
        items: amounts('9'),
        planFees: amounts('1'),
        beforePrepaid: amounts('10'),
        prepaid: amounts('4'),
        due: amounts('6'),
      }),
    ).toEqual([
      'row Usage',
      'row Plan fees',
      'subtotal Total before prepaid credit',
      'row Prepaid credit used',
      'total Amount due',
    ]);
  });

  test('put commitments after prepaid credit where the amounts say so', () => {
    // 10 − 4 = 6 before commitments of 5: due is 11, so "before prepaid" left them out.
    expect(
      labels({
        items: amounts('10'),
        commitments: amounts('5'),
        beforePrepaid: amounts('10'),
        prepaid: amounts('4'),
        due: amounts('11'),
      }),
    ).toEqual(['row Usage', 'row Prepaid credit used', 'row Commitments', 'total Amount due']);
  });

  test('spare with a real minus', () => {
    const { totals: rows } = view(
      invoice({
        totals: totals({ items: amounts('10'), discount: amounts('3'), due: amounts('7') }),
      }),
    );
    expect(rows.find(({ label }) => label === 'Promotions')?.amounts[0]).toMatchObject({
      text: '−3.00',
      value: '-3.00',
    });
  });
});

describe('the sentence in large type', () => {
  const due = (given: Parameters<typeof invoice>[0]) => {
    const { due } = view(
      invoice({ totals: totals({ due: amounts('828', '900', '3600') }), ...given }),
    );
    return `${due.kind}: ${due.amount} ${due.sentence} (${due.others.join('; ')})`.replaceAll(
      '\u00a0',
      ' ',
    );
  };

  test('says what is due and when: 14 days after 1 October', () => {
    expect(due({})).toBe('due: €828.00 due 15 October 2025 (US$900.00; 3,600.00 HCU)');
  });

  test('says paid', () => {
    expect(due({ paymentStatus: 'settled' })).toBe('paid: €828.00 paid (US$900.00; 3,600.00 HCU)');
  });

  test('says that a draft is not final, whatever its payment status', () => {
    expect(due({ priceStatus: 'open', paymentStatus: 'settled' })).toMatch(
      /^draft: €828.00 so far, not final/,
    );
  });

  test('says why nothing is due', () => {
    expect(due({ totals: totals({ prepaid: amounts('5') }) })).toBe(
      'nothing:  Nothing due: covered by prepaid credit (€5.00 of prepaid credit used; US$5.00; 5.00 HCU)',
    );
    expect(due({ totals: totals() })).toBe('nothing:  Nothing due ()');
  });

  test('turns a negative amount into a credit', () => {
    expect(due({ totals: totals({ due: amounts('-5') }) })).toMatch(
      /^credit: €5.00 in your favour/,
    );
  });
});

describe('facts', () => {
  const fact = (label: string, given: Parameters<typeof invoice>[0] = {}) =>
    view(invoice(given)).facts.find((each) => each.label === label)?.value;

  test('number: last day of the period and eight digits of the hash', () => {
    const hash = createHash('sha256').update('payments/invoices/account_id=1').digest('hex');
    expect(view(invoice()).number).toBe(`INV-20250930-${hash.slice(0, 8)}`);
  });

  test('a period that ends at midnight shows the day before', () => {
    expect(fact('Billing period (UTC)')?.replaceAll('\u2009', ' ')).toBe('1 – 30 September 2025');
    expect(fact('Invoice date')).toBe('1 October 2025');
  });

  test('a period that ends during a day shows the time', () => {
    const end = Date.UTC(2025, 8, 30, 18, 30) / 1000;
    expect(fact('Billing period (UTC)', { end })).toContain('18:30');
  });

  test.each([
    ['open', 'pending', 'In billing period'],
    ['grace_period', 'pending', 'In grace period'],
    ['price_locked', 'failed', 'Invoice due'],
    ['price_locked', 'settled', 'Paid'],
    ['price_locked', 'brand_new_word', 'brand new word'],
    ['not_needed', 'pending', 'No payment needed'],
  ])('status %s and %s: %s', (priceStatus, paymentStatus, words) => {
    expect(fact('Status', { priceStatus, paymentStatus })).toBe(words);
  });

  test('the external status only if configured', () => {
    const given = invoice({ externalStatus: 'posted' });
    const shown = (by: ReturnType<typeof settings>) =>
      view(given, by).facts.some(({ value }) => value === 'posted');
    expect([shown(settings()), shown(settings({ showExternalStatus: true }))]).toEqual([
      false,
      true,
    ]);
  });
});

test('rates are stated with their direction', () => {
  const { notes } = view(
    invoice({
      exchange: { from: USD, to: EUR, rate: decimal('0.92') },
      creditUnit: {
        id: 'u',
        name: 'Halcyon Compute Units',
        shortName: 'HCU',
        description: null,
        ratio: decimal('0.25'),
        currency: USD,
        active: true,
        updated: null,
      },
    }),
  );
  expect(notes).toEqual([
    'Exchange rate: 1 USD = 0.92 EUR.',
    'Credits: 1 HCU (Halcyon Compute Units) = 0.25 USD.',
  ]);
});

test('credit left is shown with what was used', () => {
  const left = amounts('200.911125', '219.575', '878.3');
  const { account } = view(
    invoice({ prepaidLeft: left, totals: totals({ prepaid: amounts('5') }) }),
  );
  expect(account.map((row) => [row.label, ...texts(row)])).toEqual([
    ['Prepaid credit before this invoice', '205.91', '224.58', '883.30'],
    ['Prepaid credit used by this invoice', '−5.00', '−5.00', '−5.00'],
    ['Prepaid credit left', '200.91', '219.58', '878.30'],
  ]);
});

test('characters that no page may hold are replaced, with a warning that names the field', () => {
  const given = settings();
  const by = { ...given, customer: { ...given.customer, name: 'A\u0000B\ud800' } };
  const outcome = viewInvoice(taxed(invoice()), by, messages());
  expect(outcome.ok && outcome.value.customer.name).toBe('A\ufffdB\ufffd');
  expect(outcome.warnings.map(({ place }) => place)).toContain('customer.name');
});

test('a brand cannot leave its style element', () => {
  const given = settings();
  const colors = { accent: '#123456', 'x}': 'red', ink: 'red;}</style><script>' };
  const outcome = viewInvoice(
    taxed(invoice()),
    { ...given, brand: { ...given.brand, colors } },
    messages(),
  );
  expect(outcome.ok && outcome.value.brand.properties).toEqual([
    { name: 'accent', value: '#123456' },
  ]);
  expect(outcome.warnings).toHaveLength(2);
});

test('a period without dates fails and does not throw', () => {
  expect(viewInvoice(taxed(invoice({ end: 1e300 })), settings(), messages()).ok).toBe(false);
});

test('numbers and words follow the locale', () => {
  const { items, due } = view(
    invoice({
      items: [item('API', usage('1234.5', amounts('1234.5')), [])],
      totals: totals({ due: amounts('1234.5') }),
    }),
    settings({ locale: 'de-DE' }),
  );
  expect([items.title, items.rows[0]?.quantity, due.amount]).toEqual([
    'Verbrauch',
    '1.234,5',
    '1.234,50\u00a0€',
  ]);
});

describe('names', () => {
  const brand = settings().brand;

  test('the brand is called by the seller’s name where it has none', () => {
    const seller = { ...settings().seller, name: 'Seller GmbH' };
    const nameOf = (name: string) =>
      view(invoice(), settings({ seller, brand: { ...brand, name } })).brand.name;
    expect([nameOf(''), nameOf('Halcyon')]).toEqual(['Seller GmbH', 'Halcyon']);
  });

  test('an item without any name is usage', () => {
    const nameless = { ...item('', usage('1', amounts('1')), []), meter: '', id: '' };
    expect(view(invoice({ items: [nameless] })).items.rows[0]?.label).toBe('Usage');
  });

  test('a unit of 400 characters does not fill the heads of columns', () => {
    const credits = { kind: 'credit', code: 'W'.repeat(400), digits: 2 } as const;
    const { columns } = invoice();
    const shown = viewColumns(
      {
        ...viewContext(
          { ...taxed(invoice()), invoice: invoice({ columns: { ...columns, credits } }) },
          settings(),
          messages(),
        ),
      },
      NO_BILL,
      [],
    );
    expect(shown.at(-1)?.label).toBe(`${'W'.repeat(23)}…`);
  });

  test('a text that replaces no word is told', () => {
    const texts = { 'totals.du': 'To pay' };
    const outcome = viewInvoice(
      taxed(invoice()),
      settings({ brand: { ...brand, texts } }),
      messages(),
    );
    expect(outcome.warnings).toMatchObject([{ place: 'texts.totals.du', stage: 'view' }]);
  });

  test('an override of direction in a name turns nothing around', () => {
    const turned = item('\u202eabc', usage('1', amounts('1')), []);
    const outcome = viewInvoice(taxed(invoice({ items: [turned] })), settings(), messages());
    expect(outcome.ok && outcome.value.items.rows[0]?.label).toBe('\ufffdabc');
    expect(outcome.warnings).toMatchObject([{ place: 'items.rows[0].label' }]);
  });
});

const NOTHING_IN = { title: '', rows: [], totals: [] };
const NO_BILL = {
  items: NOTHING_IN,
  fees: NOTHING_IN,
  invoiceFees: NOTHING_IN,
  commitments: NOTHING_IN,
  promotions: NOTHING_IN,
  totals: [],
  taxes: [],
};
