import type { ItemMark } from '../../layout/item.ts';
import { settleLate } from './late.ts';
import type { Paint } from './paint.ts';
import { putMark } from './sheet.ts';

/** Place the marks of an item whose top left corner is at x, y. */
export function placeMarks(paint: Paint, marks: readonly ItemMark[], x: number, y: number): void {
  const { sheet, layer, original, group } = paint;
  for (const at of marks) {
    if (at.mark.kind === 'late') {
      const late = settleLate(paint, at.mark);
      if (late === null) continue;
      putMark(sheet, layer, {
        x: x + at.x + late.x,
        y: y + at.y + late.y,
        mark: late.mark,
        original,
        group,
      });
    } else {
      putMark(sheet, layer, { x: x + at.x, y: y + at.y, mark: at.mark, original, group });
    }
  }
}
