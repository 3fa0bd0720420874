import { decimal, ZERO } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { money, noMoney } from '../money/money.ts';
import type { TaxBreakdown } from '../tax/tax-breakdown.ts';
import { written } from './decimals.ts';
import type { Adjustment, DocumentTotals, Line, WrittenDecimal } from './e-invoice.ts';

/** BG-22: sums of the lines, allowances and charges as they are written, and the totals of the tax breakdown. */
export function totalsOf(
  { net, tax, gross, prepaid, due }: TaxBreakdown,
  lines: readonly Line[],
  adjustments: readonly Adjustment[],
): DocumentTotals {
  const { currency } = net.payment;
  const amountsOf = (kind: Adjustment['kind']) =>
    adjustments.filter((one) => one.kind === kind).map(({ amount }) => amount);
  const sumWritten = (values: readonly WrittenDecimal[]) => written(money(sum(values), currency));
  return {
    lines: sumWritten(lines.map((line) => line.net)),
    allowances: sumWritten(amountsOf('allowance')),
    charges: sumWritten(amountsOf('charge')),
    net: written(net.payment),
    tax: written(tax.payment),
    gross: written(gross.payment),
    prepaid: written(prepaid.payment),
    rounding: written(noMoney(currency)),
    due: written(due.payment),
  };
}

/** The exact sum of written decimals. */
export function sum(values: readonly WrittenDecimal[]): Decimal {
  return values.reduce((total, value) => total.plus(decimal(value)), ZERO);
}
