import type { Settings } from '../config/settings.ts';
import type { Amounts, Columns } from '../invoice/invoice.ts';
import { decimal, isZeroDecimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { add, money, noMoney, subtract, sum } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import { apportion } from './apportion.ts';
import type { Assigned } from './charge.ts';
import { roundTax } from './round-tax.ts';
import type { TaxedCharge, TaxReason, TaxRow } from './tax-breakdown.ts';
import { compareTaxes, groupByTax, type TaxGroup } from './tax-key.ts';

const COLUMNS = ['payment', 'base', 'credits'] as const;
type Column = (typeof COLUMNS)[number];

/** What rows are made with. */
export interface TaxRun {
  readonly settings: Settings;
  readonly columns: Columns;
  /** What the invoice comes to before prepaid credit. */
  readonly billed: Amounts;
}

/** A base and its tax in one column; `tax` is null for credits as soon as there is some. */
interface Taxed {
  readonly base: Money;
  readonly tax: Money | null;
}

/** One row for each category and rate. */
export function taxRows(assigned: readonly Assigned[], run: TaxRun): readonly TaxRow[] {
  const groups = [...groupByTax(assigned)].sort(compareTaxes);
  const columns = COLUMNS.map((column) => [column, taxColumn(groups, column, run)] as const);
  const byColumn = new Map(columns);
  return groups.map((group, index) => {
    const at = (column: Column) => byColumn.get(column)?.[index] ?? null;
    const base = amountsAt((column) => at(column)?.base ?? null, run.columns);
    const tax = amountsAt((column) => at(column)?.tax ?? null, run.columns);
    const { category } = group.rule;
    const rounding = roundingOf(group, base.payment, run);
    return { category, rate: rateOf(group), reasons: reasonsOf(group), base, tax, rounding };
  });
}

/** What a charge comes to without tax. */
export function netOf({ charge, rule }: Assigned, { settings: { tax } }: TaxRun): Money {
  const { amount, currency } = charge.amount.payment;
  if (tax.prices === 'exclusive') return charge.amount.payment;
  return money(amount.div(factor(decimal(rule.rate))), currency);
}

/** A charge with its tax. */
export function taxedCharge(assigned: Assigned, run: TaxRun): TaxedCharge {
  const { charge, rule } = assigned;
  const rate = decimal(rule.rate);
  return { ...charge, net: netOf(assigned, run), category: rule.category, rate };
}

function taxColumn(
  groups: readonly TaxGroup[],
  column: Column,
  run: TaxRun,
): readonly Taxed[] | null {
  const total = run.billed[column];
  const sums = groups.map(({ members }) => sumOf(members, column));
  if (total === null || !sums.every((one) => one !== null)) return null;
  return run.settings.tax.prices === 'exclusive'
    ? sums.map((amount, index) => onTop(amount, groups[index], run))
    : apportion(sums, total, run.settings.rounding).map((amount, index) =>
        within(amount, groups[index], run),
      );
}

/** The base is the exact sum of the charges, rounded once; the tax is the base's, rounded once. */
function onTop(amount: Money, group: TaxGroup | undefined, { settings }: TaxRun): Taxed {
  const base = roundTax(amount, settings.rounding);
  const rate = group === undefined ? decimal(0) : rateOf(group);
  const tax = money(base.amount.times(rate).times('0.01'), base.currency);
  return { base, tax: payable(roundTax(tax, settings.rounding)) };
}

/** The tax is taken out of the amount, which stays what it was. */
function within(amount: Money, group: TaxGroup | undefined, { settings }: TaxRun): Taxed {
  const rate = group === undefined ? decimal(0) : rateOf(group);
  const exact = money(amount.amount.div(factor(rate)), amount.currency);
  const base = roundTax(exact, settings.rounding);
  return { base, tax: payable(subtract(amount, base)) };
}

/** Taxes are owed in money, never in credits. */
function payable(tax: Money): Money | null {
  return tax.currency.kind === 'iso' || isZeroDecimal(tax.amount) ? tax : null;
}

/** What turns an amount without tax into one with it: 1.19 for 19 %. */
function factor(rate: Decimal): Decimal {
  return rate.times('0.01').plus('1');
}

function sumOf(members: readonly Assigned[], column: Column): Money | null {
  const amounts = members.map(({ charge }) => charge.amount[column]);
  const [first] = amounts;
  if (!first || !amounts.every((amount) => amount !== null)) return null;
  return sum(amounts, first.currency);
}

function amountsAt(of: (column: Column) => Money | null, columns: Columns): Amounts {
  const payment = of('payment') ?? noMoney(columns.payment);
  return { payment, base: of('base'), credits: of('credits') };
}

function roundingOf({ members }: TaxGroup, base: Money, run: TaxRun): Money {
  const lines = members.map((one) => roundTax(netOf(one, run), run.settings.rounding));
  return subtract(base, lines.reduce(add, noMoney(base.currency)));
}

const rateOf = ({ rule }: TaxGroup): Decimal => decimal(rule.rate);

function reasonsOf({ members }: TaxGroup): readonly TaxReason[] {
  const reasons = members
    .map(({ rule: { reason, wording, texts } }) => ({ code: reason, wording, texts }))
    .filter(({ code, wording, texts }) => code || wording || Object.keys(texts).length > 0);
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
