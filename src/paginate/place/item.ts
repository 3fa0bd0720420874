import type { Column, Item, Overlay, Row } from '../../layout/item.ts';
import { unitsOf, wholeHeight } from '../survey.ts';
import { placeDecoration } from './decoration.ts';
import { placeMarks } from './marks.ts';
import type { Paint } from './paint.ts';
import { stack } from './stacking.ts';
import type { Frame } from './stacking.ts';

/** Place an item that is not cut, with all that is in it: decoration, marks, content in tree order, boxes out of flow. */
export function placeItem(paint: Paint, item: Item, x: number, y: number): void {
  if (item.layer === 0 && item.group === null) {
    if (item.decoration !== null) placeDecoration(paint, wholeFrame(paint, item, x, y));
    return placeInside(paint, item, x, y);
  }
  const frame = wholeFrame(paint, item, x, y);
  stack(paint, frame, ({ box, content }) => {
    placeDecoration(box, frame);
    placeInside(content, item, x, y);
  });
}

/** Place boxes out of flow, px from the corner of the part of their item that they stand on. */
export function placeOverlays(
  paint: Paint,
  overlays: readonly Overlay[],
  x: number,
  y: number,
): void {
  for (const overlay of overlays) placeItem(paint, overlay.item, x + overlay.x, y + overlay.y);
}

function wholeFrame(paint: Paint, item: Item, x: number, y: number): Frame {
  const height = wholeHeight(paint.printing.survey, item);
  return { x, y, width: item.width, height, item, isFirst: true, isLast: true };
}

function placeInside(paint: Paint, item: Item, x: number, y: number): void {
  if (item.kind === 'flat-row') return placeMarks(paint, item.marks(), x, y);
  if (item.marks.length > 0) placeMarks(paint, item.marks, x, y);
  if (item.kind === 'column') placeUnits(paint, item, x, y);
  if (item.kind === 'row') placeCells(paint, item, x, y);
  if (item.overlays.length > 0) placeOverlays(paint, item.overlays, x, y);
}

function placeUnits(paint: Paint, column: Column, x: number, y: number): void {
  const { survey } = paint.printing;
  let top = y + column.top;
  for (const unit of unitsOf(survey, column)) {
    top += unit.gap;
    placeItem(paint, unit.item, x + unit.x, top);
    top += wholeHeight(survey, unit.item);
  }
}

function placeCells(paint: Paint, row: Row, x: number, y: number): void {
  for (const cell of row.cells) placeItem(paint, cell.item, x + cell.x, y + cell.y);
}
