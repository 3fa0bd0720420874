import type { Cell, Column, Leaf, Row } from '../../layout/item.ts';
import type { HangingStart, RestCell, RowFragment, RowStart } from '../fragment.ts';
import { wholeHeight } from '../survey.ts';
import { fitsIn, justTooLow } from '../tolerance.ts';
import { REFUSE } from './ask.ts';
import type { Ask, Fit, PageContext } from './ask.ts';
import { cutCells } from './cells.ts';
import type { CellsCut } from './cells.ts';
import { divideOverlays, overlaysLeft } from './overlays.ts';
import { leaveOpen, stretchToBottom } from './stretch.ts';

type RowFit = Fit<RowFragment, RowStart>;

/** Cut all cells of a row by one horizontal line, the latest that every cell allows. */
export function fitRow(page: PageContext, ask: Ask<Row, RowStart>): RowFit {
  const rests = restsOf(page, ask);
  let line = firstLine(page, ask);
  for (let tries = 0; tries < ask.tries && line > 0; tries++) {
    const cells = cutCells(page, ask, rests, line);
    if (endsHere(page, ask, cells)) return end(page, ask, cells);
    if (isHopeless(ask, cells)) return REFUSE;
    const higher = higherLine(page, cells);
    if (higher === null) return cells.visible ? cut(page, ask, cells, line) : REFUSE;
    line = Math.min(higher, justTooLow(line));
  }
  return REFUSE;
}

/** The cells that are left; at the top of a page that gives up its spaces the first of them begins there. */
function restsOf(page: PageContext, ask: Ask<Row, RowStart>): readonly RestCell[] {
  const rests = ask.start?.cells ?? ask.item.cells.map(freshCell);
  if (!page.waived.spaces || !ask.atTop) return rests;
  const first = rests.reduce((least, rest) => Math.min(least, rest.y), Number.POSITIVE_INFINITY);
  return first > 0 ? rests.map((rest) => ({ ...rest, y: rest.y - first })) : rests;
}

/** A box that only paints (the background of one row of several) is cut like a cell without content. */
function freshCell(cell: Cell): RestCell {
  const { item } = cell;
  const paintsOnly = item.kind === 'leaf' && item.marks.length === 0 && item.overlays.length === 0;
  return { cell: paintsOnly ? { ...cell, item: emptyColumn(item) } : cell, y: cell.y, start: null };
}

function emptyColumn(leaf: Leaf): Column {
  const free = { top: 0, bottom: 0, slack: leaf.height, isSet: true, orphans: 1, widows: 1 };
  return { ...leaf, kind: 'column', children: [], head: null, foot: null, cut: 'slice', ...free };
}

/** The lowest line to try: where the page ends, or within the row if it must not end here. */
function firstLine(page: PageContext, ask: Ask<Row, RowStart>): number {
  const mustCut = ask.endRoom === Number.NEGATIVE_INFINITY && ask.start === null;
  return mustCut
    ? Math.min(ask.cutRoom, justTooLow(wholeHeight(page.survey, ask.item)))
    : ask.cutRoom;
}

function endsHere(page: PageContext, ask: Ask<Row, RowStart>, cells: CellsCut): boolean {
  if (cells.rests.length > 0) return false;
  if (fitsIn(cells.bottom, ask.endRoom)) return true;
  return page.waived.room && ask.atTop && ask.endRoom > Number.NEGATIVE_INFINITY;
}

/** A cell that refuses a whole page would refuse the next one too. */
function isHopeless(ask: Ask<Row, RowStart>, cells: CellsCut): boolean {
  return ask.atTop && cells.blocked !== null && cells.blocked <= 0;
}

/** Null where the cells are cut as they may be; else what to try next: above a cell that cannot be cut, or within the tallest. */
function higherLine(page: PageContext, cells: CellsCut): number | null {
  if (cells.blocked !== null && !page.waived.insides) return cells.blocked;
  return cells.rests.length === 0 ? justTooLow(cells.bottom) : null;
}

function end(page: PageContext, ask: Ask<Row, RowStart>, cells: CellsCut): RowFit {
  const natural = ask.start === null ? wholeHeight(page.survey, ask.item) : cells.bottom;
  const height = Math.max(cells.bottom, Math.min(natural, ask.endRoom));
  const pieces = stretchToBottom(ask.item, cells.pieces, height);
  const isFirst = ask.start === null;
  return {
    kind: 'whole',
    fragment: {
      kind: 'row',
      item: ask.item,
      height,
      isFirst,
      isLast: true,
      pieces,
      overlays: overlaysLeft(ask),
    },
    beyond: hangsOver(cells),
  };
}

function hangsOver({ beyond }: CellsCut): HangingStart | null {
  return beyond.length === 0
    ? null
    : { kind: 'hanging', content: { kind: 'row', cells: beyond, overlays: [] } };
}

function cut(page: PageContext, ask: Ask<Row, RowStart>, cells: CellsCut, line: number): RowFit {
  const height = Math.max(line, cells.bottom);
  const open = leaveOpen(page.survey, ask.item, cells, height);
  const overlays = divideOverlays(overlaysLeft(ask), height);
  return {
    kind: 'cut',
    used: height,
    rest: { kind: 'row', cells: open.rests, overlays: overlays.later },
    fragment: {
      kind: 'row',
      item: ask.item,
      height,
      isFirst: ask.start === null,
      isLast: false,
      pieces: open.pieces,
      overlays: overlays.here,
    },
  };
}
