import { failed, failure, success } from '../failure.ts';
import type { Failure, Outcome } from '../failure.ts';
import { pathBelow } from '../fetch/raw-invoice.ts';
import { nameMoney } from '../money/format-money.ts';
import { isZero, subtract, sum } from '../money/money.ts';
import type { Money } from '../money/money.ts';
import { halfUnit } from '../money/round.ts';
import type { Invoice } from './invoice.ts';
import { limitFailures } from './limit-failures.ts';
import { sumsOf } from './sums.ts';
import type { Column, Sum } from './sums.ts';

const COLUMNS: readonly Column[] = ['payment', 'base', 'credits'];
const RELATIVE_TOLERANCE = '0.000001';

/**
 * The invoice again, with each total that is not the sum of its parts: as a warning, or with `strict` as a failure.
 * Every money column is checked for itself. The step before prepaid credit is only ever doubted, because its meaning is
 * not documented. `path` is the invoice's place in its source.
 */
export function checkInvoice(
  invoice: Invoice,
  mode: 'off' | 'warn' | 'strict',
  path = '$',
): Outcome<Invoice> {
  if (mode === 'off') return success(invoice);
  const { certain, doubtful } = sumsOf(invoice);
  const wrong = mismatches(certain, path);
  const doubts = mismatches(doubtful, path);
  if (mode === 'strict' && wrong.length > 0) return failed(wrong, doubts);
  return success(invoice, [...wrong, ...doubts]);
}

function mismatches(sums: readonly Sum[], path: string): readonly Failure[] {
  const found: Failure[] = [];
  for (const one of sums) {
    for (const column of COLUMNS) {
      const wrong = mismatch(one, column, path);
      if (wrong !== null) found.push(wrong);
    }
  }
  return limitFailures(found, path);
}

/** Null where they agree, and in a column where the total or a part has no amount. */
function mismatch(one: Sum, column: Column, path: string): Failure | null {
  const given = one.total[column];
  if (given === null) return null;
  const amounts = amountsIn(one.parts, column);
  if (amounts === null) return null;
  const added = sum(amounts, given.currency);
  const difference = subtract(given, added);
  if (isWithinTolerance(difference, given, amounts.length)) return null;
  const place = pathBelow(path, one.place(column));
  return disagreement(one, place, { given, added, difference });
}

/** Null where a part has no amount in this column. */
function amountsIn(parts: Sum['parts'], column: Column): readonly Money[] | null {
  const amounts: Money[] = [];
  for (const part of parts) {
    const amount = part[column];
    if (amount === null) return null;
    amounts.push(amount);
  }
  return amounts;
}

interface Sides {
  readonly given: Money;
  readonly added: Money;
  readonly difference: Money;
}

function disagreement({ whole, of }: Sum, place: string, sides: Sides): Failure {
  const [given, added] = [nameMoney(sides.given), nameMoney(sides.added)];
  return failure('invoice', place, `${whole} is ${given}, but ${of} add up to ${added}`, {
    expected: added,
    found: given,
    hint: `The difference is ${nameMoney(sides.difference)}.`,
  });
}

/** Half a cent for every part that may have been rounded, or a millionth of the total. */
function isWithinTolerance(difference: Money, total: Money, parts: number): boolean {
  if (isZero(difference)) return true;
  const rounding = halfUnit(total.currency).times(String(Math.max(1, parts)));
  const size = difference.amount.abs();
  return size.lte(rounding) || size.lte(total.amount.abs().times(RELATIVE_TOLERANCE));
}
