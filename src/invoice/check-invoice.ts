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
  const sums = sumsOf(invoice);
  const wrong = mismatches(
    sums.filter(({ certain }) => certain),
    path,
  );
  const doubtful = mismatches(
    sums.filter(({ certain }) => !certain),
    path,
  );
  if (mode === 'strict' && wrong.length > 0) return failed(wrong, doubtful);
  return success(invoice, [...wrong, ...doubtful]);
}

function mismatches(sums: readonly Sum[], path: string): readonly Failure[] {
  const found = sums.flatMap((one) => COLUMNS.flatMap((column) => mismatch(one, column, path)));
  return limitFailures(found, path);
}

/** The sum is not looked at in a column where the total or a part has no amount. */
function mismatch(
  { total, parts, ...names }: Sum,
  column: Column,
  path: string,
): readonly Failure[] {
  const given = total[column];
  const amounts = parts.map((part) => part[column]);
  if (given === null || !amounts.every((amount) => amount !== null)) return [];
  const added = sum(amounts, given.currency);
  if (isWithinTolerance(subtract(given, added), given, parts.length)) return [];
  const place = pathBelow(path, names.place(column));
  return [
    failure(
      'invoice',
      place,
      `${names.whole} is ${nameMoney(given)}, but ${names.of} add up to ${nameMoney(added)}`,
      {
        expected: nameMoney(added),
        found: nameMoney(given),
        hint: `The difference is ${nameMoney(subtract(given, added))}.`,
      },
    ),
  ];
}

/** Half a cent for every part that may have been rounded, or a millionth of the total. */
function isWithinTolerance(difference: Money, total: Money, parts: number): boolean {
  if (isZero(difference)) return true;
  const rounding = halfUnit(total.currency).times(String(Math.max(1, parts)));
  const size = difference.amount.abs();
  return size.lte(rounding) || size.lte(total.amount.abs().times(RELATIVE_TOLERANCE));
}
