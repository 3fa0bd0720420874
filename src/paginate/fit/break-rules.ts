import { breakBetween } from '../break-values.ts';
import type { Ask, PageContext } from './ask.ts';
import type { Bay } from './bay.ts';
import type { Column } from '../../layout/item.ts';
import type { ColumnStart } from '../fragment.ts';

/** Whether an unforced break may come before a unit of a column (CSS Fragmentation 3, section 4.4, with our rule for heads). */
export function mayBreakBefore(
  page: PageContext,
  ask: Ask<Column, ColumnStart>,
  bay: Bay,
  index: number,
): boolean {
  return (
    ruleOfHeads(page, bay, index) &&
    (page.waived.chains || rule1(bay, index)) &&
    (page.waived.insides || !ask.guarded) &&
    (page.waived.lines || rule3(ask.item, bay, index))
  );
}

/** Rule 1: neither `break-after` above nor `break-before` below forbids the break. */
function rule1(bay: Bay, index: number): boolean {
  const above = bay.units[index - 1];
  const below = bay.units[index];
  return (
    above === undefined || below === undefined || breakBetween(above.item, below.item) !== 'avoid'
  );
}

/** Rule 3: enough lines stand before the break and after it. */
function rule3(column: Column, bay: Bay, index: number): boolean {
  return index >= column.orphans && bay.units.length - index >= column.widows;
}

/** A head never stands without a row beneath it; a foot stands without a row above it only where nothing else helps. */
function ruleOfHeads(page: PageContext, bay: Bay, index: number): boolean {
  if (bay.repeat === null) return true;
  const afterHead = bay.repeat.hasHead && index === 1;
  const beforeFoot = bay.repeat.hasFoot && index === bay.units.length - 1;
  return (!afterHead || page.waived.spaces) && (!beforeFoot || page.waived.insides);
}
