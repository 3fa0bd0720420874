import type { DocumentContext } from '../document.ts';
import type { ItemMark } from '../item.ts';
import { cellDecoration, MAX_UNCUT, shiftOf } from './cell-item.ts';
import type { Band } from './measure-band.ts';
import type { LineCell, MeasuredCell, Tracks } from './measure-cell.ts';
import { leansOnHeight } from './cell-content.ts';
import { joinedBackgrounds, type CellBackground } from './joined-backgrounds.ts';

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
  // All backgrounds are painted before any text (CSS 2.1, appendix E).
  const marks = [...backgroundMarks(cells, slot, { tracks, document })];
  for (const cell of cells) if (cell.kind === 'line') marks.push(lineMark(cell, slot));
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

function backgroundMarks(
  cells: readonly MeasuredCell[],
  slot: RowSlot,
  { tracks, document }: { tracks: Tracks; document: DocumentContext },
): readonly ItemMark[] {
  const painted: CellBackground[] = [];
  for (const cell of cells) {
    const decoration = cellDecoration(cell, slot, tracks, document);
    const { x, width } = cell.frame;
    if (decoration !== null) painted.push({ x, width, decoration });
  }
  return painted.length === 0 ? NO_MARKS : joinedBackgrounds(painted, slot.height);
}

const NO_MARKS: readonly ItemMark[] = [];

function lineMark(cell: LineCell, slot: RowSlot): ItemMark {
  const { frame, line } = cell;
  const top = frame.edges.top + shiftOf(cell, slot);
  return { x: frame.x + frame.container.left + line.x, y: top + line.y, mark: line.mark };
}
