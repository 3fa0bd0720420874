import type { Column, Item } from '../layout/item.ts';
import type { RestUnit, RowStart, Start } from './fragment.ts';
import { unitsOf } from './survey.ts';
import type { Survey } from './survey.ts';

/** Whether anything is left that can be seen: what paints nothing gets no page of its own. */
export function isAnythingLeft(survey: Survey, item: Item, start: Start | null): boolean {
  if (start === null) return !survey.blank.has(item);
  if (item.kind === 'column' && start.kind === 'column') return isUnitLeft(survey, item, start);
  if (start.kind === 'hanging') return isAnythingLeft(survey, item, start.content);
  return start.kind === 'row' && isCellLeft(survey, start);
}

function isUnitLeft(
  survey: Survey,
  column: Column,
  start: Extract<Start, { kind: 'column' }>,
): boolean {
  const units = unitsOf(survey, column);
  for (let index = start.index; index < units.length; index++) {
    const unit = units[index];
    const child = index === start.index ? start.child : null;
    if (unit !== undefined && isAnythingLeft(survey, unit.item, child)) return true;
  }
  if (start.overlays.length > 0) return true;
  return start.beside.some((rest) => isRestLeft(survey, units[rest.index]?.item, rest));
}

function isRestLeft(survey: Survey, item: Item | undefined, { start }: RestUnit): boolean {
  return item !== undefined && isAnythingLeft(survey, item, start);
}

function isCellLeft(survey: Survey, start: RowStart): boolean {
  return (
    start.overlays.length > 0 ||
    start.cells.some((rest) => isAnythingLeft(survey, rest.cell.item, rest.start))
  );
}
