import { expect } from 'vitest';
import type { RawInvoice } from '../src/fetch/raw-invoice.ts';
import type { PagedDocument, PlacedItem } from '../src/paginate/page.ts';
import { renderInvoice, type RenderedInvoice } from '../src/pipeline.ts';
import type { Press } from '../src/press.ts';
import type { LineView, RowView } from '../src/view/invoice-view.ts';
import { layOutView } from './lay-out-view.ts';
import { piecesByLine } from './page-text.ts';
import { readPdf, squeeze } from './read-pdf.ts';
import { sumOf } from './sum-of.ts';

/** What holds for every document, whatever it says. */
export async function checkLaws(
  rendered: RenderedInvoice,
  raw: RawInvoice,
  press: Press,
): Promise<void> {
  const document = layOutView(rendered, press);
  againGivesTheSameBytes(rendered, raw, press);
  everythingIsOnItsPage(document);
  nothingOverprints(document);
  columnsAddUp(rendered);
  await theFileSaysIt(rendered, document);
}

function againGivesTheSameBytes(rendered: RenderedInvoice, raw: RawInvoice, press: Press): void {
  const again = renderInvoice(raw, press);
  expect(again.ok && Buffer.compare(again.value.pdf.bytes, rendered.pdf.bytes)).toBe(0);
}

function everythingIsOnItsPage({ pages }: PagedDocument): void {
  const outside = pages.flatMap(({ size, items }) =>
    textOf(items).filter(
      ({ x, y, mark }) =>
        x < 0 || y < 0 || x + mark.width > size.width || y + mark.height > size.height,
    ),
  );
  expect(outside.map(({ mark }) => mark.text)).toEqual([]);
}

/** Two pieces of text on one baseline never share a place: no cell runs into its neighbour. */
function nothingOverprints({ pages }: PagedDocument): void {
  const overprinted = pages.flatMap(({ items }) =>
    piecesByLine(items).flatMap((line) =>
      line.filter((piece, index) => piece.x < (line[index - 1]?.right ?? -1) - 0.5),
    ),
  );
  expect(overprinted.map(({ text }) => text)).toEqual([]);
}

interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly mark: PlacedItem['mark'] & { readonly kind: 'text' };
}

function textOf(items: readonly PlacedItem[]): readonly PlacedText[] {
  return items.filter((item): item is PlacedItem & PlacedText => item.mark.kind === 'text');
}

/** A customer with a pocket calculator agrees: in every column, what is printed above a sum gives that sum. */
function columnsAddUp({ view }: RenderedInvoice): void {
  const sections = [view.items, view.fees, view.invoiceFees, view.commitments, view.promotions];
  for (const { rows, totals } of sections) {
    addUp(itemRows(rows), 'subtotal');
    if (totals.length > 0) addUp([...sectionRows(rows), ...totals], 'total');
  }
  addUp(view.totals, 'subtotal', 'total');
}

type Summed = Pick<RowView, 'label' | 'amounts'> & { readonly kind: string };

/** Lines of items that have a subtotal of their own. */
const itemRows = (rows: readonly LineView[]): readonly Summed[] => byGroup(rows).inside;

/** What a section's total sums: subtotals, and lines outside of groups. */
const sectionRows = (rows: readonly LineView[]): readonly Summed[] => byGroup(rows).outside;

function byGroup(rows: readonly LineView[]): {
  readonly inside: Summed[];
  readonly outside: Summed[];
} {
  const [inside, outside]: [Summed[], Summed[]] = [[], []];
  let open = false;
  for (const row of rows.filter(({ kind }) => kind !== 'tier')) {
    if (row.kind === 'group') open = true;
    else if (open) inside.push(row);
    if (!open || row.kind === 'subtotal') outside.push({ ...row, kind: 'row' });
    if (row.kind === 'subtotal') open = false;
  }
  return { inside, outside };
}

/** A subtotal in the middle sums what stands above it since the last group; in the totals all that stands above it. */
function addUp(rows: readonly Summed[], ...sums: readonly string[]): void {
  let above: Summed[] = [];
  for (const row of rows) {
    if (!sums.includes(row.kind)) {
      above.push(row);
      continue;
    }
    row.amounts.forEach(({ value, kind }, column) => {
      const values = above.map(({ amounts }) => amounts[column]?.value ?? '').filter(Boolean);
      if (value !== '') expect(sumOf(values), `${row.label}, ${kind}`).toBe(sumOf([value]));
    });
    above = sums.length === 1 ? [] : [{ ...row, kind: 'row' }];
  }
}

/** What pdf.js reads truly: it has no ActualText, so text of scripts that need it is left to the test with pdftotext. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u;
const PICTOGRAPH = /\p{Extended_Pictographic}|\ufffd/u;

const isPlain = ({ mark }: PlacedText) =>
  PLAIN.test(mark.text) &&
  !PICTOGRAPH.test(mark.text) &&
  mark.runs.every(({ run }) => run.direction === 'ltr');

async function theFileSaysIt({ pdf }: RenderedInvoice, document: PagedDocument): Promise<void> {
  const read = await readPdf(pdf.bytes);
  expect(read.pages).toHaveLength(document.pages.length);
  document.pages.forEach(({ items }, index) => {
    const said = squeeze(read.pages[index] ?? '');
    const plain = textOf(items)
      .filter(isPlain)
      .map(({ mark }) => mark.text);
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.filter((text) => !said.includes(squeeze(text)))).toEqual([]);
  });
}
