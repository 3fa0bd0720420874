import { figureSize } from './alignment.ts';
import type { ViewContext } from './context.ts';
import type { ColumnView, LineView, RowView } from './invoice-view.ts';
import type { BillView } from './notes.ts';

/** Room that a currency code over a column takes. */
const LEAST_FIGURES = 6;

/** Characters that a column's head has room for in a few lines. */
const LONGEST_LABEL = 24;

/** The money columns: currency code over the amounts, and the room that the longest amount needs. */
export function viewColumns(
  context: ViewContext,
  bill: BillView,
  account: readonly RowView[],
): readonly ColumnView[] {
  const rows = [...rowsOf(bill), ...account];
  return context.columns.map((kind, index) => ({
    label: shorten(context.invoice.columns[kind]?.code ?? ''),
    kind,
    size: figureSize(rows, ({ amounts }) => amounts[index]?.text ?? '', LEAST_FIGURES),
  }));
}

/** A credit unit may have a name of any length; the notes spell it out. */
function shorten(code: string): string {
  const characters = Array.from(code);
  return characters.length > LONGEST_LABEL
    ? `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`
    : code;
}

function rowsOf(bill: BillView): readonly (LineView | RowView)[] {
  const { items, fees, invoiceFees, commitments, promotions, totals } = bill;
  const sections = [items, fees, invoiceFees, commitments, promotions];
  return [...sections.flatMap((section) => [...section.rows, ...section.totals]), ...totals];
}
