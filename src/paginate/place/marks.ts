import type { Point } from '../../geometry.ts';
import type { ItemMark } from '../../layout/item.ts';
import { settleLate } from './late.ts';
import type { Paint } from './paint.ts';
import { placedItem, putMark } from './sheet.ts';

/** Place the marks of an item whose top left corner is at `at`. */
export function placeMarks(paint: Paint, marks: readonly ItemMark[], at: Point): void {
  for (const { x, y, mark } of marks) {
    const spot = { x: at.x + x, y: at.y + y };
    if (mark.kind === 'late') {
      const settled = settleLate(paint, mark);
      if (settled === null) continue;
      const set = { x: spot.x + settled.x, y: spot.y + settled.y };
      putMark(paint.sheet, paint.layer, placedItem(set, settled.mark, paint.original, paint.group));
    } else {
      putMark(paint.sheet, paint.layer, placedItem(spot, mark, paint.original, paint.group));
    }
  }
}
