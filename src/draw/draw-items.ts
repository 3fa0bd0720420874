import type { TextMark } from '../layout/item.ts';
import type { PlacedGroup, PlacedItem } from '../paginate/page.ts';
import type { Tag } from '../box/tag.ts';
import { addLinkArea } from './annotate.ts';
import type { Content, Owner } from './content.ts';
import { inState } from './content.ts';
import { drawLine } from './draw-line.ts';
import { drawRect } from './draw-rect.ts';
import { drawText, joins } from './draw-text.ts';
import type { Drawing } from './drawing.ts';
import { groupOperators } from './group.ts';
import type { Sheet } from './sheet.ts';
import { elementOf } from './structure.ts';

/** Where items are drawn. */
export interface Canvas {
  readonly drawing: Drawing;
  readonly content: Content;
  readonly sheet: Sheet;
}

/** Draw items in their order; neighbours of one group share its graphics state. */
export function drawItems(canvas: Canvas, items: readonly PlacedItem[]): void {
  let index = 0;
  while (index < items.length) {
    const group = items[index]?.group ?? null;
    const end = endOfGroup(items, index, group);
    const draw = (): void => {
      for (let at = index; at < end; at++) drawItem(canvas, items, at);
    };
    if (group === null) draw();
    else inState(canvas.content, groupOperators(group), draw);
    index = end;
  }
}

function endOfGroup(items: readonly PlacedItem[], start: number, group: PlacedGroup | null) {
  let end = start + 1;
  while (end < items.length && items[end]?.group === group) end++;
  return end;
}

function drawItem(canvas: Canvas, items: readonly PlacedItem[], index: number): void {
  const item = items[index];
  if (item === undefined) return;
  const { content, drawing } = canvas;
  const { mark, x, y } = item;
  switch (mark.kind) {
    case 'text': {
      const owner = ownerOf(canvas, item, mark.tag);
      const endsWord = typeof owner === 'object' && endsWordAt(items, index);
      return drawText(content, drawing, { mark, x, y, owner, endsWord });
    }
    case 'rect':
      return drawRect(content, { mark, x, y, owner: ownerOf(canvas, item, null) });
    case 'line':
      return drawLine(content, { mark, x, y, owner: ownerOf(canvas, item, null) });
    case 'picture':
      return;
  }
}

/** What the mark belongs to; what leads to a link's target is noted with it. */
function ownerOf({ drawing, sheet }: Canvas, item: PlacedItem, tag: Tag | null): Owner {
  if (!item.original) return 'pagination';
  if (tag === null || (tag.role as string) === 'Artifact') return 'artifact';
  const element = elementOf(drawing.structure, tag);
  if (element.link !== null) {
    const { x, y, mark } = item;
    addLinkArea(sheet, element.link, { x, y, width: mark.width, height: mark.height }, item.group);
  }
  return element;
}

/** How far to look for the next text: backgrounds and lines stand between the words of a line. */
const LOOK_AHEAD = 12;

/** Whether nothing joins on: then a space must say that the word ends (PDF/UA-1, section 7.2). */
function endsWordAt(items: readonly PlacedItem[], index: number): boolean {
  const here = items[index];
  if (here?.mark.kind !== 'text' || isEnded(here.mark)) return false;
  for (let at = index + 1; at < items.length && at <= index + LOOK_AHEAD; at++) {
    const next = items[at];
    if (next?.mark.kind !== 'text') continue;
    return !joins(
      { x: here.x, y: here.y, mark: here.mark },
      { x: next.x, y: next.y, mark: next.mark },
    );
  }
  return true;
}

function isEnded(mark: TextMark): boolean {
  return mark.text === '' || mark.text.endsWith(' ');
}
