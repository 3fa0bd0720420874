import type { DocumentContext } from '../document.ts';
import { lineMark } from '../inline/plain-text.ts';
import type { Item, ItemMark, Leaf } from '../item.ts';
import { cellDecoration, MAX_UNCUT, shiftOf } from './cell-item.ts';
import type { Band } from './measure-band.ts';
import { MOST_HEIGHTS, type LinesCell, type MeasuredCell, type Tracks } from './measure-cell.ts';
import { leansOnHeight } from './cell-content.ts';
import { textRoom } from './cell-text.ts';
import {
  joinedBackgrounds,
  type CellBackground,
  type RowBackground,
} from './joined-backgrounds.ts';

/** Height of a row and the baseline that its cells share, from its top. */
interface RowSlot {
  readonly height: number;
  readonly ascent: number;
  readonly isPainted: boolean;
}

/**
 * Whether rows are a single one whose cells hold lines or nothing: it is cut where no page has room for it (`break-inside`
 * of rows is avoid), so a low one needs no items for its cells.
 */
export function isFlatBand(band: Band, tracks: Tracks, document: DocumentContext): boolean {
  const { rows, cells, heights } = band;
  const height = heights[0] ?? 0;
  if (rows.length > 1 || cells.length === 0 || height > MAX_UNCUT) return false;
  if (height > document.lowestPage * SHARE_OF_ROWS && !cells.every(hasOneLine)) return false;
  if (tracks.model.edges !== null || document.outOfFlow.absolutes.size > 0) return false;
  // Where no cell has a line, pages may cut what the cells paint.
  return cells.some(holdsLines) && cells.every((cell) => isFlat(cell, tracks));
}

/** The marks of a flat row: all backgrounds are painted before any text (CSS 2.1, appendix E). */
export function flatMarks(
  cells: readonly MeasuredCell[],
  { height, ascent }: Omit<RowSlot, 'isPainted'>,
  tracks: Tracks,
  document: DocumentContext,
): readonly ItemMark[] {
  const slot = { height, ascent, isPainted: false };
  const marks = [...backgroundMarks(cells, slot, { tracks, document })];
  for (const cell of cells) addLines(marks, cell, slot, document);
  // Growing arrays keep room for 16 entries; most rows have fewer marks.
  return marks.slice();
}

/** What a table's head and foot that come again leave of a page at least; where those around it take more, they are given up. */
const SHARE_OF_ROWS = 0.5;

function hasOneLine(cell: MeasuredCell): boolean {
  return cell.kind === 'lines' ? cell.text.lines.length === 1 : cell.stack.children.length === 0;
}

function holdsLines(cell: MeasuredCell): boolean {
  return cell.kind === 'lines' || cell.stack.children.length > 0;
}

function isFlat(measured: MeasuredCell, tracks: Tracks): boolean {
  const { cell, frame } = measured;
  if (!frame.isPlain || frame.layer !== 0) return false;
  if (measured.kind === 'lines') return true;
  const { children, overlays } = measured.stack;
  const isLines = overlays.length === 0 && children.every(({ item }) => isLine(item));
  return isLines && !leansOnHeight(cell.box, frame, tracks);
}

/** Whether an item is nothing but what it paints, none of it words that depend on the page. */
function isLine(item: Item): item is Leaf {
  if (item.kind !== 'leaf' || item.decoration !== null || item.group !== null) return false;
  const { breaks, overlays, layer, marks } = item;
  if (overlays.length > 0 || layer !== 0 || breaks.before === 'page' || breaks.after === 'page')
    return false;
  return marks.every(({ mark }) => mark.kind !== 'late');
}

/** Rows look alike in long tables: what they paint behind their cells is made once for each height. */
function backgroundMarks(
  cells: readonly MeasuredCell[],
  slot: RowSlot,
  { tracks, document }: { tracks: Tracks; document: DocumentContext },
): readonly ItemMark[] {
  const { backgrounds } = tracks;
  const known = backgrounds.get(slot.height);
  if (known && isOf(known, cells)) return known.marks;
  const marks = paintedMarks(cells, slot, { tracks, document });
  if (backgrounds.size >= MOST_HEIGHTS) backgrounds.clear();
  backgrounds.set(slot.height, { frames: cells.map(({ frame }) => frame), marks });
  return marks;
}

function isOf({ frames }: RowBackground, cells: readonly MeasuredCell[]): boolean {
  return (
    frames.length === cells.length && cells.every(({ frame }, index) => frame === frames[index])
  );
}

function paintedMarks(
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

function addLines(
  marks: ItemMark[],
  cell: MeasuredCell,
  slot: RowSlot,
  document: DocumentContext,
): void {
  const { frame } = cell;
  let top = frame.edges.top + shiftOf(cell, slot);
  if (cell.kind === 'lines') return addText(marks, cell, top, document);
  for (const { x, gap, item } of cell.stack.children) {
    top += gap;
    const inside = item.kind === 'leaf' ? item.marks : NO_MARKS;
    for (const at of inside) marks.push({ x: frame.x + x + at.x, y: top + at.y, mark: at.mark });
    top += item.height;
  }
}

function addText(
  marks: ItemMark[],
  { frame, text }: LinesCell,
  top: number,
  document: DocumentContext,
): void {
  const { container } = frame;
  const { width, indent } = textRoom(text.node, container);
  const { above, below } = text.extent;
  const place = { x: container.left + frame.x, y: top, width, indent };
  for (const line of text.lines) {
    marks.push(lineMark(text, line, place, document));
    place.y += above + below;
    place.indent = 0;
  }
}
