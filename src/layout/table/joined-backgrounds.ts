import { sameColor, type Color } from '../../color.ts';
import type { BorderSide, Decoration, ItemMark, RectMark } from '../item.ts';
import type { CellFrame } from './cell-frame.ts';

const ALL_SIDES = { top: true, right: true, bottom: true, left: true };

/** What a cell paints behind its content, from the row's left edge, px. */
export interface CellBackground {
  readonly x: number;
  readonly width: number;
  readonly decoration: Decoration;
}

/** What all rows of a height paint behind their contents whose cells have these frames. */
export interface RowBackground {
  readonly frames: readonly CellFrame[];
  readonly marks: readonly ItemMark[];
}

/**
 * What the cells of a row paint behind their contents. Neighbours that look like one box become one: a rule beneath the
 * whole row is one mark then, and has no seams.
 */
export function joinedBackgrounds(
  cells: readonly CellBackground[],
  height: number,
): readonly ItemMark[] {
  const joined: CellBackground[] = [];
  for (const cell of cells) {
    const last = joined[joined.length - 1];
    const isOne = last && touches(last, cell) && looksAlike(last.decoration, cell.decoration);
    if (isOne) joined[joined.length - 1] = union(last, cell);
    else joined.push(cell);
  }
  return joined.map((cell) => ({ x: cell.x, y: 0, mark: rectOf(cell, height) }));
}

function union(one: CellBackground, other: CellBackground): CellBackground {
  const { decoration } = one;
  return { x: Math.min(one.x, other.x), width: one.width + other.width, decoration };
}

/** What sums of column widths may differ by, px. */
const ROUNDING = 0.001;

type Span = Omit<CellBackground, 'decoration'>;

function touches(one: Span, other: Span): boolean {
  const right = one.x + one.width - other.x;
  const left = other.x + other.width - one.x;
  return Math.abs(right) < ROUNDING || Math.abs(left) < ROUNDING;
}

/** Whether two boxes side by side are painted as one box would be: with nothing between them, and nothing that dashes. */
function looksAlike(one: Decoration, other: Decoration): boolean {
  if (!isFlat(one) || !isFlat(other)) return false;
  if (!sameBackground(one.background, other.background)) return false;
  if (one.border === other.border) return true;
  if (one.border === null || other.border === null) return false;
  return (
    sameSide(one.border.top, other.border.top) && sameSide(one.border.bottom, other.border.bottom)
  );
}

function isFlat({ radii, border }: Decoration): boolean {
  if (radii !== null) return false;
  if (border === null) return true;
  const { top, right, bottom, left } = border;
  return right.width === 0 && left.width === 0 && isSolid(top) && isSolid(bottom);
}

function isSolid({ width, style }: BorderSide): boolean {
  return width === 0 || style === 'solid';
}

function sameBackground(one: Color | null, other: Color | null): boolean {
  return one === null || other === null ? one === other : sameColor(one, other);
}

function sameSide(one: BorderSide, other: BorderSide): boolean {
  if (one.width !== other.width) return false;
  return one.width === 0 || (one.style === other.style && sameColor(one.color, other.color));
}

function rectOf({ width, decoration }: CellBackground, height: number): RectMark {
  return { kind: 'rect', width, height, decoration, sides: ALL_SIDES };
}
