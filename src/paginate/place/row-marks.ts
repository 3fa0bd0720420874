import type { ItemMark, LineMark, Row } from '../../layout/item.ts';
import { fitsIn } from '../tolerance.ts';
import type { Frame } from './stacking.ts';

/**
 * The marks of a row's part. Collapsed borders are marks of the row: its upper lines stand on its first page, its lower
 * lines on its last, and upright lines go along the whole of each part.
 */
export function marksOfPart(row: Row, frame: Frame): readonly ItemMark[] {
  if (frame.isFirst && frame.isLast && fitsIn(row.height, frame.height)) return row.marks;
  return row.marks.flatMap((at) => {
    if (at.mark.kind !== 'line') return frame.isFirst ? [at] : [];
    return at.mark.height > 0
      ? [upright({ ...at, mark: at.mark }, row, frame)]
      : level(at, row, frame);
  });
}

function upright(at: ItemMark & { readonly mark: LineMark }, row: Row, frame: Frame): ItemMark {
  const above = frame.isFirst ? at.y : 0;
  const inset = frame.isLast ? row.height - at.y - at.mark.height : 0;
  return {
    x: at.x,
    y: above,
    mark: { ...at.mark, height: Math.max(0, frame.height - above - inset) },
  };
}

function level(at: ItemMark, row: Row, frame: Frame): readonly ItemMark[] {
  const isLower = at.y > row.height / 2;
  if (isLower) return frame.isLast ? [{ ...at, y: frame.height - (row.height - at.y) }] : [];
  return frame.isFirst ? [at] : [];
}
