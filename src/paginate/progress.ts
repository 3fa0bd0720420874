import type { RowStart, Start } from './fragment.ts';

/** Whether a page has brought the document further: guards the loop over pages. */
export function hasAdvanced(before: Start | null, after: Start): boolean {
  if (before === null || before.kind !== after.kind) return true;
  if (before.kind === 'row') return after.kind === 'row' && hasRowAdvanced(before, after);
  if (after.kind === 'row' || after.index !== before.index)
    return after.kind === 'row' || after.index > before.index;
  return after.child !== null && hasAdvanced(before.child, after.child);
}

function hasRowAdvanced(before: RowStart, after: RowStart): boolean {
  if (after.cells.length < before.cells.length) return true;
  const old = new Map(before.cells.map((rest) => [rest.cell, rest.start]));
  return after.cells.some(
    ({ cell, start }) => start !== null && hasAdvanced(old.get(cell) ?? null, start),
  );
}
