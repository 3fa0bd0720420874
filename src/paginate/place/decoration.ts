import type { Edges, Rect } from '../../geometry.ts';
import type { Decoration, RectMark } from '../../layout/item.ts';
import type { Paint } from './paint.ts';
import { putMark } from './sheet.ts';
import type { Frame } from './stacking.ts';

const ALL_SIDES: Edges<boolean> = { top: true, right: true, bottom: true, left: true };
const SQUARE = { width: 0, height: 0 };

/** Place background and borders of an item's part; a sliced box has no edge where a page break cuts it (CSS Fragmentation 3, section 5.4). */
export function placeDecoration(paint: Paint, frame: Frame): void {
  const { decoration } = frame.item;
  if (decoration === null) return;
  const sides = sidesOf(frame);
  placeRect(paint, frame, squaredWhereCut(decoration, sides), sides);
}

/** Place background and borders in a rectangle. */
export function placeRect(
  paint: Paint,
  rect: Rect,
  decoration: Decoration,
  sides: Edges<boolean> = ALL_SIDES,
): void {
  const { x, y, width, height } = rect;
  const { sheet, layer, original, group } = paint;
  const mark: RectMark = { kind: 'rect', width, height, decoration, sides };
  putMark(sheet, layer, { x, y, mark, original, group });
}

function sidesOf({ item, isFirst, isLast }: Frame): Edges<boolean> {
  const clone = item.kind === 'column' && item.cut === 'clone';
  if (clone || (isFirst && isLast)) return ALL_SIDES;
  return { top: isFirst, right: true, bottom: isLast, left: true };
}

function squaredWhereCut(decoration: Decoration, sides: Edges<boolean>): Decoration {
  if (decoration.radii === null || (sides.top && sides.bottom)) return decoration;
  const [topLeft, topRight, bottomRight, bottomLeft] = decoration.radii;
  return {
    ...decoration,
    radii: [
      sides.top ? topLeft : SQUARE,
      sides.top ? topRight : SQUARE,
      sides.bottom ? bottomRight : SQUARE,
      sides.bottom ? bottomLeft : SQUARE,
    ],
  };
}
