import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../src/config/settings.ts';
import type { HourlyUsage, Variant } from '../../src/invoice/invoice.ts';
import { decimal } from '../../src/money/decimal.ts';
import { axisFor } from '../../src/view/chart-axis.ts';
import type { LineView } from '../../src/view/invoice-view.ts';
import { tierPrices } from '../../src/view/tier-prices.ts';
import { amounts, invoice, item, settings, totals, usage, variant, view } from './build-invoice.ts';

const DAY = 86_400;
const START = Date.UTC(2025, 8, 1) / 1000;

/** A variant in a region, worth as much in every column. */
function inRegion(
  region: string,
  units: string,
  price: string,
  given: Partial<Variant> = {},
): Variant {
  const dimensions = region === '' ? [] : [{ name: 'region', value: region }];
  return variant(usage(units, amounts(price)), { dimensions, ...given });
}

function hour(
  day: number,
  units: string,
  price: string,
  tiers: [string, string][] = [],
): HourlyUsage {
  const start = START + day * DAY + 3600;
  return { ...usage(units, amounts(price), tiers), start, end: start + 3600 };
}

function by(given: Partial<Settings['usage']>): Settings {
  const plain = settings();
  return { ...plain, usage: { ...plain.usage, ...given } };
}

const storage = item('Storage', usage('30', amounts('6')), [
  inRegion('eu', '10', '1'),
  inRegion('us', '15', '5'),
  inRegion('eu', '5', '0'),
]);
const seats = item('Seats', usage('2', amounts('4')), [inRegion('', '2', '4')]);
const bill = invoice({ items: [storage, seats], totals: totals({ items: amounts('10') }) });

const told = (rows: readonly LineView[]) =>
  rows.map(({ kind, label, quantity, amounts: [first] }) =>
    [kind, label, quantity.trim(), first?.text ?? ''].join(' '),
  );

describe('grouping', () => {
  test('by a dimension: items of each value, with what they add up to; what has no value comes last', () => {
    expect(told(view(bill, by({ groupBy: ['region'] })).items.rows)).toEqual([
      'dimension region: eu  ',
      'group Storage  ',
      'line Storage 10 1.00',
      'line Storage 5 0.00',
      'subtotal Total Storage 15 1.00',
      'dimensionTotal Total region: eu  1.00',
      'dimension region: us  ',
      'single Storage 15 5.00',
      'dimensionTotal Total region: us  5.00',
      'dimension region: not given  ',
      'single Seats 2 4.00',
      'dimensionTotal Total region: not given  4.00',
    ]);
  });

  test('by a dimension that nothing has changes nothing', () => {
    const plain = view(bill).items.rows;
    expect(view(bill, by({ groupBy: ['planet'] })).items.rows).toEqual(plain);
  });

  test('what an item costs beside its variants stays', () => {
    const dear = item('Storage', usage('10', amounts('9')), [inRegion('eu', '10', '1')]);
    const raised = invoice({ items: [dear], totals: totals({ items: amounts('9') }) });
    const rows = view(raised, by({ groupBy: ['region'] })).items.rows;
    expect(told(rows).at(-1)).toBe('single Storage  8.00');
    expect(rows.at(-1)?.notes).toEqual(['Other adjustments']);
  });
});

describe('the largest lines', () => {
  const many = item('Storage', usage('30', amounts('6')), [
    inRegion('a', '10', '1'),
    inRegion('b', '15', '-5'),
    inRegion('c', '5', '10'),
  ]);
  const cut = view(
    invoice({ items: [many], totals: totals({ items: amounts('6') }) }),
    by({ top: 2 }),
  );

  test('stand in the order of their size, whatever their sign; one line sums the rest', () => {
    expect(told(cut.items.rows)).toEqual([
      'group Storage  ',
      'line region: c 5 10.00',
      'line region: b 15 −5.00',
      'rest 1 more 10 1.00',
      'subtotal Total Storage 30 6.00',
    ]);
  });

  test('and the annex lists all of them', () => {
    expect(told(cut.annex.lines.rows).filter((line) => line.startsWith('line'))).toHaveLength(3);
    expect(view(bill, by({ top: 3 })).annex.title).toBe('');
  });

  test('units of a meter that does not add up are not added', () => {
    const most = item('Peak', usage('15', amounts('6')), many.variants);
    const rows = view(invoice({ items: [most] }), by({ top: 1 })).items.rows;
    expect(rows.find(({ kind }) => kind === 'rest')?.quantity).toBe('');
  });
});

