import { paginate } from '../../src/paginate/paginate.ts';
import type { PagedDocument, PlacedItem } from '../../src/paginate/page.ts';
import type { Failure } from '../../src/failure.ts';
import { flow } from './build-items.ts';
import type { Flow, Item } from '../../src/layout/item.ts';

/** Paginate what must succeed. */
export function pagesOf(document: Flow): {
  readonly document: PagedDocument;
  readonly warnings: readonly Failure[];
} {
  const outcome = paginate(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return { document: outcome.value, warnings: outcome.warnings };
}

/** The words on each page, in paint order: `A B C | D`. What comes again stands in brackets. */
export function picture(root: Item, pageHeight: number): string {
  return pictureOf(pagesOf(flow(root, pageHeight)).document);
}

/** The same of a document that is already cut. */
export function pictureOf(document: PagedDocument): string {
  return document.pages.map((page) => page.items.flatMap(wordOf).join(' ')).join(' | ');
}

/** The words with their top edges: `A@0 B@10 | C@0`. */
export function heights(root: Item, pageHeight: number): string {
  const { document } = pagesOf(flow(root, pageHeight));
  return document.pages
    .map((page) =>
      page.items
        .flatMap((item) => wordOf(item).map((word) => `${word}@${number(item.y)}`))
        .join(' '),
    )
    .join(' | ');
}

/** Rectangles of each page as `top-bottom`, with the edges that they lack: `0-100 no bottom`. */
export function rectangles(root: Item, pageHeight: number): string {
  const { document } = pagesOf(flow(root, pageHeight));
  return document.pages.map((page) => page.items.flatMap(rectangleOf).join(', ')).join(' | ');
}

function rectangleOf({ y, mark }: PlacedItem): readonly string[] {
  if (mark.kind !== 'rect') return [];
  const missing = [
    ...(mark.sides.top ? [] : ['no top']),
    ...(mark.sides.bottom ? [] : ['no bottom']),
  ];
  return [[`${number(y)}-${number(y + mark.height)}`, ...missing].join(' ')];
}

function wordOf({ mark, original }: PlacedItem): readonly string[] {
  if (mark.kind !== 'text') return [];
  return [original ? mark.text : `[${mark.text}]`];
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}
