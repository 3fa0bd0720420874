import { digitsOf } from '../money/digits.ts';
import type { Digits } from '../money/digits.ts';
import type { Currency, Money } from '../money/money.ts';
import { formatMoney, formatNumber, plainAmount } from '../money/format-money.ts';
import { isNegative, isZero, negate, subtract, sum } from '../money/money.ts';
import { roundMoney } from '../money/round.ts';
import type { OptionalAmounts } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import type { AmountView, ColumnKind } from './invoice-view.ts';

/** Rounded amounts, one per money column; null where the source has none. */
export type Printed = readonly (Money | null)[];

const NOT_THERE = '–';

/** Round amounts to what will stand on paper. This is the only place of the view that rounds. */
export function round(context: ViewContext, amounts: OptionalAmounts): Printed {
  return context.columns.map((kind) => {
    const amount = amounts[kind];
    return amount === null ? null : roundOne(context, amount);
  });
}

/** Round one amount to its currency's digits, credits to the configured ones. */
export function roundOne({ settings }: ViewContext, amount: Money): Money {
  return roundMoney(amount, settings.rounding, printedDigits(settings, amount.currency));
}

/** One amount with its currency: `€828.00`. */
export function sayMoney(context: ViewContext, amount: Money): string {
  const digits = printedDigits(context.settings, amount.currency);
  return formatMoney(roundOne(context, amount), context.messages.numbers, digits);
}

/** Printed amounts as cells. */
export function cells(context: ViewContext, printed: Printed): readonly AmountView[] {
  return context.columns.map((kind, index) => cell(context, kind, printed[index] ?? null));
}

function cell(context: ViewContext, kind: ColumnKind, amount: Money | null): AmountView {
  if (amount === null) return { text: NOT_THERE, value: '', kind };
  const decimals = printedDigits(context.settings, amount.currency);
  const digits = digitsOf(amount.amount, decimals);
  const text = amountText(context, amount, digits);
  const value = plainAmount(amount, decimals, digits);
  // Most are written alike, and a long bill keeps many thousands of them: one text is then enough.
  return { text, value: value === text ? text : value, kind };
}

/** As wide as a closing bracket, so that figures stand under each other whether bracketed or not. */
const BRACKET_SPACE = '\u2008';

/** An amount without its currency; a negative one with a minus sign or in brackets, as configured. */
function amountText(
  { settings, messages: { numbers } }: ViewContext,
  amount: Money,
  digits: Digits,
): string {
  const decimals = printedDigits(settings, amount.currency);
  if (settings.negatives === 'minus') return formatNumber(amount, numbers, decimals, digits);
  return isNegative(amount)
    ? `(${formatNumber(negate(amount), numbers, decimals, digits)})`
    : formatNumber(amount, numbers, decimals, digits) + BRACKET_SPACE;
}

/** Cells of a row that has no amounts. */
export function emptyCells({ columns }: ViewContext): readonly AmountView[] {
  return columns.map((kind) => ({ text: '', value: '', kind }));
}

/** The amounts with the other sign. */
export function minus(printed: Printed): Printed {
  return printed.map((amount) => (amount === null ? null : negate(amount)));
}

/** Each column's total less what its lines add up to, a dash counting nothing; null where there is no total. */
export function remainder(lines: readonly Printed[], total: Printed): Printed {
  return total.map((whole, column) => {
    if (whole === null) return null;
    return subtract(whole, sum(amountsAt(lines, column), whole.currency));
  });
}

/** What printed lines add up to in each column; null in a column where none has an amount. */
export function sumPrinted({ invoice, columns }: ViewContext, lines: readonly Printed[]): Printed {
  return columns.map((kind, column) => {
    const currency = invoice.columns[kind];
    const parts = amountsAt(lines, column);
    return currency === null || parts.length === 0 ? null : sum(parts, currency);
  });
}

function amountsAt(lines: readonly Printed[], column: number): readonly Money[] {
  const amounts: Money[] = [];
  for (const line of lines) {
    const amount = line[column] ?? null;
    if (amount !== null) amounts.push(amount);
  }
  return amounts;
}

/** Whether no column has anything but zero. */
export function isNothing(printed: Printed): boolean {
  return printed.every((amount) => amount === null || isZero(amount));
}

/** Decimals that amounts of a currency are printed with. */
function printedDigits(settings: ViewContext['settings'], currency: Currency): number {
  return currency.kind === 'credit' ? settings.creditDigits : currency.digits;
}
