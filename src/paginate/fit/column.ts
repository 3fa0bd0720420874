import type { Column } from '../../layout/item.ts';
import type { ColumnFragment, ColumnStart, HangingStart, Piece, RestUnit } from '../fragment.ts';
import { isAnythingLeft } from '../rest.ts';
import { fitsIn } from '../tolerance.ts';
import { REFUSE } from './ask.ts';
import type { Ask, Cut, Fit, PageContext } from './ask.ts';
import { openBay } from './bay.ts';
import { packBeside } from './beside.ts';
import { divideOverlays, overlaysLeft } from './overlays.ts';
import { bottomOf, packUnits } from './pack.ts';
import { rewind } from './rewind.ts';
import type { Packed } from './rewind.ts';

type ColumnFit = Fit<ColumnFragment, ColumnStart>;
type ColumnCut = Cut<ColumnFragment, ColumnStart>;

/** Pack a column until its units end, one of them is cut, or one does not fit. */
export function fitColumn(page: PageContext, ask: Ask<Column, ColumnStart>): ColumnFit {
  const bay = openBay(page, ask);
  const beside = packBeside(page, ask, bay);
  if (beside === null) return REFUSE;
  const packing = packUnits(page, ask, bay);
  const { pieces, beyond } = packing;
  const packed: Packed = { page, ask, bay, pieces, beyond, beside };
  switch (packing.kind) {
    case 'cut':
      return cutWithin(packed, pieces.length, packing.last);
    case 'end':
      if (holdsLowerOverlays(packed)) return cutBeneath(packed, pieces.length, false);
      return mayEnd(packed) ? end(packed) : goBack(packed);
    case 'stop':
      return packing.forced && holds(packed)
        ? cutBeneath(packed, pieces.length, true)
        : goBack(packed);
  }
}

function goBack(packed: Packed): ColumnFit {
  const found = rewind(packed);
  switch (found.kind) {
    case 'between':
      return cutBeneath(packed, found.count, false);
    case 'within':
      return cutWithin(packed, found.count, found.last);
    case 'nowhere':
      return isEmptyBox(packed) ? cutBeneath(packed, 0, false) : REFUSE;
  }
}

/** A box without content may be cut anywhere, if it is allowed to be cut at all. */
function isEmptyBox({ page, ask, bay }: Packed): boolean {
  return (
    page.waived.insides && bay.units.length === 0 && ask.start === null && bay.cutLimit > bay.top
  );
}

/** Whether all that has been packed stays above the foot. */
function holds({ page, bay, pieces }: Packed): boolean {
  return page.waived.room || fitsIn(bottomOf(bay, pieces), bay.cutLimit);
}

/** Whether the column ends on this page. Free space is cut away, unless there is nothing else to see. */
function mayEnd({ page, ask, bay, pieces }: Packed): boolean {
  const isBox = bay.units.length === 0 && ask.start === null;
  const needed = bottomOf(bay, pieces) + (isBox ? ask.item.slack : 0);
  if (fitsIn(needed, bay.endLimit)) return true;
  return page.waived.room && ask.atTop && ask.endRoom > Number.NEGATIVE_INFINITY;
}

/** Whether a box that is taller than its content has boxes out of flow where it reaches over the page's end. */
function holdsLowerOverlays({ page, ask, bay, pieces }: Packed): boolean {
  const overlays = overlaysLeft(ask);
  if (overlays.length === 0 || !ask.item.isSet || ask.endRoom < 0) return false;
  const height = heightLeft(ask);
  if (fitsIn(height, ask.endRoom) || !fitsIn(bottomOf(bay, pieces), bay.cutLimit)) return false;
  const room = Math.max(ask.cutRoom, 0);
  const { later } = divideOverlays(overlays, room);
  return !page.waived.room && later.some(({ y }) => y + room < height);
}

function end(packed: Packed): ColumnFit {
  const { ask, bay, pieces } = packed;
  const used = bottomOf(bay, pieces);
  const room = Math.max(ask.endRoom, used + bay.endSpace);
  const height = Math.max(0, Math.min(used + spaceBelow(packed, used), room));
  const overlays = overlaysLeft(ask);
  const fragment = columnFragment(packed, { pieces, height, isLast: true, foot: null, overlays });
  return { kind: 'whole', fragment, beyond: hangsOver(packed) };
}

