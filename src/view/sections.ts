import type { ViewContext } from './context.ts';
import { balance } from './balance.ts';
import type { LineView, RowView, SectionView } from './invoice-view.ts';
import { cells, emptyCells, type Printed } from './printed.ts';

/** A line with the amounts that it prints. */
export interface PrintedLine {
  readonly view: LineView;
  /** Null for rows without amounts, and for those whose amounts a subtotal repeats. */
  readonly counted: Printed | null;
}

/** What a section closes with. */
export interface SectionTotal {
  readonly label: string;
  readonly printed: Printed;
  /** A second, quieter line. */
  readonly note?: string;
}

/** A section: its lines, a rounding row where they do not add up, and its total unless one line is all. */
export function section(
  context: ViewContext,
  title: string,
  lines: readonly PrintedLine[],
  total: SectionTotal,
): SectionView {
  const rows = lines.map(({ view }) => view);
  if (rows.length === 0) return { title, rows, totals: [] };
  const counted = lines.map((line) => line.counted).filter((printed) => printed !== null);
  const missing = balance(context, counted, total.printed);
  if (missing === null && rows.length === 1) return { title, rows, totals: [] };
  const closing: RowView[] = missing === null ? [] : [row(context, missing, 'rounding')];
  return { title, rows, totals: [...closing, row(context, total, 'total')] };
}

/** A labelled row of amounts. */
export function row(
  context: ViewContext,
  { label, printed, note = '' }: SectionTotal,
  kind: RowView['kind'],
): RowView {
  return { label, note, amounts: cells(context, printed), kind };
}

/** A line of a section without quantities. */
export function plainLine(
  context: ViewContext,
  label: string,
  notes: readonly string[],
  printed: Printed,
): PrintedLine {
  const amounts = cells(context, printed);
  const kept = notes.filter((note) => note !== '');
  return { view: lineView({ kind: 'line', label, notes: kept, amounts }), counted: printed };
}

/** A line that has no amounts. */
export function lineWithoutAmounts(
  context: ViewContext,
  line: Partial<LineView> & Pick<LineView, 'kind' | 'label'>,
): PrintedLine {
  const { kind, label, notes, quantity, unit, unitPrice, amounts = emptyCells(context) } = line;
  const view = lineView({ kind, label, notes, quantity, unit, unitPrice, amounts });
  return { view, counted: null };
}

/** A line; fields that are not given say nothing. All lines have their fields in this order, because the engine then reads them faster. */
export function lineView({
  kind,
  label,
  notes = NO_NOTES,
  quantity = '',
  unit = '',
  unitPrice = '',
  amounts,
}: Given): LineView {
  return { kind, label, notes, quantity, unit, unitPrice, amounts };
}

type Given = Pick<LineView, 'kind' | 'label' | 'amounts'> & {
  readonly [Field in 'notes' | 'quantity' | 'unit' | 'unitPrice']?: LineView[Field] | undefined;
};

/** One for all lines without notes. */
export const NO_NOTES: LineView['notes'] = [];
