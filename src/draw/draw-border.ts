import type { Color } from '../color.ts';
import type { Edges, Rect } from '../geometry.ts';
import type { BorderSide } from '../layout/item.ts';
import { write } from './byte-text.ts';
import { isAlike, isSeen, paintOf, thicknessOf } from './border-side.ts';
import type { Content, Owner } from './content.ts';
import { closeText, inState, own } from './content.ts';
import { drawStraightSides } from './draw-straight-sides.ts';
import { setFill, setStroke } from './graphics-state.ts';
import { dashOperators, dotInset } from './dash.ts';
import { coordinate } from './format-number.ts';
import type { Radii } from './outline.ts';
import { polygonPath, roundPath, shrink, shrinkRadii } from './outline.ts';

/** A border to be drawn; `sides` that a page break cut off are not. */
export interface PlacedBorder {
  readonly rect: Rect;
  readonly radii: Radii | null;
  readonly border: Edges<BorderSide>;
  readonly sides: Edges<boolean>;
  readonly owner: Owner;
}

type SideName = keyof Edges;
const SIDES = ['top', 'right', 'bottom', 'left'] as const;

/** A border with the widths that it really has. */
interface Border extends PlacedBorder {
  readonly widths: Edges;
  readonly visible: readonly SideName[];
}

/** Draw a border in as few pieces as look the same: in one path, or side by side with mitred corners. */
export function drawBorder(content: Content, placed: PlacedBorder): void {
  if (drawStraightSides(content, placed)) return;
  const border = measure(placed);
  const first = border.visible[0];
  if (first === undefined) return;
  const side = placed.border[first];
  const alike = border.visible.every((name) => isAlike(placed.border[name], side));
  closeText(content);
  if (alike && isFilled(side) && border.visible.length === SIDES.length) {
    return fillRings(content, border, side);
  }
  if (alike && border.radii !== null && border.visible.length === SIDES.length) {
    return inState(content, '', () => strokeRound(content, border, side));
  }
  for (const name of border.visible) drawSide(content, border, name);
}

function measure(placed: PlacedBorder): Border {
  const { border, sides } = placed;
  const widths = {
    top: thicknessOf(border.top, sides.top),
    right: thicknessOf(border.right, sides.right),
    bottom: thicknessOf(border.bottom, sides.bottom),
    left: thicknessOf(border.left, sides.left),
  };
  const visible = SIDES.filter((name) => isSeen(border[name], widths[name]));
  return { ...placed, widths, visible };
}

function isFilled(side: BorderSide): boolean {
  const paint = paintOf(side);
  return paint === 'solid' || paint === 'double';
}

/** What of a border's thickness is inked, from the outside in. */
function strands(side: BorderSide): readonly (readonly [number, number])[] {
  return paintOf(side) === 'double'
    ? [
        [0, 1 / 3],
        [2 / 3, 1],
      ]
    : [[0, 1]];
}

function fill(content: Content, border: Border, color: Color, operators: string): void {
  own(content, border.owner);
  setFill(content, color);
  write(content.text, operators);
}

function fillRings(content: Content, border: Border, side: BorderSide): void {
  const rings = strands(side).map(([from, to]) => outlineAt(border, from) + outlineAt(border, to));
  fill(content, border, side.color, `${rings.join('')}f*\n`);
}

/** The outline at a fraction of the border's thickness: 0 its outer edge, 1 its inner edge. */
function outlineAt(border: Border, fraction: number): string {
  const by = scaled(border.widths, fraction);
  const radii = border.radii === null ? null : shrinkRadii(border.radii, by);
  return roundPath(shrink(border.rect, by), radii);
}

function scaled({ top, right, bottom, left }: Edges, by: number): Edges {
  return { top: top * by, right: right * by, bottom: bottom * by, left: left * by };
}

function drawSide(content: Content, border: Border, name: SideName): void {
  const side = border.border[name];
  if (isFilled(side) && border.radii === null) {
    const pieces = strands(side).map(([from, to]) => polygonPath(mitre(border, name, from, to)));
    return fill(content, border, side.color, `${pieces.join('')}f\n`);
  }
  const reach = border.radii === null ? 1 : Number.POSITIVE_INFINITY;
  const clip = `${polygonPath(mitre(border, name, 0, reach))}W n\n`;
  inState(content, clip, () => {
    if (isFilled(side)) fillRings(content, border, side);
    else if (border.radii !== null) strokeRound(content, border, side);
    else strokeSide(content, border, name);
  });
}

type PointPair = readonly [number, number];

/** The part of a side between two fractions of its thickness, cut along the lines through the corners. */
function mitre(border: Border, name: SideName, from: number, to: number): readonly PointPair[] {
  const { rect, widths } = border;
  const deepest = Math.min(
    rect.width / (widths.left + widths.right || 1),
    rect.height / (widths.top + widths.bottom || 1),
  );
  const corners = [from, Math.min(to, Math.max(1, deepest))].map((fraction) =>
    cornersOf(shrink(rect, scaled(widths, fraction))),
  );
  const [start, end] = ENDS[name];
  const [outer, inner] = corners;
  return [outer?.[start], outer?.[end], inner?.[end], inner?.[start]].filter(
    (point) => point !== undefined,
  );
}

/** Which corners, counted clockwise from the top left, a side runs between. */
const ENDS: Edges<readonly [number, number]> = {
  top: [0, 1],
  right: [1, 2],
  bottom: [2, 3],
  left: [3, 0],
};

function cornersOf({ x, y, width, height }: Rect): readonly PointPair[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** Dash a side along its middle, from corner to corner of the box. */
function strokeSide(content: Content, border: Border, name: SideName): void {
  const side = border.border[name];
  const paint = paintOf(side);
  if (paint !== 'dashed' && paint !== 'dotted') return;
  const thickness = border.widths[name];
  const horizontal = name === 'top' || name === 'bottom';
  const length = horizontal ? border.rect.width : border.rect.height;
  const inset = Math.min(dotInset(paint, thickness), length / 2);
  const half = { top: inset, right: inset, bottom: inset, left: inset, [name]: thickness / 2 };
  const corners = cornersOf(shrink(border.rect, half));
  const [from, to] = ENDS[name].map((corner) => corners[corner]?.map(coordinate).join(' ') ?? '');
  own(content, border.owner);
  setStroke(content, side.color);
  const dash = dashOperators(paint, thickness, length);
  write(content.text, `${coordinate(thickness)} w ${dash}${from} m ${to} l S\n`);
}

/** Dash round the whole box along the middle of its border. */
function strokeRound(content: Content, border: Border, side: BorderSide): void {
  const paint = paintOf(side);
  if (paint !== 'dashed' && paint !== 'dotted') return;
  const middle = shrink(border.rect, scaled(border.widths, 0.5));
  const dash = dashOperators(paint, side.width, perimeter(middle, border.radii), true);
  own(content, border.owner);
  setStroke(content, side.color);
  write(content.text, `${coordinate(side.width)} w ${dash}${outlineAt(border, 0.5)}S\n`);
}

/** Each round corner takes (2 - π/2) of its mean radius off the perimeter. */
function perimeter({ width, height }: Rect, radii: Radii | null): number {
  const saved = (radii ?? []).reduce((sum, radius) => sum + (radius.width + radius.height) / 2, 0);
  return Math.max(1, 2 * (width + height) - saved * (2 - Math.PI / 2));
}
