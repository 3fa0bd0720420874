import { expect } from 'vitest';
import type { RawInvoice } from '../src/fetch/raw-invoice.ts';
import type { PagedDocument, PlacedItem } from '../src/paginate/page.ts';
import { renderWhole, type RenderedInvoice } from './render-whole.ts';
import type { Press } from '../src/press.ts';
import { objections } from './columns-law.ts';
import { piecesByLine } from './page-text.ts';
import { readTables } from './printed-tables.ts';
import { readPdf, squeeze } from './read-pdf.ts';

/** An invoice, what it was rendered to and its pages, laid out once more. */
export interface Specimen {
  readonly raw: RawInvoice;
  readonly press: Press;
  readonly rendered: RenderedInvoice;
  readonly document: PagedDocument;
}

/** What holds for every document, whatever it says. */
export async function checkLaws({ raw, press, rendered, document }: Specimen): Promise<void> {
  againGivesTheSameBytes(rendered, raw, press);
  everythingIsOnItsPage(document);
  nothingOverprints(document);
  await columnsAddUp(rendered);
  await theFileSaysIt(rendered, document);
}

function againGivesTheSameBytes(rendered: RenderedInvoice, raw: RawInvoice, press: Press): void {
  const again = renderWhole(raw, press);
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

/** A customer with a pocket calculator and the file, and nothing else, agrees with every sum. */
async function columnsAddUp({ pdf, view }: RenderedInvoice): Promise<void> {
  const tables = await readTables(pdf.bytes);
  expect(tables.length).toBeGreaterThan(0);
  expect(objections(tables, { locale: view.locale, words: view.messages })).toEqual([]);
}

/** What pdf.js reads truly: it has no ActualText, so text of scripts that need it is left to the test with pdftotext. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]*$/u;
/** pdf.js turns brackets that it meets apart from their words on a page from right to left. */
const BRACKETS = /[()]/;
const PICTOGRAPH = /\p{Extended_Pictographic}|\ufffd/u;

const isPlain = ({ mark }: PlacedText) =>
  PLAIN.test(mark.text) &&
  !PICTOGRAPH.test(mark.text) &&
  mark.runs.every(({ run }) => run.direction === 'ltr');

async function theFileSaysIt(
  { pdf, view }: RenderedInvoice,
  document: PagedDocument,
): Promise<void> {
  const read = await readPdf(pdf.bytes);
  expect(read.pages).toHaveLength(document.pages.length);
  document.pages.forEach(({ items }, index) => {
    const said = squeeze(read.pages[index] ?? '');
    const plain = textOf(items)
      .filter(isPlain)
      .map(({ mark }) => mark.text)
      .filter((text) => view.direction === 'ltr' || !BRACKETS.test(text));
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.filter((text) => !said.includes(squeeze(text)))).toEqual([]);
  });
}
