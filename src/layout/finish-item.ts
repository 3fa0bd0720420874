import type { Box, CellBox } from '../box/box.ts';
import { placeAbsolute } from './absolute/place-absolute.ts';
import type { Space } from './context.ts';
import type { DocumentContext } from './document.ts';
import { relativeShift, shiftItem } from './effects.ts';
import type { Item } from './item.ts';

/** Add the boxes whose containing block this box is, and move a relatively positioned box. */
export function finishItem(
  box: Box | CellBox,
  item: Item,
  space: Space,
  document: DocumentContext,
): Item {
  const { absolutes } = document.outOfFlow;
  const own = absolutes.size === 0 ? undefined : absolutes.get(box);
  const overlays = own?.map((each) => placeAbsolute(each, { style: box.style, item }, document));
  const whole = overlays ? { ...item, overlays: [...item.overlays, ...overlays] } : item;
  // Lines move the boxes that stand in them, together with the spans around these.
  const isMoved = box.style.position === 'relative' && !box.style.display.startsWith('inline');
  return isMoved ? shiftItem(whole, relativeShift(box.style, space)) : whole;
}
