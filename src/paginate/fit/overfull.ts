import type { Column } from '../../layout/item.ts';
import type { ColumnFragment, ColumnStart, HangingStart } from '../fragment.ts';
import { fitsIn } from '../tolerance.ts';
import type { Ask, Fit, PageContext } from './ask.ts';
import { fitColumn, heightLeft } from './column.ts';
import { hanging } from './hanging.ts';

/** Whether a set height, not a negative margin, leaves too little room for the content. */
export function isOverfull({ isSet, bottom, slack }: Column): boolean {
  return isSet && bottom + slack < 0;
}

type OverfullFit = Fit<ColumnFragment, ColumnStart | HangingStart>;

/** A box whose set height is too small for its content ends where its height does; the content goes on as far as the page does. */
export function fitOverfull(page: PageContext, ask: Ask<Column, ColumnStart>): OverfullFit {
  const left = heightLeft(ask);
  return fitsIn(left, ask.endRoom) ? endBox(page, ask, left) : cutBox(page, ask, left);
}

/** The box ends on this page, whether its content does or not. */
function endBox(page: PageContext, ask: Ask<Column, ColumnStart>, left: number): OverfullFit {
  const room = contentRoom(ask);
  const bottom = page.waived.spaces ? 0 : ask.item.bottom;
  const answer = fitColumn(page, { ...ask, endRoom: room + bottom, cutRoom: room });
  if (answer.kind === 'refuse') return answer;
  const isWhole = answer.kind === 'whole';
  const height = isWhole ? Math.min(left, answer.fragment.height) : left;
  const fragment = { ...answer.fragment, isLast: true, height };
  if (isWhole) return { ...answer, fragment };
  return { kind: 'whole', fragment, beyond: isClipped(ask.item) ? null : hanging(answer.rest) };
}

/** The box is cut with its content. It may still end above the cut where the page ends early for the sake of what follows. */
function cutBox(page: PageContext, ask: Ask<Column, ColumnStart>, left: number): OverfullFit {
  const answer = fitColumn(page, ask);
  if (answer.kind !== 'cut') return answer;
  const height = Math.min(left, answer.fragment.height);
  const used = Math.min(left, answer.used);
  const fragment = { ...answer.fragment, isLast: height === left, height };
  const rest = height === left ? hanging(answer.rest) : answer.rest;
  return { kind: 'cut', fragment, used, rest };
}

/** What hangs out goes on down to the page's end; where it is clipped, nobody sees how far it goes. */
function contentRoom({ item, endRoom, cutRoom }: Ask<Column, ColumnStart>): number {
  const room = Math.max(endRoom, cutRoom);
  return isClipped(item) ? Math.max(room, item.height - item.slack) : room;
}

function isClipped({ group }: Column): boolean {
  return group !== null && group.clip !== null;
}
