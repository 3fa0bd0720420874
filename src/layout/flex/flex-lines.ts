import type { Style } from '../../style/style.ts';
import type { Placed } from './container-item.ts';

/** Whether an item lies before the other along the main axis: the line begins anew. */
function isBefore(one: Placed, other: Placed, isLeftToRight: boolean): boolean {
  return isLeftToRight
    ? one.x < other.x + other.item.width - 0.01
    : one.x + one.item.width > other.x + 0.01;
}

/** Items of a row container by line, as indices: a new line begins where an item starts over below the line before. */
export function linesOf(placed: readonly Placed[], style: Style): readonly (readonly number[])[] {
  if (style.flexWrap === 'nowrap')
    return placed.length === 0 ? [] : [placed.map((_, index) => index)];
  const isLeftToRight = (style.direction === 'ltr') === (style.flexDirection === 'row');
  const lines: number[][] = [];
  placed.forEach((each, index) => {
    const before = placed[index - 1];
    const line = lines.at(-1);
    if (line && before && !isBefore(each, before, isLeftToRight)) line.push(index);
    else lines.push([index]);
  });
  return lines;
}
