import type { Column } from './column-constraint.ts';

/** Sums over columns that the guesses are made of (CSS Tables 3, section 3.9.3). */
interface Totals {
  min: number;
  percentage: number;
  specified: number;
  max: number;
  percent: number;
  autoMax: number;
  fixedMax: number;
  autos: number;
  fixeds: number;
  percents: number;
}

function share(column: Column, target: number): number {
  return Math.max(column.min, ((column.percent ?? 0) / 100) * target + (column.beyond ?? 0));
}

function totalsOf(columns: readonly Column[], target: number): Totals {
  const sum: Totals = {
    min: 0,
    percentage: 0,
    specified: 0,
    max: 0,
    percent: 0,
    autoMax: 0,
    fixedMax: 0,
    autos: 0,
    fixeds: 0,
    percents: 0,
  };
  for (const column of columns) {
    const { min, max, percent, fixed } = column;
    const part = percent === null ? min : share(column, target);
    const specified = percent === null && fixed ? max : part;
    sum.min += min;
    sum.percentage += part;
    sum.specified += specified;
    sum.max += percent === null ? max : part;
    if (percent !== null) {
      sum.percents++;
      sum.percent += percent;
    } else if (fixed) {
      sum.fixeds++;
      sum.fixedMax += max;
    } else {
      sum.autos++;
      sum.autoMax += max;
    }
  }
  return sum;
}

/** The width of a column at a guess: what it has when everything below the guess is satisfied. */
function guess(
  column: Column,
  level: 'min' | 'percentage' | 'specified' | 'max',
  target: number,
): number {
  const { min, max, percent, fixed } = column;
  if (level === 'min') return min;
  if (percent !== null) return share(column, target);
  if (level === 'max') return max;
  return level === 'specified' && fixed ? max : min;
}

const LEVELS = ['min', 'percentage', 'specified', 'max'] as const;

/** Between two guesses every column grows by the same part of its difference. */
function interpolate(
  columns: readonly Column[],
  totals: Totals,
  target: number,
): readonly number[] | null {
  const above = LEVELS.findIndex((level) => totals[level] >= target);
  if (above < 0) return null;
  const high = LEVELS[above] ?? 'max';
  const low = LEVELS[Math.max(0, above - 1)] ?? 'min';
  const room = totals[high] - totals[low];
  const factor = room > 0 ? (target - totals[low]) / room : 1;
  return columns.map((column) => {
    const from = guess(column, low, target);
    return from + (guess(column, high, target) - from) * factor;
  });
}

function part(value: number, total: number, count: number): number {
  return total > 0 ? value / total : 1 / count;
}

/** Which part of the excess a column takes: automatic columns first, then fixed ones, then percentages. */
function excessPart(column: Column, totals: Totals, growFixed: boolean): number {
  const { max, percent, fixed } = column;
  if (totals.autos > 0)
    return percent === null && !fixed ? part(max, totals.autoMax, totals.autos) : 0;
  if (totals.fixeds > 0 && growFixed)
    return percent === null ? part(max, totals.fixedMax, totals.fixeds) : 0;
  return percent === null ? 0 : part(percent, totals.percent, totals.percents);
}

/**
 * Distribute a width to columns; none becomes narrower than its min-content width. `growFixed` says whether columns with
 * a width in px may grow beyond it where there are no others.
 */
export function distributeWidth(
  target: number,
  columns: readonly Column[],
  growFixed: boolean,
): readonly number[] {
  const least = columns.reduce((sum, { min }) => sum + min, 0);
  const width = Math.max(target, least);
  const totals = totalsOf(columns, width);
  const between = interpolate(columns, totals, width);
  if (between) return between;
  const excess = width - totals.max;
  return columns.map(
    (column) => guess(column, 'max', width) + excess * excessPart(column, totals, growFixed),
  );
}
