import type { Column, Stacked } from '../../layout/item.ts';
import { breakBetween } from '../break-values.ts';
import type { ColumnStart, Piece, RestUnit, Start } from '../fragment.ts';
import { isAnythingLeft } from '../rest.ts';
import type { Ask, Cut, PageContext } from './ask.ts';
import type { Bay } from './bay.ts';

/** How the packing of a column's units ended. */
export type Packing = Part & Ending;

/** Units on this page. */
export interface Part {
  readonly pieces: readonly Piece[];
  /** What hangs out of these beyond the page's end. */
  readonly beyond: readonly RestUnit[];
}

type Ending =
  /** Every unit stands on this page. */
  | { readonly kind: 'end' }
  /** The last unit is cut. */
  | { readonly kind: 'cut'; readonly last: Cut }
  /** The next unit does not fit, or a forced break stands before it. */
  | { readonly kind: 'stop'; readonly forced: boolean };

/** A unit's place on this page. */
interface Spot {
  readonly unit: Stacked;
  readonly index: number;
  readonly y: number;
  readonly atTop: boolean;
}

/** Pack units one beneath another until one does not fit. */
export function packUnits(page: PageContext, ask: Ask<Column, ColumnStart>, bay: Bay): Packing {
  const pieces: Piece[] = [];
  const beyond: RestUnit[] = [];
  const part = { pieces, beyond };
  let atTop = ask.atTop;
  for (let index = bay.from; index < bay.units.length; index++) {
    const unit = bay.units[index];
    if (unit === undefined) break;
    if (!atTop && isForced(bay, index)) return { kind: 'stop', forced: true, ...part };
    const y = unitTop(page, ask, bay, { unit, index, y: bottomOf(bay, pieces), atTop });
    const answer = page.fit(unitAsk(ask, bay, { unit, index, y, atTop }));
    if (answer.kind === 'refuse') return { kind: 'stop', forced: false, ...part };
    pieces.push({ x: unit.x, y, fragment: answer.fragment });
    if (answer.kind === 'cut') return { kind: 'cut', last: answer, ...part };
    if (answer.beyond !== null) beyond.push({ index, start: answer.beyond });
    atTop &&= !isAnythingLeft(page.survey, unit.item, startOf(ask, bay, index));
  }
  return { kind: 'end', ...part };
}

/** Where the units placed so far end. */
export function bottomOf(bay: Bay, pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last === undefined ? bay.top : last.y + last.fragment.height;
}

/** The question about a unit: the last one ends the column, any other may reach as far as the column does in either case. */
export function unitAsk(ask: Ask<Column, ColumnStart>, bay: Bay, spot: Spot): Ask {
  const isLast = spot.index === bay.units.length - 1;
  const limit = isLast ? bay.endLimit : Math.max(bay.endLimit, bay.cutLimit);
  return {
    item: spot.unit.item,
    start: startOf(ask, bay, spot.index),
    endRoom: limit - spot.y,
    cutRoom: bay.cutLimit - spot.y,
    atTop: spot.atTop,
    guarded: ask.guarded,
    tries: ask.tries,
  };
}

/** Where a unit goes on: only the first one on a page may have begun before. */
export function startOf(ask: Ask<Column, ColumnStart>, bay: Bay, index: number): Start | null {
  return index === bay.from ? (ask.start?.child ?? null) : null;
}

/** A unit's top edge: below its gap, unless the gap is truncated at a page's edge (CSS Fragmentation 3, section 5.2). */
function unitTop(page: PageContext, ask: Ask<Column, ColumnStart>, bay: Bay, spot: Spot): number {
  if (isGapDropped(page, ask, bay, spot)) return spot.y;
  const below = spot.y + spot.unit.gap;
  if (!page.survey.blank.has(spot.unit.item)) return below;
  return Math.min(below, Math.max(spot.y, bay.cutLimit));
}

function isGapDropped(
  page: PageContext,
  ask: Ask<Column, ColumnStart>,
  bay: Bay,
  spot: Spot,
): boolean {
  if (page.waived.spaces && spot.atTop) return true;
  if (ask.start === null || spot.index > bay.from) return false;
  return ask.start.child !== null || !ask.start.forced;
}

function isForced(bay: Bay, index: number): boolean {
  const above = bay.units[index - 1];
  const below = bay.units[index];
  if (index === bay.from || above === undefined || below === undefined) return false;
  return breakBetween(above.item, below.item) === 'page';
}
