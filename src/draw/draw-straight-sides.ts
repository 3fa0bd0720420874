import type { Edges, Rect } from '../geometry.ts';
import type { BorderSide } from '../layout/item.ts';
import { isAlike, isSeen, thicknessOf } from './border-side.ts';
import { write } from './byte-text.ts';
import { closeText, own, type Content } from './content.ts';
import type { PlacedBorder } from './draw-border.ts';
import { setFill } from './graphics-state.ts';
import { writeRect } from './outline.ts';

/**
 * Draw up to three straight, solid sides of one colour as rectangles that do not overlap: what nearly all borders come
 * to, so it is done without detours. False, and nothing drawn, for any other border.
 */
export function drawStraightSides(content: Content, placed: PlacedBorder): boolean {
  const { border, sides, radii } = placed;
  const top = thicknessOf(border.top, sides.top);
  const right = thicknessOf(border.right, sides.right);
  const bottom = thicknessOf(border.bottom, sides.bottom);
  const left = thicknessOf(border.left, sides.left);
  const seen = {
    top: isSeen(border.top, top),
    right: isSeen(border.right, right),
    bottom: isSeen(border.bottom, bottom),
    left: isSeen(border.left, left),
  };
  const first = firstSeen(border, seen);
  if (first === null) return true;
  if (radii !== null || isClosed(seen) || !isPlain(border, seen, first)) return false;
  closeText(content);
  own(content, placed.owner);
  setFill(content, first.color);
  writeSides(content, placed.rect, { top, right, bottom, left }, seen);
  write(content.text, 'f\n');
  return true;
}

type Seen = Edges<boolean>;

function firstSeen(border: Edges<BorderSide>, seen: Seen): BorderSide | null {
  if (seen.top) return border.top;
  if (seen.right) return border.right;
  if (seen.bottom) return border.bottom;
  return seen.left ? border.left : null;
}

function isClosed({ top, right, bottom, left }: Seen): boolean {
  return top && right && bottom && left;
}

function isPlain(border: Edges<BorderSide>, seen: Seen, first: BorderSide): boolean {
  return (
    first.style === 'solid' &&
    (!seen.right || isAlike(border.right, first)) &&
    (!seen.bottom || isAlike(border.bottom, first)) &&
    (!seen.left || isAlike(border.left, first))
  );
}

function writeSides({ text }: Content, rect: Rect, thick: Edges, seen: Seen): void {
  const { x, y, width, height } = rect;
  const { top, right, bottom, left } = thick;
  const below = y + top;
  const between = Math.max(0, height - top - bottom);
  if (seen.top) writeRect(text, { x, y, width, height: top });
  if (seen.right)
    writeRect(text, { x: x + width - right, y: below, width: right, height: between });
  if (seen.bottom) writeRect(text, { x, y: y + height - bottom, width, height: bottom });
  if (seen.left) writeRect(text, { x, y: below, width: left, height: between });
}
