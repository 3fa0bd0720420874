import type { PlacedItem } from '../page.ts';

/** The placed items of a page, or of a stacking context, as they come; each with its layer. */
export interface Sheet {
  readonly items: PlacedItem[];
  readonly layers: number[];
}

/** What a box paints first within its own stacking context: beneath every negative layer. */
export const GROUND = Number.NEGATIVE_INFINITY;

/** An empty sheet. */
export function openSheet(): Sheet {
  return { items: [], layers: [] };
}

/** Put one mark on a sheet. */
export function putMark(sheet: Sheet, layer: number, item: PlacedItem): void {
  sheet.items.push(item);
  sheet.layers.push(layer);
}

/** Items in paint order: by layer, and in tree order within a layer (CSS 2.1, appendix E). */
export function paintOrder(sheet: Sheet): readonly PlacedItem[] {
  const { items, layers } = sheet;
  if (layers.every((layer) => layer === layers[0])) return items;
  const order = items.map((_, index) => index);
  order.sort((one, other) => compare(layers[one] ?? 0, layers[other] ?? 0));
  return order.flatMap((index) => items[index] ?? []);
}

/** Lay a finished stacking context on the sheet around it, as one layer. */
export function layOn(sheet: Sheet, layer: number, inner: Sheet): void {
  for (const item of paintOrder(inner)) putMark(sheet, layer, item);
}

/** A plain difference would not be a number between two grounds. */
function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
