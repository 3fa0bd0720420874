import type { CellBox } from '../../box/box.ts';
import { backgroundOf, decorationOf } from '../decoration.ts';
import type { DocumentContext } from '../document.ts';
import { stackLines, type Stack } from '../block/stack-blocks.ts';
import { groupOf } from '../effects.ts';
import { finishItem } from '../finish-item.ts';
import { plainLeaves } from '../inline/line-leaf.ts';
import { lineMark } from '../inline/plain-text.ts';
import type {
  Column,
  Decoration,
  Item,
  ItemMark,
  Leaf,
  Overlay,
  Stacked,
  ItemName,
} from '../item.ts';
import { textRoom } from './cell-text.ts';
import { settleCell } from './settle-cell.ts';
import type { LinesCell, MeasuredCell, StackCell, Tracks } from './measure-cell.ts';

const NO_BREAKS = { before: 'auto', after: 'auto', inside: 'auto' } as const;
const NO_OVERLAYS: readonly Overlay[] = [];
const NO_MARKS: readonly ItemMark[] = [];

/** A cell up to this height is not cut within its only line's padding; it can be one leaf. Rows likewise. */
export const MAX_UNCUT = 200;

/** Where a cell stands in its band, and the words that name its row. */
export interface Slot {
  readonly height: number;
  /** Baseline of the row that the cell begins in. */
  readonly ascent: number;
  readonly name: ItemName;
  /** Whether the row has painted the cell's background already, beneath its collapsed borders. */
  readonly isPainted: boolean;
}

/** What a cell's item has, whatever its kind. */
interface Shell<C extends MeasuredCell = MeasuredCell> {
  readonly measured: C;
  readonly slot: Slot;
  /** From the cell's top edge to its content. */
  readonly top: number;
  readonly decoration: Decoration | null;
}

/** What a cell paints behind its content. */
export function cellDecoration(
  { cell, frame: { width } }: MeasuredCell,
  { height, isPainted }: Pick<Slot, 'height' | 'isPainted'>,
  tracks: Tracks,
  document: DocumentContext,
): Decoration | null {
  const { style } = cell.box;
  if (isPainted) return null;
  if (tracks.model.edges !== null) return backgroundOf(style);
  if (style.emptyCells === 'hide' && isEmpty(cell.box)) return null;
  return decorationOf(style, { width, height }, document.caches.decorations);
}

const isEmpty = (box: CellBox): boolean => box.text === null && box.children.length === 0;

/** How far the content moves down in a cell that is taller than it (CSS 2.1, section 17.5.3). */
export function shiftOf(measured: MeasuredCell, slot: Pick<Slot, 'height' | 'ascent'>): number {
  if (measured.frame.isOnBaseline) return slot.ascent - measured.ascent;
  const free = slot.height - measured.natural;
  const { verticalAlign } = measured.cell.box.style;
  if (verticalAlign === 'bottom') return free;
  return verticalAlign === 'middle' ? free / 2 : 0;
}

/** The cell's line, where it has one and nothing else. */
function onlyLine({ stack }: StackCell): (Stacked & { readonly item: Leaf }) | null {
  const [first, second] = stack.children;
  if (!first || second || stack.overlays.length > 0 || first.item.kind !== 'leaf') return null;
  const { x, gap, item } = first;
  const { decoration: own, overlays, group, layer, breaks } = item;
  if (own !== null || overlays.length > 0 || group !== null || layer !== 0) return null;
  return breaks.before === 'page' || breaks.after === 'page' ? null : { x, gap, item };
}

function shiftMark({ x, y, mark }: ItemMark, left: number, top: number): ItemMark {
  return { x: x + left, y: y + top, mark };
}

/** A cell with one line is one leaf: three objects less in each of a long table's cells. */
function leafOf(shell: Shell, marks: readonly ItemMark[], baseline: number | null): Leaf {
  const { measured, slot } = shell;
  const { style } = measured.cell.box;
  const { width, layer } = measured.frame;
  const { height, name } = slot;
  return {
    kind: 'leaf',
    width,
    height,
    breaks: NO_BREAKS,
    decoration: shell.decoration,
    overlays: NO_OVERLAYS,
    group: groupOf(style, { width, height }),
    layer,
    baseline,
    name,
    marks,
  };
}

function onlyLineCell(shell: Shell, { x, gap, item }: Stacked & { readonly item: Leaf }): Leaf {
  const top = shell.top + gap;
  const marks = item.marks.map((mark) => shiftMark(mark, x, top));
  return leafOf(shell, marks, item.baseline === null ? null : top + item.baseline);
}

function overlaysOf({ overlays }: Stack, top: number): readonly Overlay[] {
  if (overlays.length === 0) return NO_OVERLAYS;
  return overlays.map(({ x, y, item }) => ({ x, y: y + top, item }));
}

function columnCell({ measured, slot, top, decoration: own }: Shell, stack: Stack): Column {
  const { frame, cell } = measured;
  const { edges, width } = frame;
  const { style } = cell.box;
  const { height, name } = slot;
  return {
    kind: 'column',
    width,
    height,
    breaks: NO_BREAKS,
    decoration: own,
    overlays: overlaysOf(stack, top),
    group: groupOf(style, { width, height }),
    layer: frame.layer,
    baseline: stack.baseline === null ? null : top + stack.baseline,
    name,
    children: stack.children,
    top,
    bottom: edges.bottom,
    slack: height - top - stack.height - edges.bottom,
    isSet: true,
    marks: NO_MARKS,
    head: null,
    foot: null,
    orphans: stack.orphans,
    widows: stack.widows,
    cut: 'slice',
  };
}

/** Make the item of a measured cell at its final height, its content aligned within. */
export function cellItem(
  measured: MeasuredCell,
  slot: Slot,
  tracks: Tracks,
  document: DocumentContext,
): Item {
  const settled = settleCell(measured, slot.height, tracks, document);
  const item =
    settled.kind === 'lines'
      ? linesItem(shellOf(settled, slot, tracks, document), document)
      : stackItem(shellOf(settled, slot, tracks, document));
  if (measured.frame.isPlain && document.outOfFlow.absolutes.size === 0) return item;
  return finishItem(measured.cell.box, item, { width: tracks.base, height: null }, document);
}

function shellOf<C extends MeasuredCell>(
  measured: C,
  slot: Slot,
  tracks: Tracks,
  document: DocumentContext,
): Shell<C> {
  const top = measured.frame.edges.top + shiftOf(measured, slot);
  return { measured, slot, top, decoration: cellDecoration(measured, slot, tracks, document) };
}

function linesItem(shell: Shell<LinesCell>, document: DocumentContext): Item {
  const { measured, slot, top } = shell;
  const { text, frame, cell } = measured;
  const { left } = frame.container;
  const room = textRoom(text.node, frame.container);
  const { width, indent } = room;
  const place = { x: left, y: top, width, indent };
  const [line] = text.lines;
  if (line && text.lines.length === 1 && slot.height <= MAX_UNCUT) {
    const mark = lineMark(text, line, place, document);
    return leafOf(shell, [mark], top + text.extent.above);
  }
  const leaves = plainLeaves(text, room, document);
  return columnCell(shell, stackLines(leaves, left, cell.box.style));
}

function stackItem(shell: Shell<StackCell>): Item {
  const { measured, slot } = shell;
  const line = slot.height <= MAX_UNCUT ? onlyLine(measured) : null;
  return line ? onlyLineCell(shell, line) : columnCell(shell, measured.stack);
}
