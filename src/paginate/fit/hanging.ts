import type { Column, Row } from '../../layout/item.ts';
import type {
  ColumnFragment,
  ColumnStart,
  HangingStart,
  RowFragment,
  RowStart,
} from '../fragment.ts';
import { REFUSE } from './ask.ts';
import type { Ask, Fit, PageContext } from './ask.ts';
import { fitColumn } from './column.ts';
import { fitRow } from './row.ts';

/**
 * What hangs out of a box that has ended goes on at the top of the page, beside what follows the box, until its content
 * ends (CSS Fragmentation 3, section 4). It takes no height, and the box has no edges and nothing to repeat any more.
 */
export function fitHanging(page: PageContext, ask: Ask<Column | Row, HangingStart>): Fit {
  const answer = fitContent({ ...page, waived: { ...page.waived, spaces: true } }, ask);
  if (answer.kind === 'refuse') return REFUSE;
  const { pieces, overlays } = answer.fragment;
  const beyond = answer.kind === 'cut' ? hanging(answer.rest) : answer.beyond;
  return {
    kind: 'whole',
    fragment: { kind: 'hanging', item: ask.item, height: 0, pieces, overlays },
    beyond,
  };
}

/** What is left of a content whose box has ended. */
export function hanging(content: ColumnStart | RowStart): HangingStart {
  return { kind: 'hanging', content };
}

function fitContent(
  page: PageContext,
  ask: Ask<Column | Row, HangingStart>,
): Fit<ColumnFragment, ColumnStart> | Fit<RowFragment, RowStart> {
  const { item } = ask;
  const { content } = ask.start ?? {};
  const room = Math.max(ask.endRoom, ask.cutRoom);
  const question = { ...ask, endRoom: room, cutRoom: room, guarded: false };
  if (item.kind === 'column' && content?.kind === 'column')
    return fitColumn(page, { ...question, item, start: content });
  if (item.kind === 'row' && content?.kind === 'row')
    return fitRow(page, { ...question, item, start: content });
  return REFUSE;
}
