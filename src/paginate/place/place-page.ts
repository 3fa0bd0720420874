import type { Flow } from '../../layout/item.ts';
import type { Fragment } from '../fragment.ts';
import type { Page } from '../page.ts';
import { placeFragment } from './fragment.ts';
import { placeItem } from './item.ts';
import { placeMarginBox } from './margin-box.ts';
import type { PageCounters } from './margin-box.ts';
import type { Paint, Printing } from './paint.ts';
import { openSheet, paintOrder } from './sheet.ts';

/** Second pass: turn one page's fragments into marks at absolute points, in paint order. Pages do not depend on each other. */
export function placePage(
  flow: Flow,
  printing: Printing,
  fragment: Fragment,
  counters: PageCounters,
): Page['items'] {
  const frame = counters.page === 1 ? flow.first : flow.rest;
  const sheet = openSheet();
  const paint: Paint = { printing, sheet, original: true, group: null, layer: 0, late: null };
  for (const box of frame.margins) placeMarginBox(paint, box, counters);
  placeFragment(paint, fragment, frame.area);
  for (const { x, y, item } of flow.fixed) {
    const fixed = { ...paint, original: counters.page === 1 };
    placeItem(fixed, item, frame.area.x + x, frame.area.y + y);
  }
  return paintOrder(sheet);
}
