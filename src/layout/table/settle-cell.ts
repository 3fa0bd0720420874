import type { DocumentContext } from '../document.ts';
import { cellStack, leansOnHeight } from './cell-content.ts';
import { stackCell, type MeasuredCell, type Tracks } from './measure-cell.ts';

/** How far apart two heights are taken for the same one, px. */
const SAME = 1 / 64;

/**
 * The content of a cell whose height is settled, measured once more where heights in it are percentages of that: as in
 * browsers, where the cell or its table asks for a height (CSS Tables 3, section 3.10).
 */
export function settleCell(
  measured: MeasuredCell,
  height: number,
  tracks: Tracks,
  document: DocumentContext,
): MeasuredCell {
  const { cell, frame } = measured;
  if (measured.kind === 'lines' || !leansOnHeight(cell.box, frame, tracks)) return measured;
  // Browsers take what they have measured where the cell has become no higher than that.
  if (frame.given === null && height - measured.natural < SAME) return measured;
  const { edges, container } = frame;
  const space = { ...container.space, height: Math.max(0, height - edges.top - edges.bottom) };
  const stack = cellStack(cell.box, { ...container, space }, document);
  return { ...stackCell(cell, frame, stack), height: measured.height, ascent: measured.ascent };
}
