import { backgroundOf, decorationOf } from '../decoration.ts';
import type { DocumentContext } from '../document.ts';
import { groupOf, layerOf } from '../effects.ts';
import { finishItem } from '../finish-item.ts';
import type { Cell, Column, Decoration, Item, ItemMark, Overlay, Row } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { borderMarks } from './border-marks.ts';
import { isOnBaseline, type Band } from './measure-band.ts';
import type { MeasuredCell, Tracks } from './measure-cell.ts';
import type { GridRow } from './table-grid.ts';

const NO_BREAKS = { before: 'auto', after: 'auto', inside: 'auto' } as const;
const NO_OVERLAYS: readonly Overlay[] = [];
const NO_MARKS: readonly ItemMark[] = [];

/** Where a cell stands in its band, and the words that name its row. */
interface Slot {
  readonly height: number;
  /** Baseline of the row that the cell begins in. */
  readonly ascent: number;
  readonly name: string;
}

function decoration(
  { cell, width }: MeasuredCell,
  height: number,
  tracks: Tracks,
  document: DocumentContext,
): Decoration | null {
  const { style, children } = cell.box;
  if (tracks.model.edges !== null) return backgroundOf(style);
  if (style.emptyCells === 'hide' && children.length === 0) return null;
  return decorationOf(style, { width, height }, document.caches.decorations);
}

/** How far the content moves down in a cell that is taller than it (CSS 2.1, section 17.5.3). */
function shiftOf(measured: MeasuredCell, slot: Slot): number {
  if (isOnBaseline(measured)) return slot.ascent - measured.ascent;
  const free = slot.height - measured.natural;
  const { verticalAlign } = measured.cell.box.style;
  if (verticalAlign === 'bottom') return free;
  return verticalAlign === 'middle' ? free / 2 : 0;
}

function cellItem(
  measured: MeasuredCell,
  slot: Slot,
  tracks: Tracks,
  document: DocumentContext,
): Item {
  const { cell, edges, stack, width } = measured;
  const { style } = cell.box;
  const { height } = slot;
  const top = edges.top + shiftOf(measured, slot);
  const item: Column = {
    kind: 'column',
    width,
    height,
    breaks: NO_BREAKS,
    decoration: decoration(measured, height, tracks, document),
    overlays:
      stack.overlays.length === 0
        ? NO_OVERLAYS
        : stack.overlays.map((each) => ({ ...each, y: each.y + top })),
    group: groupOf(style, { width, height }),
    layer: layerOf(style),
    baseline: stack.baseline === null ? null : top + stack.baseline,
    name: slot.name,
    children: stack.children,
    top,
    bottom: edges.bottom,
    slack: height - top - stack.height - edges.bottom,
    marks: NO_MARKS,
    head: null,
    foot: null,
    orphans: stack.orphans,
    widows: stack.widows,
    cut: 'slice',
  };
  return finishItem(cell.box, item, { width: tracks.base, height: null }, document);
}

/** Tops of the rows of a band, and where it ends. */
function topsOf(
  { heights }: Band,
  gap: number,
): { readonly tops: readonly number[]; readonly height: number } {
  const tops: number[] = [];
  let next = 0;
  for (const height of heights) {
    tops.push(next);
    next += height + gap;
  }
  return { tops, height: Math.max(0, next - gap) };
}

/** The background of one of several rows, as an item behind its cells. */
function stripe(row: GridRow, width: number, height: number): Item | null {
  const background = backgroundOf(row.box.style);
  if (background === null) return null;
  const plain = {
    breaks: NO_BREAKS,
    overlays: NO_OVERLAYS,
    group: null,
    layer: 0,
    baseline: null,
    marks: NO_MARKS,
  };
  return { kind: 'leaf', width, height, decoration: background, name: nameOf(row.box), ...plain };
}

function cellsOf(
  band: Band,
  tops: readonly number[],
  tracks: Tracks,
  document: DocumentContext,
): Cell[] {
  const first = band.rows[0]?.index ?? 0;
  const name = band.rows[0] ? nameOf(band.rows[0].box) : '';
  return band.cells.map((measured) => {
    const index = measured.cell.row - first;
    const last = index + measured.cell.rows - 1;
    const y = tops[index] ?? 0;
    const height = (tops[last] ?? 0) + (band.heights[last] ?? 0) - y;
    const slot = { height, ascent: band.ascents[index] ?? 0, name };
    return { x: measured.x, y, item: cellItem(measured, slot, tracks, document) };
  });
}

function amountsOf(band: Band): Row['amounts'] {
  const amounts: Row['amounts'][number][] = [];
  for (const { cell } of band.cells) if (cell.box.amount !== null) amounts.push(cell.box.amount);
  return amounts;
}

function marksOf(band: Band, tops: readonly number[], tracks: Tracks): readonly ItemMark[] {
  if (tracks.model.edges === null) return NO_MARKS;
  return band.rows.flatMap((row, index) =>
    borderMarks(row, tracks, tops[index] ?? 0, band.heights[index] ?? 0),
  );
}

/** A row group without cells in a row has nothing that holds the row's height; an empty item does. */
function holder(band: Band, height: number, width: number): Cell[] {
  const first = band.rows[0];
  if (!first || band.cells.length > 0) return [];
  const plain = {
    breaks: NO_BREAKS,
    overlays: NO_OVERLAYS,
    group: null,
    layer: 0,
    baseline: null,
    marks: NO_MARKS,
  };
  return [
    {
      x: 0,
      y: 0,
      item: { kind: 'leaf', width, height, decoration: null, name: nameOf(first.box), ...plain },
    },
  ];
}

/** Make the row item of a band whose heights are settled. */
export function buildBand(band: Band, tracks: Tracks, document: DocumentContext): Row | null {
  const first = band.rows[0];
  const last = band.rows.at(-1);
  if (!first || !last) return null;
  const { tops, height } = topsOf(band, tracks.model.spacing.y);
  const { width } = tracks;
  const isSingle = band.rows.length === 1;
  const stripes = isSingle
    ? []
    : band.rows.flatMap((row, index) => {
        const item = stripe(row, width, band.heights[index] ?? 0);
        return item ? [{ x: 0, y: tops[index] ?? 0, item }] : [];
      });
  const style = first.box.style;
  return {
    kind: 'row',
    width,
    height,
    breaks: { before: style.breakBefore, after: last.box.style.breakAfter, inside: 'avoid' },
    decoration: isSingle ? backgroundOf(style) : null,
    overlays: NO_OVERLAYS,
    group: isSingle ? groupOf(style, { width, height }) : null,
    layer: isSingle ? layerOf(style) : 0,
    baseline: band.cells.some(isOnBaseline) ? (band.ascents[0] ?? null) : null,
    name: nameOf(first.box),
    cells: [...stripes, ...cellsOf(band, tops, tracks, document), ...holder(band, height, width)],
    marks: marksOf(band, tops, tracks),
    amounts: amountsOf(band),
  };
}
