import type { Item } from '../../layout/item.ts';
import type { ColumnStart, RowStart, Start } from '../fragment.ts';
import { reach, wholeHeight } from '../survey.ts';
import { fitsIn } from '../tolerance.ts';
import { REFUSE } from './ask.ts';
import type { Ask, Fit, PageContext } from './ask.ts';
import { fitColumn } from './column.ts';
import { fitHanging } from './hanging.ts';
import { fitLeaf } from './leaf.ts';
import { fitOverfull, isOverfull } from './overfull.ts';
import { fitRow } from './row.ts';

/** Decide how much of an item stands on the page: heights are compared, nothing is measured. */
export function fit(page: PageContext, ask: Ask): Fit {
  if (ask.start !== null || page.survey.forced.has(ask.item)) return fitParts(page, ask);
  if (page.survey.blank.has(ask.item)) return fitBlank(page, ask);
  const height = wholeHeight(page.survey, ask.item);
  if (fitsIn(reach(page.survey, ask.item), ask.endRoom)) return whole(ask.item, height);
  return isKept(page, ask) ? REFUSE : fitParts(page, ask);
}

function fitParts(page: PageContext, ask: Ask): Fit {
  const { item, start } = ask;
  if (item.kind === 'leaf' || item.kind === 'flat-row') return fitLeaf(page, ask);
  if (start?.kind === 'hanging') return fitHanging(page, { ...ask, item, start });
  switch (item.kind) {
    case 'column': {
      const question = { ...ask, item, start: columnStart(start), guarded: isKept(page, ask) };
      return isOverfull(item) ? fitOverfull(page, question) : fitColumn(page, question);
    }
    case 'row':
      return fitRow(page, { ...ask, item, start: rowStart(ask.start), guarded: isKept(page, ask) });
  }
}

/** What paints nothing never needs another page; the room that it would take is cut like a margin (section 5.2). */
function fitBlank(page: PageContext, ask: Ask): Fit {
  if (ask.endRoom === Number.NEGATIVE_INFINITY) return REFUSE;
  const dropped = page.waived.spaces && ask.atTop;
  const room = Math.max(0, ask.endRoom);
  return whole(ask.item, dropped ? 0 : Math.min(wholeHeight(page.survey, ask.item), room));
}

/** Whether rules 2 and 4 forbid unforced breaks inside the item. */
function isKept(page: PageContext, ask: Ask): boolean {
  if (page.waived.insides) return false;
  if (ask.guarded) return true;
  const hopeless = page.waived.lines && wholeHeight(page.survey, ask.item) > page.tallest;
  return ask.item.breaks.inside === 'avoid' && !hopeless;
}

function whole(item: Item, height: number): Fit {
  return { kind: 'whole', fragment: { kind: 'whole', item, height }, beyond: null };
}

function columnStart(start: Start | null): ColumnStart | null {
  return start?.kind === 'column' ? start : null;
}

function rowStart(start: Start | null): RowStart | null {
  return start?.kind === 'row' ? start : null;
}