test('lines of zero are left out, and a sentence says so', () => {
  const idle = item('Idle', usage('0', amounts('0')), [inRegion('eu', '0', '0')]);
  const late = item('Late', usage('0', amounts('0')), [
    inRegion('eu', '0', '0', { lateArrivals: decimal('3') }),
  ]);
  const { items, notes } = view(invoice({ items: [idle, late, seats] }), by({ hideZero: true }));
  expect(items.rows.map(({ label }) => label)).toEqual(['Late', 'Seats']);
  expect(notes.join(' ')).toContain('Lines without usage and amount are left out.');
});

describe('prices of tiers', () => {
  const tiers: [string, string][] = [
    ['0', '100'],
    ['100', '50'],
  ];
  const prices = (total: string, hours: readonly HourlyUsage[]) =>
    [...tierPrices({ total: usage('150', amounts(total), tiers), hours })].map(
      ([tier, { amount }]) => `${tier}: ${amount.toString()}`,
    );
  const first = hour(0, '100', '10', [['0', '100']]);

  test('are those of hours in one tier alone', () => {
    expect(prices('12.5', [first, hour(1, '50', '2.5', [['100', '50']])])).toEqual([
      '0: 0.1',
      '100: 0.05',
    ]);
    expect(prices('12.5', [first])).toEqual(['0: 0.1']);
  });

  test('are nothing where hours contradict each other, or the amount', () => {
    expect(prices('12.5', [first, hour(1, '10', '2', [['0', '10']])])).toEqual([]);
    expect(prices('99', [first, hour(1, '50', '2.5', [['100', '50']])])).toEqual([]);
    expect(prices('12.5', [hour(1, '150', '12.5', tiers)])).toEqual([]);
  });
});

describe('the annex', () => {
  const hours = [hour(0, '2', '0.4'), hour(0, '1', '0.2'), hour(4, '3', '0.3')];
  const timed = item('Storage', usage('10', amounts('1')), [inRegion('eu', '10', '1', { hours })]);
  const { annex } = view(
    invoice({ items: [timed, seats], totals: totals({ items: amounts('5') }) }),
    by({ annex: 'days' }),
  );
  const [first] = annex.items;

  test('has the items whose times are known, by day, and what has no time', () => {
    expect(annex.items).toHaveLength(1);
    expect(told(first?.section.rows ?? [])).toEqual([
      'line 1 September 2025 3 0.60',
      'line 5 September 2025 3 0.30',
      'line Not itemised by time 4 0.10',
    ]);
    expect(first?.section.totals.map(({ label }) => label)).toEqual(['Total Storage']);
  });

  test('draws a column for each day with usage, on an axis of round numbers', () => {
    expect(first?.chart.bars.match(/M/g)).toHaveLength(2);
    expect(first?.chart.ticks).toEqual([
      { label: '3', place: '0%' },
      { label: '2', place: '33.33%' },
      { label: '1', place: '66.67%' },
      { label: '0', place: '100%' },
    ]);
    expect(first?.chart.days[0]).toEqual({ label: '1 Sept', place: '1.67%' });
    expect(first?.chart.text).toBe(
      'Usage per day: Storage. 1 September 2025: 3; 5 September 2025: 3. No other day has usage.',
    );
  });

  test('is not there unless it is asked for', () => {
    expect(view(invoice({ items: [timed] })).annex).toMatchObject({ title: '', items: [] });
  });
});

test('an axis spans its values in a few round steps, and zero is one of its ticks', () => {
  const value = fc
    .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -9, max: 9 }))
    .map(([digits, power]) => decimal(`${digits}e${power}`));
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [least, most] = one.lt(other) ? [one, other] : [other, one];
      fc.pre(!least.eq(most) || !least.eq(decimal('0')));
      const { ticks, lowest, highest } = axisFor(least, most);
      expect(lowest.lte(least) && highest.gte(most)).toBe(true);
      expect(ticks.some((tick) => tick.eq(decimal('0')))).toBe(true);
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(7);
    }),
  );
});

test('negative amounts stand in brackets where accountants read', () => {
  const credit = invoice({
    items: [item('Refund', usage('1', amounts('-1.5')), []), seats],
    totals: totals({ items: amounts('2.5') }),
  });
  const { items } = view(credit, settings({ negatives: 'brackets' }));
  expect(items.rows.map(({ amounts: [first] }) => first?.text)).toEqual(['(1.50)', '4.00\u2008']);
});
