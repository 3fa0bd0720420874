import { figureSize } from './alignment.ts';
import type { ViewContext } from './context.ts';
import type { ColumnView, LineView, RowView } from './invoice-view.ts';
import type { BillView } from './notes.ts';

/** Room that a currency code over a column takes. */
const LEAST_FIGURES = 6;

/** The money columns: currency code over the amounts, and the room that the longest amount needs. */
export function viewColumns(
  context: ViewContext,
  bill: BillView,
  account: readonly RowView[],
): readonly ColumnView[] {
  const rows = [...rowsOf(bill), ...account];
  return context.columns.map((kind, index) => ({
    label: context.invoice.columns[kind]?.code ?? '',
    kind,
    size: figureSize(
      rows.map(({ amounts }) => amounts[index]?.text ?? ''),
      LEAST_FIGURES,
    ),
  }));
}

function* rowsOf(bill: BillView): Iterable<LineView | RowView> {
  const { items, fees, invoiceFees, commitments, promotions, totals } = bill;
  for (const section of [items, fees, invoiceFees, commitments, promotions]) {
    yield* section.rows;
    yield* section.totals;
  }
  yield* totals;
}
