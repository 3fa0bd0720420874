import type { Column } from '../../layout/item.ts';
import type { ColumnFragment, ColumnStart, Piece } from '../fragment.ts';
import { isAnythingLeft } from '../rest.ts';
import { fitsIn } from '../tolerance.ts';
import { REFUSE } from './ask.ts';
import type { Ask, Cut, Fit, PageContext } from './ask.ts';
import { openBay } from './bay.ts';
import type { Bay } from './bay.ts';
import { bottomOf, packUnits } from './pack.ts';
import { rewind } from './rewind.ts';
import type { Packed } from './rewind.ts';

/** Pack a column until its units end, one of them is cut, or one does not fit. */
export function fitColumn(page: PageContext, ask: Ask<Column, ColumnStart>): Fit {
  const bay = openBay(page, ask);
  const packing = packUnits(page, ask, bay);
  const packed: Packed = { page, ask, bay, pieces: packing.pieces };
  switch (packing.kind) {
    case 'cut':
      return cutWithin(packed, packing.pieces.length, packing.last);
    case 'end':
      return mayEnd(packed) ? end(packed) : goBack(packed);
    case 'stop':
      return packing.forced && holds(packed)
        ? cutBeneath(packed, packing.pieces.length, true)
        : goBack(packed);
  }
}

function goBack(packed: Packed): Fit {
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

function end(packed: Packed): Fit {
  const { ask, bay, pieces } = packed;
  const used = bottomOf(bay, pieces);
  const height = Math.min(used + spaceBelow(packed), Math.max(ask.endRoom, used + bay.endSpace));
  const fragment = columnFragment(ask, bay, { pieces, height, isLast: true, foot: null });
  return { kind: 'whole', fragment };
}

/** Free space, padding and border beneath the units; they are given up where nothing visible stands above them. */
function spaceBelow({ page, ask }: Packed): number {
  const { item, start, atTop } = ask;
  if (page.waived.spaces && atTop && !isAnythingLeft(page.survey, item, start)) return 0;
  return item.bottom + (start === null ? item.slack : 0);
}

function cutBeneath(packed: Packed, count: number, forced: boolean): Cut {
  const pieces = packed.pieces.slice(0, count);
  const index = packed.bay.from + count;
  return cut(packed, pieces, bottomOf(packed.bay, pieces), {
    kind: 'column',
    index,
    child: null,
    forced,
  });
}

function cutWithin(packed: Packed, count: number, last: Cut): Cut {
  const whole = packed.pieces[count - 1];
  const y = whole?.y ?? packed.bay.top;
  const pieces = [
    ...packed.pieces.slice(0, count - 1),
    { x: whole?.x ?? 0, y, fragment: last.fragment },
  ];
  const index = packed.bay.from + count - 1;
  return cut(packed, pieces, y + last.used, {
    kind: 'column',
    index,
    child: last.rest,
    forced: false,
  });
}

/** A box that goes on fills its page (CSS Fragmentation 3, section 5.3); a table ends with its rows and foot. */
function cut(
  { ask, bay }: Packed,
  pieces: readonly Piece[],
  content: number,
  rest: ColumnStart,
): Cut {
  const used = content + (bay.foot?.height ?? 0) + bay.cutSpace;
  const height = bay.repeat === null ? Math.max(used, ask.cutRoom) : used;
  const foot = bay.foot === null ? null : { x: bay.repeat?.x ?? 0, y: content, item: bay.foot };
  return {
    kind: 'cut',
    used,
    rest,
    fragment: columnFragment(ask, bay, { pieces, height, isLast: false, foot }),
  };
}

function columnFragment(
  ask: Ask<Column, ColumnStart>,
  bay: Bay,
  part: Pick<ColumnFragment, 'pieces' | 'height' | 'isLast' | 'foot'>,
): ColumnFragment {
  return { kind: 'column', item: ask.item, isFirst: ask.start === null, head: bay.head, ...part };
}
