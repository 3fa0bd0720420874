import { failure, type Failure } from '../failure.ts';
import { decimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import type { EInvoice, ItemTax, Line, TaxRow } from './e-invoice.ts';
import { sum } from './totals.ts';

/** A sum of EN 16931, section 6.4. */
interface Identity {
  /** `BR-CO-10`. */
  readonly rule: string;
  /** `BT-106 sum of the lines`. */
  readonly term: string;
  readonly stated: string;
  readonly computed: Decimal;
  /** Nothing unless the rule leaves room. */
  readonly tolerance?: Decimal;
}

/** One unit of the last decimal: tax taken out of prices that hold it may miss the rate's by so much (BR-S-09). */
function unitOf(written: string): Decimal {
  return decimal(`1e-${written.split('.')[1]?.length ?? 0}`);
}

/** Sums that do not hold. The XML states what the page prints, so a difference is never mended here. */
export function checkConsistency(invoice: EInvoice): readonly Failure[] {
  const all = [...documentSums(invoice), ...taxSums(invoice), ...invoice.lines.flatMap(lineSums)];
  return all.filter((one) => !holds(one)).map(asFailure);
}

function holds({ stated, computed, tolerance }: Identity): boolean {
  const difference = decimal(stated).minus(computed).abs();
  return tolerance === undefined ? difference.eq('0') : difference.lte(tolerance);
}

function asFailure({ rule, term, stated, computed }: Identity): Failure {
  return failure('e-invoice', term, `The electronic invoice would not add up (${rule})`, {
    expected: computed.toString(),
    found: stated,
    hint: 'Amounts of the source do not add up. Correct them there, or set eInvoice.profile to none.',
  });
}

function documentSums({ lines, adjustments, totals, taxes }: EInvoice): readonly Identity[] {
  const of = (kind: 'allowance' | 'charge') =>
    sum(adjustments.filter((one) => one.kind === kind).map(({ amount }) => amount));
  const [net, tax, gross] = [decimal(totals.net), decimal(totals.tax), decimal(totals.gross)];
  const stated = sum([totals.lines, totals.charges]).minus(totals.allowances);
  return [
    {
      rule: 'BR-CO-10',
      term: 'BT-106 sum of the lines',
      stated: totals.lines,
      computed: sum(lines.map((line) => line.net)),
    },
    {
      rule: 'BR-CO-11',
      term: 'BT-107 sum of allowances',
      stated: totals.allowances,
      computed: of('allowance'),
    },
    {
      rule: 'BR-CO-12',
      term: 'BT-108 sum of charges',
      stated: totals.charges,
      computed: of('charge'),
    },
    { rule: 'BR-CO-13', term: 'BT-109 total without VAT', stated: totals.net, computed: stated },
    {
      rule: 'BR-CO-14',
      term: 'BT-110 total VAT',
      stated: totals.tax,
      computed: sum(taxes.map((row) => row.tax)),
    },
    {
      rule: 'BR-CO-15',
      term: 'BT-112 total with VAT',
      stated: totals.gross,
      computed: net.plus(tax),
    },
    {
      rule: 'BR-CO-16',
      term: 'BT-115 amount due',
      stated: totals.due,
      computed: gross.minus(totals.prepaid).plus(totals.rounding),
    },
  ];
}

function taxSums({ taxes, lines, adjustments }: EInvoice): readonly Identity[] {
  return taxes.flatMap((row) => {
    const rate = decimal(row.rate ?? '0').times('0.01');
    const owing = lines.filter(({ tax }) => sameTax(tax, row)).map((line) => line.net);
    const changes = adjustments.filter(({ tax }) => sameTax(tax, row));
    const change = sum(
      changes.map(({ kind, amount }) => (kind === 'charge' ? amount : negative(amount))),
    );
    const term = `of category ${row.category} at ${row.rate ?? 'no'} %`;
    const base: Identity = {
      rule: 'BR-S-08',
      term: `BT-116 taxable amount ${term}`,
      stated: row.base,
      computed: sum(owing).plus(change),
    };
    const computed = decimal(row.base).times(rate);
    const tax = { rule: 'BR-CO-17', term: `BT-117 VAT ${term}`, stated: row.tax, computed };
    return [base, { ...tax, tolerance: unitOf(row.tax) }];
  });
}

function sameTax(one: ItemTax, other: TaxRow): boolean {
  return one.category === other.category && (one.rate ?? '0') === (other.rate ?? '0');
}

function lineSums(line: Line): readonly Identity[] {
  const whole = decimal(line.price).times(line.quantity);
  const gross = line.baseQuantity === null ? whole : whole.div(line.baseQuantity);
  const changes = line.adjustments.map(({ kind, amount }) =>
    kind === 'charge' ? amount : negative(amount),
  );
  const computed = gross.plus(sum(changes));
  const term = `BT-131 net amount of line ${line.id}`;
  return [
    { rule: 'PEPPOL-EN16931-R120', term, stated: line.net, computed, tolerance: unitOf(line.net) },
  ];
}

function negative(amount: string): string {
  return `-${amount}`;
}
