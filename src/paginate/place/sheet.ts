import type { PlacedItem } from '../page.ts';

/** The placed items of a page, or of a stacking context, as they come. */
export interface Sheet {
  readonly items: PlacedItem[];
  /** The layer of each item; one number where all are of one layer, as on most pages. */
  layers: number | number[];
}

/** What a box paints first within its own stacking context: beneath every negative layer. */
export const GROUND = Number.NEGATIVE_INFINITY;

/** An empty sheet. */
export function openSheet(): Sheet {
  return { items: [], layers: 0 };
}

/** Put one mark on a sheet. */
export function putMark(sheet: Sheet, layer: number, item: PlacedItem): void {
  const { items } = sheet;
  if (items.length === 0) sheet.layers = layer;
  if (typeof sheet.layers !== 'number') sheet.layers.push(layer);
  else if (sheet.layers !== layer)
    sheet.layers = [...new Array<number>(items.length).fill(sheet.layers), layer];
  items.push(item);
}

/** Items in paint order: by layer, and in tree order within a layer (CSS 2.1, appendix E). */
export function paintOrder(sheet: Sheet): readonly PlacedItem[] {
  const { items, layers } = sheet;
  if (typeof layers === 'number') return items;
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
