import type { ColumnStart, RestUnit, RowStart, Start } from './fragment.ts';

/** Whether a page has brought the document further: guards the loop over pages. */
export function hasAdvanced(before: Start | null, after: Start): boolean {
  if (before === null || before.kind !== after.kind) return true;
  if (before.kind === 'hanging')
    return after.kind === 'hanging' && hasAdvanced(before.content, after.content);
  if (before.kind === 'row') return after.kind === 'row' && hasRowAdvanced(before, after);
  return after.kind === 'column' && hasColumnAdvanced(before, after);
}

function hasColumnAdvanced(before: ColumnStart, after: ColumnStart): boolean {
  if (after.index !== before.index) return after.index > before.index;
  if (after.child !== null && hasAdvanced(before.child, after.child)) return true;
  if (after.overlays.length > 0 && (after.left ?? 0) < (before.left ?? 0)) return true;
  return before.beside.length > 0 && hasMoreEnded(before.beside, after.beside);
}

/** Whether less hangs out of the units that have ended. */
function hasMoreEnded(before: readonly RestUnit[], after: readonly RestUnit[]): boolean {
  return before.some((old) => {
    const rest = after.find(({ index }) => index === old.index);
    return rest === undefined || hasAdvanced(old.start, rest.start);
  });
}

function hasRowAdvanced(before: RowStart, after: RowStart): boolean {
  if (after.cells.length < before.cells.length) return true;
  const old = new Map(before.cells.map((rest) => [rest.cell, rest.start]));
  return after.cells.some(
    ({ cell, start }) => start !== null && hasAdvanced(old.get(cell) ?? null, start),
  );
}
