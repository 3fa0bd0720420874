import type { DocumentContext } from '../document.ts';
import type { Decoration, ItemMark, RectMark } from '../item.ts';
import { cellDecoration, MAX_UNCUT, shiftOf } from './cell-item.ts';
import type { Band } from './measure-band.ts';
import type { MeasuredCell, Tracks } from './measure-cell.ts';
import { leansOnHeight } from './cell-content.ts';

const ALL_SIDES = { top: true, right: true, bottom: true, left: true };

/** Height of a row and the baseline that its cells share, from its top. */
interface RowSlot {
  readonly height: number;
  readonly ascent: number;
  readonly isPainted: boolean;
}

/**
 * The marks of all cells of a row, where each of them holds one line or none: a page can cut such a row nowhere, so it
 * needs no items for its cells. Null for any other row.
 */
export function flatMarks(
  { rows, cells, heights, ascents }: Band,
  tracks: Tracks,
  document: DocumentContext,
): readonly ItemMark[] | null {
  const [height, ascent] = [heights[0] ?? 0, ascents[0] ?? 0];
  if (rows.length > 1 || cells.length === 0 || height > MAX_UNCUT) return null;
  if (tracks.model.edges !== null || document.outOfFlow.absolutes.size > 0) return null;
  // Where no cell has a line, pages may cut what the cells paint.
  if (!cells.some(({ kind }) => kind === 'line')) return null;
  if (!cells.every((cell) => isFlat(cell, tracks))) return null;
  const slot = { height, ascent, isPainted: false };
  const marks: ItemMark[] = [];
  for (const cell of cells) addMarks(marks, cell, slot, { tracks, document });
  // Growing arrays keep room for 16 entries; most rows have fewer marks.
  return marks.slice();
}

function isFlat(measured: MeasuredCell, tracks: Tracks): boolean {
  const { cell, frame } = measured;
  if (!frame.isPlain || frame.layer !== 0) return false;
  if (measured.kind === 'line') return true;
  const { children, overlays } = measured.stack;
  const isEmpty = children.length === 0 && overlays.length === 0;
  return isEmpty && !leansOnHeight(cell.box, frame, tracks);
}

function addMarks(
  marks: ItemMark[],
  measured: MeasuredCell,
  slot: RowSlot,
  { tracks, document }: { tracks: Tracks; document: DocumentContext },
): void {
  const { frame } = measured;
  const decoration = cellDecoration(measured, slot, tracks, document);
  if (decoration !== null)
    marks.push({ x: frame.x, y: 0, mark: rectOf(decoration, frame.width, slot.height) });
  if (measured.kind !== 'line') return;
  const { x, y, mark } = measured.line;
  const top = frame.edges.top + shiftOf(measured, slot);
  marks.push({ x: frame.x + frame.container.left + x, y: top + y, mark });
}

function rectOf(decoration: Decoration, width: number, height: number): RectMark {
  return { kind: 'rect', width, height, decoration, sides: ALL_SIDES };
}
