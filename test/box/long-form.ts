import type { CellBox, RowBox } from '../../src/box/box.ts';
import { filled } from './print-tree.ts';

/** Rules for generated content make every row go the long way. */
export const LONG_WAY = 'i::before { content: "x" }';

/** Boxes as the long way makes them: rows with their cells, text cells filled. */
export function longForm(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(longForm);
  if (typeof part !== 'object' || part === null || !('kind' in part)) return part;
  if (part.kind === 'row') return rowForm(part as RowBox);
  const whole = part.kind === 'cell' ? filled(part as CellBox) : part;
  return Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, longForm(value)]));
}

function rowForm({ kind, style, tag, source, cells }: RowBox): unknown {
  return { kind, style, tag, source, cells: cells.map(longForm) };
}
