import type { Column, Item, Stacked } from '../../layout/item.ts';
import type { ColumnStart, Repetition } from '../fragment.ts';
import type { Repeat } from '../repeat.ts';
import { unitsOf } from '../survey.ts';
import type { Ask, PageContext } from './ask.ts';

/** The space that a column has for its units on one page, px from the top of its fragment. */
export interface Bay {
  readonly units: readonly Stacked[];
  /** Index of the first unit here. */
  readonly from: number;
  /** Where the units begin: below padding, border and a head that comes again. */
  readonly top: number;
  /** How far units may reach if the column ends here, and if it goes on. */
  readonly endLimit: number;
  readonly cutLimit: number;
  /** Padding and border below the units, if the column ends here and if it goes on. */
  readonly endSpace: number;
  readonly cutSpace: number;
  readonly head: Repetition | null;
  readonly foot: Item | null;
  readonly repeat: Repeat | null;
}

/** Measure the space for a column's units: what repeats and what is cloned takes its share first. */
export function openBay(page: PageContext, ask: Ask<Column, ColumnStart>): Bay {
  const { item, start } = ask;
  const repeat = page.survey.repeats.get(item) ?? null;
  const from = start?.index ?? 0;
  const space = page.waived.spaces && ask.atTop ? 0 : topSpace(item, start);
  const head = page.waived.spaces || !headComesAgain(repeat, start) ? null : (repeat?.head ?? null);
  const foot = page.waived.spaces ? null : (repeat?.foot ?? null);
  const endSpace = page.waived.spaces ? 0 : item.bottom;
  const cutSpace = item.cut === 'clone' ? endSpace : 0;
  return {
    units: unitsOf(page.survey, item),
    from,
    top: space + (head?.height ?? 0),
    endLimit: ask.endRoom - endSpace,
    cutLimit: ask.cutRoom - cutSpace - (foot?.height ?? 0),
    endSpace,
    cutSpace,
    head: head === null ? null : { x: repeat?.x ?? 0, y: space, item: head },
    foot,
    repeat,
  };
}

function topSpace(column: Column, start: ColumnStart | null): number {
  return start === null || column.cut === 'clone' ? column.top : 0;
}

/** A head comes again once its original has been placed; its original may have been left out. */
function headComesAgain(repeat: Repeat | null, start: ColumnStart | null): boolean {
  return repeat !== null && start !== null && (start.index > 0 || !repeat.hasHead);
}
