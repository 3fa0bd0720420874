import type { Point } from '../../geometry.ts';
import type { Column, Item, Row } from '../../layout/item.ts';
import { unitsOf, wholeHeight } from '../survey.ts';
import { placeDecoration } from './decoration.ts';
import { placeMarks } from './marks.ts';
import type { Paint } from './paint.ts';
import { stack } from './stacking.ts';
import type { Frame } from './stacking.ts';

/** Place an item that is not cut, with all that is in it: decoration, marks, content in tree order, boxes out of flow. */
export function placeItem(paint: Paint, item: Item, at: Point): void {
  stack(paint, wholeFrame(paint, item, at), ({ box, content }) => {
    placeDecoration(box, wholeFrame(paint, item, at));
    placeMarks(content, item.marks, at);
    placeContent(content, item, at);
    placeOverlays(content, item, at);
  });
}

/** Boxes out of flow stand where their item begins. */
export function placeOverlays(paint: Paint, item: Item, at: Point): void {
  for (const overlay of item.overlays) {
    placeItem(paint, overlay.item, { x: at.x + overlay.x, y: at.y + overlay.y });
  }
}

function wholeFrame(paint: Paint, item: Item, { x, y }: Point): Frame {
  const height = wholeHeight(paint.printing.survey, item);
  return { x, y, width: item.width, height, item, isFirst: true, isLast: true };
}

function placeContent(paint: Paint, item: Item, at: Point): void {
  switch (item.kind) {
    case 'leaf':
      return;
    case 'column':
      return placeUnits(paint, item, at);
    case 'row':
      return placeCells(paint, item, at);
  }
}

function placeUnits(paint: Paint, column: Column, at: Point): void {
  let y = at.y + column.top;
  for (const unit of unitsOf(paint.printing.survey, column)) {
    y += unit.gap;
    placeItem(paint, unit.item, { x: at.x + unit.x, y });
    y += wholeHeight(paint.printing.survey, unit.item);
  }
}

function placeCells(paint: Paint, row: Row, at: Point): void {
  for (const cell of row.cells) placeItem(paint, cell.item, { x: at.x + cell.x, y: at.y + cell.y });
}
