import type { PngHeader } from './png-chunks.ts';
import { samplesPerPixel } from './png-chunks.ts';

/** A part of the picture that is stored as rows of its own: all of it, or one pass of an interlaced file. */
export interface Pass {
  readonly width: number;
  readonly height: number;
  /** Where its pixels stand in the picture: first column and row, and the distance to the next. */
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

/** Adam7 (PNG 3, section 8.1): column, row and the steps of each pass. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The passes of a file in order, empty ones left out. */
export function passesOf({ width, height, interlaced }: PngHeader): readonly Pass[] {
  if (!interlaced) return [{ width, height, x: 0, y: 0, stepX: 1, stepY: 1 }];
  return ADAM7.map(([x, y, stepX, stepY]) => ({
    width: Math.ceil((width - x) / stepX),
    height: Math.ceil((height - y) / stepY),
    x,
    y,
    stepX,
    stepY,
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/** Bytes of a row without its filter type. */
export function rowBytes({ depth, colorType }: PngHeader, width: number): number {
  return Math.ceil((width * depth * samplesPerPixel(colorType)) / 8);
}

/** Bytes of all rows with their filter types: what the file must inflate to. */
export function inflatedBytes(header: PngHeader): number {
  return passesOf(header).reduce(
    (sum, { width, height }) => sum + height * (rowBytes(header, width) + 1),
    0,
  );
}

/** Undo the filters of every row in place (PNG 3, section 9.2); false where a filter type is unknown. */
export function unfilter(header: PngHeader, rows: Buffer): boolean {
  const distance = Math.max(1, (header.depth * samplesPerPixel(header.colorType)) >> 3);
  let at = 0;
  for (const { width, height } of passesOf(header)) {
    const length = rowBytes(header, width);
    for (let row = 0; row < height; row++) {
      const type = rows[at] ?? 0;
      if (type > 4) return false;
      const above = row === 0 ? -1 : at - length;
      unfilterRow(rows, { type, start: at + 1, length, above, distance });
      at += length + 1;
    }
  }
  return true;
}

interface FilteredRow {
  readonly type: number;
  readonly start: number;
  readonly length: number;
  /** Where the row above starts, -1 for none. */
  readonly above: number;
  /** Bytes to the pixel on the left. */
  readonly distance: number;
}

function unfilterRow(rows: Buffer, { type, start, length, above, distance }: FilteredRow): void {
  if (type === 0) return;
  for (let index = 0; index < length; index++) {
    const left = index < distance ? 0 : (rows[start + index - distance] ?? 0);
    const up = above < 0 ? 0 : (rows[above + index] ?? 0);
    const upLeft = above < 0 || index < distance ? 0 : (rows[above + index - distance] ?? 0);
    const at = start + index;
    rows[at] = (rows[at] ?? 0) + predict(type, left, up, upLeft);
  }
}

function predict(type: number, left: number, up: number, upLeft: number): number {
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  const estimate = left + up - upLeft;
  const toLeft = Math.abs(estimate - left);
  const toUp = Math.abs(estimate - up);
  const toUpLeft = Math.abs(estimate - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
