import type { Column } from '../../layout/item.ts';
import type { ColumnStart, Piece, RestUnit } from '../fragment.ts';
import { isAnythingLeft } from '../rest.ts';
import { fitsIn } from '../tolerance.ts';
import type { Ask, Cut, PageContext } from './ask.ts';
import type { Bay } from './bay.ts';
import { mayBreakBefore } from './break-rules.ts';
import { startOf, unitAsk } from './pack.ts';
import type { Part } from './pack.ts';

/** Where a column breaks after all. */
export type Rewound =
  /** Beneath the first `count` pieces. */
  | { readonly kind: 'between'; readonly count: number }
  /** Within the last of the first `count` pieces. */
  | { readonly kind: 'within'; readonly count: number; readonly last: Cut }
  /** Nowhere: the break must come before the column. */
  | { readonly kind: 'nowhere' };

/** A column on a page with what has been packed. */
export interface Packed {
  readonly page: PageContext;
  readonly ask: Ask<Column, ColumnStart>;
  readonly bay: Bay;
  readonly pieces: readonly Piece[];
  /** What hangs out of the pieces beyond the page's end. */
  readonly beyond: readonly RestUnit[];
  /** What goes on out of units that have ended before. */
  readonly beside: Part;
}

/** Go back from the first unit that does not fit to the latest break point that obeys the rules. */
export function rewind(packed: Packed): Rewound {
  const blank = packed.ask.atTop ? leadingBlank(packed) : 0;
  for (let count = packed.pieces.length; count > 0; count--) {
    if ((count > blank || !packed.ask.atTop) && mayEndAfter(packed, count))
      return { kind: 'between', count };
    const last = cutPiece(packed, count - 1, packed.ask.atTop && count - 1 <= blank);
    if (last !== null) return { kind: 'within', count, last };
  }
  return { kind: 'nowhere' };
}

/** How many pieces at the top paint nothing: a break beneath them would leave a blank page. */
function leadingBlank({ page, ask, bay, pieces }: Packed): number {
  const first = pieces.findIndex(({ fragment }, at) =>
    isAnythingLeft(page.survey, fragment.item, startOf(ask, bay, bay.from + at)),
  );
  return first < 0 ? pieces.length : first;
}

function mayEndAfter({ page, ask, bay, pieces }: Packed, count: number): boolean {
  const index = bay.from + count;
  const last = pieces[count - 1];
  if (last === undefined || index >= bay.units.length) return false;
  const fits = page.waived.room || fitsIn(last.y + last.fragment.height, bay.cutLimit);
  return fits && mayBreakBefore(page, ask, bay, index);
}

function cutPiece({ page, ask, bay, pieces }: Packed, at: number, atTop: boolean): Cut | null {
  const index = bay.from + at;
  const unit = bay.units[index];
  const piece = pieces[at];
  if (unit === undefined || piece === undefined) return null;
  const question = unitAsk(ask, bay, { unit, index, y: piece.y, atTop });
  const answer = page.fit({ ...question, endRoom: Number.NEGATIVE_INFINITY });
  return answer.kind === 'cut' ? answer : null;
}
