import type { Point } from '../../geometry.ts';
import type { LateMark, TextMark } from '../../layout/item.ts';
import type { Paint } from './paint.ts';
import { shapeWords } from './shape-words.ts';

/** Late words in their final form, px from the top left corner of the room kept free for them. */
export interface Settled extends Point {
  readonly mark: TextMark;
}

const SHARE = { left: 0, center: 0.5, right: 1 } as const;

/** Shape the words that were waiting for their page; null where there is no sum to print. */
export function settleLate(paint: Paint, late: LateMark): Settled | null {
  const sum = paint.late?.get(late.content.of);
  if (sum === undefined) return null;
  const text = paint.printing.formatTotal(sum);
  const mark = shapeWords(paint.printing.fonts, late.setting, { text, tag: late.tag });
  const x = (late.width - mark.width) * SHARE[late.align];
  return { x, y: late.baseline - mark.baseline, mark };
}
