import type { TextMark } from '../../src/layout/item.ts';
import type { PagedDocument, PlacedItem } from '../../src/paginate/page.ts';
import { layOutMarkup } from '../../src/pipeline.ts';
import { createPress } from '../../src/press.ts';

const world = createPress().pageWorld(null);

/** Lay out a page through the whole engine. */
export function layOutPage(html: string): PagedDocument {
  const document = layOutMarkup({ kind: 'markup', html, file: 'page.html' }, world);
  if (!document.ok) throw new Error(JSON.stringify(document.failures));
  return document.value;
}

/** A piece of text where it stands. */
export interface PlacedText {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly mark: TextMark;
}

/** All text in paint order; what is repeated on later pages and what belongs to the sheet is left out. */
export function originalText({ pages }: PagedDocument): readonly PlacedText[] {
  return pages.flatMap(({ items }, page) => items.flatMap((item) => textOf(item, page)));
}

function textOf({ x, y, mark, original }: PlacedItem, page: number): readonly PlacedText[] {
  return mark.kind === 'text' && original ? [{ page, x, y, mark }] : [];
}

/** The words of pieces of text, markers of lists left out. */
export function wordsOf(texts: readonly PlacedText[]): readonly string[] {
  return texts
    .filter(({ mark }) => mark.tag?.role !== 'Lbl')
    .flatMap(({ mark }) => mark.text.match(/w\d+/g) ?? []);
}
