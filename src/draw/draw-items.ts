import type { PlacedGroup, PlacedItem } from '../paginate/page.ts';
import type { Canvas } from './canvas.ts';
import { inState } from './content.ts';
import { drawItem } from './draw-item.ts';
import { groupOperators, groupsBelow, isIn } from './group.ts';
import { drawTranslucent } from './draw-translucent.ts';

/** Draw items in their order; neighbours of one group share its graphics state. */
export function drawItems(canvas: Canvas, items: readonly PlacedItem[]): void {
  let index = 0;
  while (index < items.length) {
    const group = items[index]?.group ?? null;
    const translucent = groupsBelow(group, canvas.inside).find(({ opacity }) => opacity < 1);
    const end = endOfRun(items, index, translucent ?? group, translucent !== undefined);
    if (translucent !== undefined) {
      drawTranslucent(canvas, items.slice(index, end), translucent, drawItems);
    } else drawRun(canvas, items, { start: index, end, group });
    index = end;
  }
}

/** Where the run of items ends that are of this very group, or anywhere within it. */
function endOfRun(
  items: readonly PlacedItem[],
  start: number,
  group: PlacedGroup | null,
  deep: boolean,
): number {
  let end = start + 1;
  for (; end < items.length; end++) {
    const next = items[end]?.group ?? null;
    if (deep && group !== null ? !isIn(next, group) : next !== group) break;
  }
  return end;
}

function drawRun(
  canvas: Canvas,
  items: readonly PlacedItem[],
  { start, end, group }: { start: number; end: number; group: PlacedGroup | null },
): void {
  const draw = (): void => {
    for (let index = start; index < end; index++) drawItem(canvas, items, index);
  };
  const operators = groupOperators(groupsBelow(group, canvas.inside));
  if (operators === '') draw();
  else inState(canvas.content, operators, draw);
}
