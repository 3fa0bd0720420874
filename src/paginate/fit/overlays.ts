import type { Overlay } from '../../layout/item.ts';
import type { Start } from '../fragment.ts';
import { fitsIn } from '../tolerance.ts';
import type { Ask } from './ask.ts';

/** Boxes out of flow of an item, px from the top left corner of the part that they belong to. */
export interface Divided {
  readonly here: readonly Overlay[];
  readonly later: readonly Overlay[];
}

const NONE: readonly Overlay[] = [];
const NOTHING: Divided = { here: NONE, later: NONE };

/** The boxes out of flow that no earlier part of the item has placed. */
export function overlaysLeft({ item, start }: Ask): readonly Overlay[] {
  if (start === null) return item.overlays;
  return isPart(start) ? start.overlays : NONE;
}

function isPart(start: Start): start is Exclude<Start, { readonly kind: 'hanging' }> {
  return start.kind !== 'hanging';
}

/** Each stands on the part that it begins on. It is not cut: one that reaches over the end begins the next part, if it can. */
export function divideOverlays(overlays: readonly Overlay[], height: number): Divided {
  if (overlays.length === 0) return NOTHING;
  const here = overlays.filter((overlay) => standsWithin(overlay, height));
  const later = overlays.filter((overlay) => !standsWithin(overlay, height));
  return { here, later: later.map((each) => ({ ...each, y: Math.max(0, each.y - height) })) };
}

function standsWithin({ y, item }: Overlay, height: number): boolean {
  const isCutAnyway = y <= 0 || item.height > height;
  return fitsIn(y + item.height, height) || (isCutAnyway && y < height);
}
