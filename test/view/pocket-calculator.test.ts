import { Big } from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Amounts, Dimension, Invoice } from '../../src/invoice/invoice.ts';
import { decimal } from '../../src/money/decimal.ts';
import type { AmountView, InvoiceView, RowView, SectionView } from '../../src/view/invoice-view.ts';
import { amounts, invoice, item, settings, totals, usage, variant, view } from './build-invoice.ts';

type Row = { readonly amounts: readonly AmountView[] };

const COLUMNS = [0, 1, 2] as const;

function add(rows: readonly Row[], column: number): Big {
  return rows.reduce((sum, row) => sum.plus(row.amounts[column]?.value || '0'), new Big(0));
}

function demandSum(rows: readonly Row[], total: Row): void {
  for (const column of COLUMNS) {
    const value = total.amounts[column]?.value ?? '';
    if (value !== '') expect(add(rows, column).toFixed()).toBe(new Big(value).toFixed());
  }
}

const HEADS: ReadonlySet<string> = new Set(['group', 'dimension']);
const SUBTOTALS: ReadonlySet<string> = new Set(['subtotal', 'dimensionTotal']);

/** A head opens a group, its total closes it and counts for all that is in it; the section's total closes the rest. */
function demandSection({ rows, totals }: SectionView): void {
  const open: Row[][] = [[]];
  for (const row of rows) {
    if (HEADS.has(row.kind)) open.push([]);
    else if (SUBTOTALS.has(row.kind)) {
      demandSum(open.pop() ?? [], row);
      open.at(-1)?.push(row);
    } else if (row.kind !== 'tier') open.at(-1)?.push(row);
  }
  expect(open).toHaveLength(1);
  const total = totals.at(-1);
  if (total !== undefined) demandSum([...open.flat(), ...totals.slice(0, -1)], total);
  else expect(rows.length).toBeLessThanOrEqual(1);
}

/** Every checkpoint of the totals is the sum of the checkpoint before it and the rows between. */
function demandTotals(rows: readonly RowView[]): void {
  let open: RowView[] = [];
  for (const row of rows) {
    if (row.kind === 'row' || row.kind === 'rounding') open.push(row);
    else {
      if (open.length > 0) demandSum(open, row);
      open = [row];
    }
  }
}

function demandAll(view: InvoiceView): void {
  const sections = [view.items, view.fees, view.invoiceFees, view.commitments, view.promotions];
  sections.forEach(demandSection);
  demandSection(view.annex.lines);
  demandTotals(view.totals);
}

const amount = fc
  .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 7 }))
  .map(([digits, scale]) => decimal(`${digits}e-${scale}`).toString());

const three = fc
  .tuple(amount, amount, fc.option(amount))
  .map(([eur, usd, hcu]) => amounts(eur, usd, hcu));

/** The exact sum, as Amberflo would give it. */
function sum(parts: readonly Amounts[]): Amounts {
  const column = (kind: keyof Amounts) =>
    parts
      .reduce((total, part) => total.plus(part[kind]?.amount ?? decimal('0')), decimal('0'))
      .toString();
  return amounts(column('payment'), column('base'), column('credits'));
}

function minus(part: Amounts): Amounts {
  const column = (kind: keyof Amounts) => (part[kind]?.amount ?? decimal('0')).neg().toString();
  return amounts(column('payment'), column('base'), column('credits'));
}

const bill = fc
  .record({
    items: fc.array(fc.array(three, { minLength: 1, maxLength: 5 }), { maxLength: 5 }),
    fees: fc.array(three, { maxLength: 5 }),
    invoiceFees: fc.array(three, { maxLength: 3 }),
    commitments: fc.array(three, { maxLength: 3 }),
    promotions: fc.array(three, { maxLength: 3 }),
    prepaid: three,
  })
  .map((parts) => build(parts));

interface Parts {
  readonly items: readonly (readonly Amounts[])[];
  readonly fees: readonly Amounts[];
  readonly invoiceFees: readonly Amounts[];
  readonly commitments: readonly Amounts[];
  readonly promotions: readonly Amounts[];
  readonly prepaid: Amounts;
}

function build({ items, fees, invoiceFees, commitments, promotions, prepaid }: Parts): Invoice {
  const usages = sum(items.flat());
  const beforePrepaid = sum([
    usages,
    ...fees,
    ...invoiceFees,
    ...commitments,
    ...promotions.map(minus),
  ]);
  return invoice({
    items: items.map((prices, index) =>
      item(
        `item ${index}`,
        usage('3', sum(prices)),
        prices.map((price, place) =>
          variant(usage('3', price), { dimensions: dimensionsOf(place) }),
        ),
      ),
    ),
    planFees: fees.map((cost) => ({ ...FEE, cost })),
    invoiceFees: invoiceFees.map((fee) => ({ id: 'f', name: 'Support', fee })),
    commitments: commitments.map((fee) => ({ id: 'c', obligationId: 'o', name: 'Minimum', fee })),
    promotions: promotions.map((discount) => ({ ...PROMOTION, discount })),
    totals: totals({
      items: usages,
      planFees: sum(fees),
      invoiceFees: sum(invoiceFees),
      commitments: sum(commitments),
      discount: sum(promotions),
      beforePrepaid,
      prepaid,
      due: sum([beforePrepaid, minus(prepaid)]),
    }),
  });
}

/** Every third variant has no region, every second no size. */
function dimensionsOf(place: number): readonly Dimension[] {
  const region = place % 3 === 0 ? [] : [{ name: 'region', value: `r${place % 3}` }];
  return place % 2 === 0 ? region : [...region, { name: 'size', value: 'L' }];
}

const FEE = {
  id: 'f',
  name: 'Fee',
  description: '',
  oneTime: false,
  prorated: false,
  proratedToDay: false,
};

const PROMOTION = {
  id: 'p',
  name: 'Launch',
  type: 'discount',
  applied: null,
  maximum: { payment: null, base: null, credits: null },
  payAsYouGo: false,
  granularity: null,
  dimensions: [],
} as const;

test('printed lines add up to printed totals in every column of every section', () => {
  fc.assert(
    fc.property(
      bill,
      fc.constantFrom('half-up', 'half-even'),
      fc.integer({ min: 0, max: 4 }),
      (each, rounding, creditDigits) => {
        demandAll(view(each, settings({ rounding, creditDigits })));
      },
    ),
    { numRuns: 300 },
  );
});

test('totals that do not follow from the lines still add up, by an adjustment', () => {
  fc.assert(
    fc.property(bill, three, three, (each, items, due) => {
      demandAll(view({ ...each, totals: { ...each.totals, items, due } }));
    }),
    { numRuns: 100 },
  );
});

test('grouped lines, the largest lines, and lines without those of zero add up too', () => {
  const explained = fc.record({
    groupBy: fc.constantFrom([], ['region'], ['size', 'region']),
    top: fc.option(fc.integer({ min: 1, max: 4 })),
    hideZero: fc.boolean(),
  });
  fc.assert(
    fc.property(bill, three, explained, (each, items, usage) => {
      const plain = settings();
      const by = { ...plain, usage: { ...plain.usage, ...usage } };
      demandAll(view(each, by));
      demandAll(view({ ...each, totals: { ...each.totals, items } }, by));
    }),
    { numRuns: 150 },
  );
});
