import type { Point } from '../../geometry.ts';
import type {
  ColumnFragment,
  Fragment,
  HangingFragment,
  Repetition,
  RowFragment,
  WholeFragment,
} from '../fragment.ts';
import { placeDecoration } from './decoration.ts';
import { placeItem, placeOverlays } from './item.ts';
import { placeMarks } from './marks.ts';
import type { LateSums, Paint } from './paint.ts';
import { marksOfPart } from './row-marks.ts';
import { stack } from './stacking.ts';
import type { Frame } from './stacking.ts';

/** Place what stands of an item on one page. */
export function placeFragment(paint: Paint, fragment: Fragment, at: Point): void {
  switch (fragment.kind) {
    case 'whole':
      return placeItem(paint, fragment.item, at.x, at.y);
    case 'column':
      return placePart(paint, fragment, at, (content) => placeColumn(content, fragment, at));
    case 'row':
      return placePart(paint, fragment, at, (content) => placeRow(content, fragment, at));
    case 'hanging':
      return stack(paint, hangingFrame(fragment, at), ({ content }) => {
        placePieces(content, fragment, at);
        placeOverlays(content, fragment.overlays, at.x, at.y);
      });
  }
}

function placePart(
  paint: Paint,
  fragment: ColumnFragment | RowFragment,
  at: Point,
  place: (content: Paint) => void,
): void {
  const frame = partFrame(fragment, at);
  stack(paint, frame, ({ box, content }) => {
    placeDecoration(box, frame);
    place(content);
    placeOverlays(content, fragment.overlays, at.x, at.y);
  });
}

function partFrame(fragment: ColumnFragment | RowFragment, { x, y }: Point): Frame {
  const { item, height, isFirst, isLast } = fragment;
  return { x, y, width: item.width, height, item, isFirst, isLast };
}

function hangingFrame({ item }: HangingFragment, { x, y }: Point): Frame {
  return { x, y, width: item.width, height: 0, item, isFirst: false, isLast: true };
}

function placeColumn(paint: Paint, fragment: ColumnFragment, at: Point): void {
  if (fragment.isFirst) placeMarks(paint, fragment.item.marks, at.x, at.y);
  const totals = paint.printing.totals.get(fragment);
  placeAgain(paint, fragment.head, at, totals?.before ?? null);
  placePieces(paint, fragment, at);
  placeAgain(paint, fragment.foot, at, totals?.after ?? null);
}

/** What comes again is no original: assistive technology reads it once. */
function placeAgain(
  paint: Paint,
  again: Repetition | null,
  at: Point,
  late: LateSums | null,
): void {
  if (again === null) return;
  placeItem({ ...paint, original: false, late }, again.item, at.x + again.x, at.y + again.y);
}

function placeRow(paint: Paint, fragment: RowFragment, at: Point): void {
  placeMarks(paint, marksOfPart(fragment.item, partFrame(fragment, at)), at.x, at.y);
  placePieces(paint, fragment, at);
}

function placePieces(paint: Paint, fragment: Exclude<Fragment, WholeFragment>, at: Point): void {
  for (const piece of fragment.pieces) {
    placeFragment(paint, piece.fragment, { x: at.x + piece.x, y: at.y + piece.y });
  }
}
