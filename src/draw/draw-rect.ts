import type { Color } from '../color.ts';
import type { Edges, Point, Rect, Size } from '../geometry.ts';
import type { RectMark } from '../layout/item.ts';
import { write } from './byte-text.ts';
import type { Content, Owner } from './content.ts';
import { closeText, own } from './content.ts';
import { setFill } from './graphics-state.ts';
import { drawBorder } from './draw-border.ts';
import type { Radii } from './outline.ts';
import { roundPath } from './outline.ts';

/** A background and border at their place. */
export interface PlacedRect extends Point {
  readonly mark: RectMark;
  readonly owner: Owner;
}

/** Draw the background over the border box, then the border (CSS Backgrounds 3, sections 3.7 and 4). */
export function drawRect(content: Content, { mark, x, y, owner }: PlacedRect): void {
  const { decoration, sides } = mark;
  const rect: Rect = { x, y, width: mark.width, height: mark.height };
  if (rect.width <= 0 || rect.height <= 0) return;
  const radii = fitRadii(cutRadii(decoration.radii, sides), rect);
  if (decoration.background !== null) {
    fillPath(content, owner, decoration.background, roundPath(rect, radii));
  }
  if (decoration.border === null) return;
  drawBorder(content, { rect, radii, border: decoration.border, sides, owner });
}

/** Fill a path with the non-zero rule. */
function fillPath(content: Content, owner: Owner, color: Color, path: string): void {
  if (color.alpha === 0) return;
  closeText(content);
  own(content, owner);
  setFill(content, color);
  write(content.text, `${path}f\n`);
}

/** A box cut by a page break is sharp where it was cut (`box-decoration-break: slice`). */
function cutRadii(radii: Radii | null, sides: Edges<boolean>): Radii | null {
  if (radii === null) return null;
  const [topLeft, topRight, bottomRight, bottomLeft] = radii;
  return [
    sides.top && sides.left ? topLeft : SHARP,
    sides.top && sides.right ? topRight : SHARP,
    sides.bottom && sides.right ? bottomRight : SHARP,
    sides.bottom && sides.left ? bottomLeft : SHARP,
  ];
}

const SHARP: Size = { width: 0, height: 0 };

/** Radii that overlap are reduced by one factor (CSS Backgrounds 3, section 4.5); null where all corners are sharp. */
function fitRadii(radii: Radii | null, rect: Size): Radii | null {
  if (radii === null || radii.every(({ width, height }) => width <= 0 || height <= 0)) return null;
  const [topLeft, topRight, bottomRight, bottomLeft] = radii;
  const scale = Math.min(
    1,
    rect.width / (topLeft.width + topRight.width || 1),
    rect.width / (bottomLeft.width + bottomRight.width || 1),
    rect.height / (topLeft.height + bottomLeft.height || 1),
    rect.height / (topRight.height + bottomRight.height || 1),
  );
  const fit = ({ width, height }: Size): Size =>
    width <= 0 || height <= 0 ? SHARP : { width: width * scale, height: height * scale };
  return [fit(topLeft), fit(topRight), fit(bottomRight), fit(bottomLeft)];
}
