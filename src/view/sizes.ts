import { figureSize, isDense, isDenser, withoutAlignment } from './alignment.ts';
import type { AnnexView } from './annex-view.ts';
import { viewColumns } from './columns.ts';
import type { ViewContext } from './context.ts';
import type { InvoiceView, RowView, SectionView } from './invoice-view.ts';
import type { BillView } from './notes.ts';

/** Everything that has columns of figures. */
interface Figures {
  readonly bill: BillView;
  readonly account: readonly RowView[];
  readonly annex: AnnexView;
}

/** How much room figures need. */
type Sizes = Pick<InvoiceView, 'columns' | 'quantitySize' | 'unitPriceSize' | 'dense' | 'denser'>;

/** Room that the heads of these columns take at the least, and at the most, in figures. */
const QUANTITY_HEAD = 7;
const UNIT_PRICE_HEAD = 10;
const LONGEST_HEAD = 14;

/** Letters of a head are smaller than figures: four take the room of three. */
const FIGURES_A_LETTER = 0.75;

/** Room that the longest word of a head needs, in figures; words stand beneath each other, but never part. */
export function headSize(head: string, least: number): number {
  const longest = Math.max(...head.split(/\s/).map((word) => Array.from(word).length));
  return Math.max(least, Math.min(LONGEST_HEAD, Math.ceil(longest * FIGURES_A_LETTER)));
}

/** The room that the longest figures need, and whether that leaves enough for names. */
export function viewSizes(context: ViewContext, { bill, account, annex }: Figures): Sizes {
  const columns = viewColumns(context, bill, account);
  const sections = [bill.items, annex.lines, ...annex.items.map(({ section }) => section)];
  const lines = sections.flatMap(({ rows }) => rows);
  const { words } = context.messages;
  const quantityHead = headSize(words['column.quantity'] ?? '', QUANTITY_HEAD);
  const unitPriceHead = headSize(words['column.unitPrice'] ?? '', UNIT_PRICE_HEAD);
  const quantitySize = figureSize(lines, ({ quantity }) => quantity, quantityHead);
  const unitPriceSize = figureSize(lines, ({ unitPrice }) => unitPrice, unitPriceHead);
  const sizes = [quantitySize, unitPriceSize, ...columns.map(({ size }) => size)];
  return {
    columns,
    quantitySize,
    unitPriceSize,
    dense: isDense(sizes),
    denser: isDenser(sizes),
  };
}

/** A section as it is printed at these sizes: quantities and prices that stand under names are not aligned. */
export function fitNames(section: SectionView, { denser }: Pick<Sizes, 'denser'>): SectionView {
  return denser ? { ...section, rows: withoutAlignment(section.rows) } : section;
}
