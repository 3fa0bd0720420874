import type { Tag } from '../box/tag.ts';
import type { TextMark } from '../layout/item.ts';
import type { PlacedItem } from '../paginate/page.ts';
import { addLinkArea } from './annotate.ts';
import type { Canvas } from './canvas.ts';
import { ownText, type Owner } from './content.ts';
import { drawLine } from './draw-line.ts';
import { drawPicture } from './draw-picture.ts';
import { drawRect } from './draw-rect.ts';
import { drawText, joins } from './draw-text.ts';
import type { PdfBox } from './sheet.ts';
import { boxOnSheet } from './sheet.ts';
import { elementOf, type ElementNumber } from './structure.ts';

/** Draw one of the items; those behind it tell whether its text goes on. */
export function drawItem(canvas: Canvas, items: readonly PlacedItem[], index: number): void {
  const item = items[index];
  if (item === undefined) return;
  const { content, drawing } = canvas;
  const { mark, x, y } = item;
  switch (mark.kind) {
    case 'text': {
      const owner = ownerOf(canvas, item, mark.tag);
      if (mark.runs.length === 0) return;
      ownText(content, owner);
      return drawText(canvas, mark, item, typeof owner === 'number' && endsWordAt(items, index));
    }
    case 'rect':
      return drawRect(content, { mark, x, y, owner: ownerOf(canvas, item, null) });
    case 'line':
      return drawLine(content, { mark, x, y, owner: ownerOf(canvas, item, null) });
    case 'picture': {
      const owner = ownerOf(canvas, item, mark.tag);
      if (typeof owner === 'number') noteFigure(canvas, item, owner);
      return drawPicture(drawing, content, { mark, x, y, owner });
    }
  }
}

/** What the mark belongs to; what leads to a link's target is noted with it. */
function ownerOf({ drawing, sheet }: Canvas, item: PlacedItem, tag: Tag | null): Owner {
  if (!item.original) return 'pagination';
  if (tag === null || (tag.role as string) === 'Artifact') return 'artifact';
  const element = elementOf(drawing.structure, tag);
  const link = drawing.structure.elements.links.get(element);
  if (link !== undefined) addLinkArea(sheet, link, areaOf(item), item.group);
  return element;
}

function areaOf({ x, y, mark }: PlacedItem) {
  return { x, y, width: mark.width, height: mark.height };
}

function noteFigure({ drawing, sheet }: Canvas, item: PlacedItem, element: ElementNumber): void {
  const { boxes } = drawing.structure.elements;
  const box = boxOnSheet(sheet, areaOf(item), item.group);
  const known = boxes.get(element);
  boxes.set(element, known === undefined ? box : around(known, box));
}

function around(one: PdfBox, other: PdfBox): PdfBox {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

/** How far to look for the next text: backgrounds and lines stand between the words of a line. */
const LOOK_AHEAD = 12;

/** Whether nothing joins on: then a space must say that the word ends. */
function endsWordAt(items: readonly PlacedItem[], index: number): boolean {
  const here = items[index];
  if (here?.mark.kind !== 'text' || isEnded(here.mark)) return false;
  for (let at = index + 1; at < items.length && at <= index + LOOK_AHEAD; at++) {
    const next = items[at];
    if (next?.mark.kind !== 'text') continue;
    return !joins(here, here.mark, next, next.mark);
  }
  return true;
}

/** A soft hyphen says that the word goes on. */
function isEnded({ text, runs }: TextMark): boolean {
  if (text === '' || text.charCodeAt(text.length - 1) === SPACE) return true;
  return runs[runs.length - 1]?.run.text === '\u00ad';
}

const SPACE = 0x20;
