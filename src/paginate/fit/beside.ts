import type { Column } from '../../layout/item.ts';
import type { ColumnStart, Piece, RestUnit } from '../fragment.ts';
import type { Ask, PageContext } from './ask.ts';
import type { Bay } from './bay.ts';
import type { Part } from './pack.ts';

const NOTHING: Part = { pieces: [], beyond: [] };

/** Place what hangs out of units that have ended, at the top of the bay; null where there is no room for its next piece. */
export function packBeside(
  page: PageContext,
  ask: Ask<Column, ColumnStart>,
  bay: Bay,
): Part | null {
  const rests = ask.start?.beside;
  if (rests === undefined || rests.length === 0) return NOTHING;
  const pieces: Piece[] = [];
  const beyond: RestUnit[] = [];
  for (const { index, start } of rests) {
    const unit = bay.units[index];
    if (unit === undefined) continue;
    const answer = page.fit(restAsk(ask, bay, { item: unit.item, start }));
    if (answer.kind !== 'whole') return null;
    pieces.push({ x: unit.x, y: bay.top, fragment: answer.fragment });
    if (answer.beyond !== null) beyond.push({ index, start: answer.beyond });
  }
  return { pieces, beyond };
}

function restAsk(
  ask: Ask<Column, ColumnStart>,
  bay: Bay,
  rest: Required<Pick<Ask, 'item' | 'start'>>,
): Ask {
  const room = Math.max(bay.endLimit, bay.cutLimit) - bay.top;
  return { ...ask, ...rest, endRoom: room, cutRoom: room };
}