/** What hangs out of the column's units where it ends; what the column clips cannot be seen there. */
function hangsOver({ ask: { item }, bay, beside, beyond }: Packed): HangingStart | null {
  if (beyond.length === 0 && beside.beyond.length === 0) return null;
  if (item.group !== null && item.group.clip !== null) return null;
  const rests = [...beside.beyond, ...beyond];
  return { kind: 'hanging', content: columnStart(bay.units.length, rests) };
}

function columnStart(index: number, beside: readonly RestUnit[]): ColumnStart {
  return { kind: 'column', index, child: null, forced: false, beside, left: null, overlays: [] };
}

/** Free space, padding and border beneath the units; they are given up where nothing visible stands above them. */
function spaceBelow({ page, ask }: Packed, used: number): number {
  const { item, start, atTop } = ask;
  if (page.waived.spaces && atTop && !isAnythingLeft(page.survey, item, start)) return 0;
  if (start === null) return item.bottom + item.slack;
  return Math.max(item.bottom, item.isSet ? (start.left ?? 0) - used : item.bottom + item.slack);
}

/** What a set height leaves to this page and those after it. */
export function heightLeft({ item, start }: Ask<Column, ColumnStart>): number {
  return start?.left ?? item.height;
}

function cutBeneath(packed: Packed, count: number, forced: boolean): ColumnCut {
  const pieces = packed.pieces.slice(0, count);
  const index = packed.bay.from + count;
  const rest = columnStart(index, beyondBefore(packed, index));
  return cut(packed, pieces, bottomOf(packed.bay, pieces), { ...rest, forced });
}

function cutWithin(packed: Packed, count: number, last: Cut): ColumnCut {
  const whole = packed.pieces[count - 1];
  const y = whole?.y ?? packed.bay.top;
  const pieces = [
    ...packed.pieces.slice(0, count - 1),
    { x: whole?.x ?? 0, y, fragment: last.fragment },
  ];
  const index = packed.bay.from + count - 1;
  const rest = columnStart(index, beyondBefore(packed, index));
  return cut(packed, pieces, y + last.used, { ...rest, child: last.rest });
}

/** What goes on beside the unit that the next page begins with. */
function beyondBefore({ beside, beyond }: Packed, index: number): readonly RestUnit[] {
  if (beyond.length === 0) return beside.beyond;
  return [...beside.beyond, ...beyond.filter((rest) => rest.index < index)];
}

/** A box that goes on fills its page (CSS Fragmentation 3, section 5.3); a table ends with its rows and foot. */
function cut(
  packed: Packed,
  pieces: readonly Piece[],
  content: number,
  rest: ColumnStart,
): ColumnCut {
  const { ask, bay } = packed;
  const used = content + (bay.foot?.height ?? 0) + bay.cutSpace;
  const height = bay.repeat === null ? Math.max(used, ask.cutRoom) : used;
  const foot = bay.foot === null ? null : { x: bay.repeat?.x ?? 0, y: content, item: bay.foot };
  const overlays = divideOverlays(overlaysLeft(ask), height);
  const left = ask.item.isSet ? Math.max(0, heightLeft(ask) - height) : null;
  return {
    kind: 'cut',
    used,
    rest: { ...rest, left, overlays: overlays.later },
    fragment: columnFragment(packed, {
      pieces,
      height,
      isLast: false,
      foot,
      overlays: overlays.here,
    }),
  };
}

function columnFragment(
  { ask, bay, beside }: Packed,
  part: Pick<ColumnFragment, 'pieces' | 'height' | 'isLast' | 'foot' | 'overlays'>,
): ColumnFragment {
  const pieces = beside.pieces.length === 0 ? part.pieces : [...beside.pieces, ...part.pieces];
  const isFirst = ask.start === null;
  return { kind: 'column', item: ask.item, isFirst, head: bay.head, ...part, pieces };
}
