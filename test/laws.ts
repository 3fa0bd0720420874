import { expect } from 'vitest';
import type { RawInvoice } from '../src/fetch/raw-invoice.ts';
import type { PagedDocument, PlacedItem } from '../src/paginate/page.ts';
import { renderInvoice, type RenderedInvoice } from '../src/pipeline.ts';
import type { Press } from '../src/press.ts';
import type { RowView, SectionView } from '../src/view/invoice-view.ts';
import { layOutView } from './lay-out-view.ts';
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
  for (const { items } of pages) {
    const pieces = textOf(items).filter(
      ({ group, mark }) => group === null && mark.text.trim() !== '',
    );
    const sorted = [...pieces].sort((a, b) => baseline(a) - baseline(b) || a.x - b.x);
    const overprinted = sorted.filter((piece, index) => {
      const before = sorted[index - 1];
      return (
        before !== undefined &&
        baseline(piece) - baseline(before) < 1 &&
        piece.x < before.x + visibleWidth(before) - 0.5
      );
    });
    expect(overprinted.map(({ mark }) => mark.text)).toEqual([]);
  }
}

interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly group: PlacedItem['group'];
  readonly mark: PlacedItem['mark'] & { readonly kind: 'text' };
}

function textOf(items: readonly PlacedItem[]): readonly PlacedText[] {
  return items.filter((item): item is PlacedItem & PlacedText => item.mark.kind === 'text');
}

const baseline = ({ y, mark }: PlacedText) => y + mark.baseline;
const visibleWidth = ({ mark }: PlacedText) => (mark.text.endsWith(' ') ? 0 : mark.width);

/** A customer with a pocket calculator agrees: the printed lines of every column of every section give its printed total. */
function columnsAddUp({ view }: RenderedInvoice): void {
  const sections = [view.items, view.fees, view.invoiceFees, view.commitments, view.promotions];
  for (const section of sections.filter(({ rows }) => rows.length > 0)) addUp(section);
}

function addUp({ title, rows, totals }: SectionView): void {
  const total = totals.at(-1);
  if (total === undefined) throw new Error(`${title} has no total`);
  const parts: readonly Pick<RowView, 'amounts'>[] = [
    ...rows.filter(({ kind }) => kind === 'line'),
    ...totals.slice(0, -1),
  ];
  total.amounts.forEach(({ value, kind }, column) => {
    const values = parts.map(({ amounts }) => amounts[column]?.value ?? '').filter(Boolean);
    if (value !== '') expect(sumOf(values), `${title}, ${kind}`).toBe(sumOf([value]));
  });
}

async function theFileSaysIt({ pdf }: RenderedInvoice, document: PagedDocument): Promise<void> {
  const read = await readPdf(pdf.bytes);
  expect(read.pages).toHaveLength(document.pages.length);
  document.pages.forEach(({ items }, index) => {
    const said = squeeze(read.pages[index] ?? '');
    const silent = textOf(items).filter(({ mark }) => !said.includes(squeeze(mark.text)));
    expect(silent.map(({ mark }) => mark.text)).toEqual([]);
  });
}
