import type { Cell, Item, Row } from '../../layout/item.ts';
import type { Piece, RestCell, RowStart } from '../fragment.ts';
import { isAnythingLeft } from '../rest.ts';
import { wholeHeight } from '../survey.ts';
import { fitsIn } from '../tolerance.ts';
import type { Ask, Fit, PageContext } from './ask.ts';

/** A cell's piece on this page. */
export interface CellPiece extends Piece {
  readonly cell: Cell;
}

/** The cells of a row above and below a line. */
export interface CellsCut {
  readonly pieces: readonly CellPiece[];
  readonly rests: readonly RestCell[];
  /** What hangs out of cells that have ended above the line. */
  readonly beyond: readonly RestCell[];
  /** Where the lowest piece ends. */
  readonly bottom: number;
  /** Top of the highest cell that can neither end above the line nor be cut; null where there is none. */
  readonly blocked: number | null;
  /** Whether any cell makes progress on this page that can be seen. */
  readonly visible: boolean;
}

/** A cell that goes on lower than it would have: px that it loses, and where it would have ended. */
interface Loss {
  readonly bottom: number;
  readonly lost: number;
}

/** The same while cells are gone through. */
interface Tally {
  readonly pieces: CellPiece[];
  readonly rests: RestCell[];
  readonly beyond: RestCell[];
  bottom: number;
  blocked: number | null;
  visible: boolean;
  readonly losses: Loss[];
}

/** Ask each cell what of it stands above the line; cells pushed down push those beneath them (CSS Fragmentation 3, section 5.3). */
export function cutCells(
  page: PageContext,
  ask: Ask<Row, RowStart>,
  rests: readonly RestCell[],
  line: number,
): CellsCut {
  const tally: Tally = {
    pieces: [],
    rests: [],
    beyond: [],
    bottom: 0,
    blocked: null,
    visible: false,
    losses: [],
  };
  for (const rest of rests) {
    if (rest.y < line)
      count(tally, page, rest, { line, answer: page.fit(cellAsk(ask, rest, line)) });
  }
  const below = rests.filter((rest) => rest.y >= line);
  for (const rest of below) {
    tally.rests.push({ ...rest, y: rest.y - line + lostAbove(tally.losses, rest.y) });
  }
  return { ...tally, rests: raised(tally.rests) };
}

function cellAsk(ask: Ask<Row, RowStart>, rest: RestCell, line: number): Ask {
  return {
    item: rest.cell.item,
    start: rest.start,
    endRoom: line - rest.y,
    cutRoom: line - rest.y,
    atTop: ask.atTop,
    guarded: ask.guarded,
    tries: Math.max(1, Math.floor(Math.sqrt(ask.tries))),
  };
}

function count(
  tally: Tally,
  page: PageContext,
  rest: RestCell,
  given: { line: number; answer: Fit },
): void {
  const { line, answer } = given;
  if (answer.kind === 'refuse') {
    tally.blocked = Math.min(tally.blocked ?? rest.y, rest.y);
    tally.rests.push({ ...rest, y: 0 });
    tally.losses.push({ bottom: bottomOf(page, rest), lost: line - rest.y });
    return;
  }
  const { cell, y } = rest;
  tally.pieces.push({ cell, x: cell.x, y, fragment: answer.fragment });
  tally.bottom = Math.max(tally.bottom, y + answer.fragment.height);
  tally.visible ||= isAnythingLeft(page.survey, cell.item, rest.start);
  if (answer.kind === 'whole') {
    if (answer.beyond !== null) tally.beyond.push({ cell, y: 0, start: answer.beyond });
    return;
  }
  tally.rests.push({ cell, y: 0, start: answer.rest });
  const lost = line - y - answer.used - freeSpace(cell.item);
  tally.losses.push({ bottom: bottomOf(page, rest), lost });
}

/** Where a cell would end; of one that has been cut before, only a set height says. */
function bottomOf({ survey }: PageContext, { cell, y, start }: RestCell): number {
  if (start === null) return y + wholeHeight(survey, cell.item);
  return start.kind === 'column' && start.left !== null ? y + start.left : y;
}

/** What a cell can lose without becoming longer. */
function freeSpace(item: Item): number {
  return item.kind === 'column' && item.isSet ? Math.max(0, item.slack) : 0;
}

/** How far cells that have to go down push one that stands beneath them. */
function lostAbove(losses: readonly Loss[], y: number): number {
  return losses.reduce(
    (most, { bottom, lost }) => (fitsIn(bottom, y) ? Math.max(most, lost) : most),
    0,
  );
}

/** The first of the cells that go on begins at the top of the next page. */
function raised(rests: readonly RestCell[]): readonly RestCell[] {
  const first = rests.reduce((least, rest) => Math.min(least, rest.y), Number.POSITIVE_INFINITY);
  return rests.length === 0 || first === 0
    ? rests
    : rests.map((rest) => ({ ...rest, y: rest.y - first }));
}
