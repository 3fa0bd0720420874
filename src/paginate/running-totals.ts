import { failure } from '../failure.ts';
import type { Failure } from '../failure.ts';
import type { FlatRow, Flow, Item, LateMark, Row } from '../layout/item.ts';
import { POWERS_OF_TEN } from '../money/decimal.ts';
import { decimalsIn, unitsIn } from './amount-digits.ts';
import type { ColumnFragment, Fragment } from './fragment.ts';
import { lateMarks } from './late-rows.ts';
import type { Repeat } from './repeat.ts';
import { nameWords } from './name-words.ts';
import { unitsOf } from './survey.ts';
import type { Survey } from './survey.ts';

/** Exact sums by name, as decimal strings, of a table's rows before and up to the end of a page. */
export interface RunningTotals {
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** Sum and number of decimals of one name: whole numbers of its last decimal, those that are safe integers added for themselves. */
interface Sum {
  large: bigint;
  units: number;
  decimals: number;
}

type Sums = Map<string, Sum>;

/** What the rows of a document are found and named by. */
interface Found {
  readonly survey: Survey;
  readonly lines: Flow['lines'];
  readonly warn: (warning: Failure) => void;
}

/** What can be printed of running totals. */
export interface FoundTotals {
  readonly totals: ReadonlyMap<ColumnFragment, RunningTotals>;
  /** What asks for a name that no row of its table has. */
  readonly missing: ReadonlySet<LateMark>;
}

/** Sum the amounts of all tables that print running totals, page after page. */
export function runningTotals(pages: readonly Fragment[], found: Found): FoundTotals {
  const { survey } = found;
  const tables = new Map<Item, Sums>();
  for (const [item, repeat] of survey.repeats)
    if (repeat.late) tables.set(item, openSums(repeat, found));
  const ledger: Ledger = {
    survey,
    tables,
    totals: new Map(),
    missing: new Set(),
    asked: new Set(),
  };
  if (tables.size > 0) for (const page of pages) addFragment(page, ledger);
  return ledger;
}

/** What is carried from page to page. */
interface Ledger {
  readonly survey: Survey;
  readonly tables: ReadonlyMap<Item, Sums>;
  readonly totals: Map<ColumnFragment, RunningTotals>;
  readonly missing: Set<LateMark>;
  /** Heads and feet that were asked for names already. */
  readonly asked: Set<Item>;
}

function addFragment(fragment: Fragment, ledger: Ledger): void {
  if (fragment.kind === 'whole') return;
  const sums = fragment.kind === 'column' ? ledger.tables.get(fragment.item) : undefined;
  const before = sums === undefined ? null : decimals(sums);
  if (sums !== undefined) addRows(fragment, ledger.survey, sums);
  if (fragment.kind === 'column' && sums !== undefined && before !== null) {
    ledger.totals.set(fragment, { before, after: decimals(sums) });
    for (const again of [fragment.head, fragment.foot])
      if (again !== null) addMissing(again.item, sums, ledger);
  }
  for (const piece of fragment.pieces) addFragment(piece.fragment, ledger);
}

function addMissing(again: Item, sums: Sums, { missing, asked }: Ledger): void {
  if (asked.has(again)) return;
  asked.add(again);
  for (const mark of lateMarks(again)) if (!sums.has(mark.content.of)) missing.add(mark);
}

/** A row counts on the page where it begins. */
function addRows(fragment: Fragment, survey: Survey, sums: Sums): void {
  if (fragment.kind === 'whole') return eachRow(fragment.item, survey, (row) => add(sums, row));
  if (fragment.kind === 'row') return fragment.isFirst ? add(sums, fragment.item) : undefined;
  for (const piece of fragment.pieces) addRows(piece.fragment, survey, sums);
}

/** Rows of a table, its groups included; tables within its cells are tables of their own. */
function eachRow(item: Item, survey: Survey, visit: (row: Row | FlatRow) => void): void {
  if (item.kind === 'row' || item.kind === 'flat-row') visit(item);
  if (item.kind !== 'column') return;
  for (const unit of unitsOf(survey, item)) eachRow(unit.item, survey, visit);
}

function add(sums: Sums, row: Row | FlatRow): void {
  for (const { name, value } of row.amounts) {
    const sum = sums.get(name);
    if (sum !== undefined) addAmount(sum, value);
  }
}

/** Digits of the longest number that is a safe integer whatever they are. */
const SAFE_DIGITS = 15;

function addAmount(sum: Sum, value: string): void {
  const decimals = decimalsIn(value);
  if (decimals === null) return;
  const missing = sum.decimals - decimals;
  const isShort = value.length + missing <= SAFE_DIGITS;
  const units = isShort ? sum.units + unitsIn(value) * (POWERS_OF_TEN[missing] ?? NaN) : NaN;
  if (Number.isSafeInteger(units)) sum.units = units;
  else sum.large += BigInt(value.replace('.', '') + '0'.repeat(missing));
}

/** All names of a table at zero, each with as many decimals as its longest amount. */
function openSums(repeat: Repeat, { survey, lines, warn }: Found): Sums {
  const sums: Sums = new Map();
  const open = (row: Row | FlatRow): void => {
    for (const { name, value } of row.amounts) {
      const decimals = decimalsIn(value);
      if (decimals === null) warn(noAmount(nameWords(row.name, lines), value));
      const sum = sums.get(name);
      const least = decimals ?? 0;
      if (sum === undefined) sums.set(name, { large: 0n, units: 0, decimals: least });
      else if (least > sum.decimals) sum.decimals = least;
    }
  };
  for (const unit of repeat.units) eachRow(unit.item, survey, open);
  return sums;
}

function decimals(sums: Sums): ReadonlyMap<string, string> {
  return new Map([...sums].map(([name, sum]) => [name, decimalOf(sum)]));
}

function decimalOf({ large, units, decimals }: Sum): string {
  const total = large + BigInt(units);
  const sign = total < 0n ? '-' : '';
  const digits = String(total < 0n ? -total : total).padStart(decimals + 1, '0');
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function noAmount(name: string, value: string): Failure {
  return failure(
    'paginate',
    name,
    'an amount of a running total is not a number; it is left out of the sum',
    {
      expected: 'an exact decimal such as -12.50',
      found: value.slice(0, 80),
      hint: 'write the amount with a point and without grouping in data-amount',
    },
  );
}
