/** What the cells and `<col>` of a column ask of its width (CSS Tables 3, section 3.8). */
export interface Column {
  readonly min: number;
  readonly max: number;
  /** Share of the table's width, null where none is asked for. */
  readonly percent: number | null;
  /** Borders and padding on top of that share: in fixed tables it is a width of the content (as Chromium has it). */
  readonly beyond?: number;
  /** Whether a width in px is asked for; it stands in `max`. */
  readonly fixed: boolean;
}

/** A column that nothing asks anything of. */
export const FREE_COLUMN: Column = { min: 0, max: 0, percent: null, fixed: false };

function largest(one: number | null, other: number | null): number | null {
  if (one === null) return other;
  return other === null ? one : Math.max(one, other);
}

function maxOf(one: Column, other: Column): number {
  if (one.fixed === other.fixed) return Math.max(one.max, other.max);
  return one.fixed ? one.max : other.max;
}

/** The demands of two cells on one column: a width in px counts more than the content's own. */
export function encompass(one: Column, other: Column): Column {
  if (one === FREE_COLUMN) return other;
  const min = Math.max(one.min, other.min);
  const percent = largest(one.percent, other.percent);
  return { min, max: Math.max(min, maxOf(one, other)), percent, fixed: one.fixed || other.fixed };
}

/** Percentages beyond 100 in all count no more. */
export function capPercentages(columns: readonly Column[]): readonly Column[] {
  let left = 100;
  return columns.map((column) => {
    if (column.percent === null) return column;
    const percent = Math.min(column.percent, left);
    left -= percent;
    return { ...column, percent };
  });
}
