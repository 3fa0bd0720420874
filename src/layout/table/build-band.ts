import { backgroundOf } from '../decoration.ts';
import type { DocumentContext } from '../document.ts';
import { groupOf, layerOf } from '../effects.ts';
import type { Cell, Item, ItemMark, Overlay, Row } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { borderMarks } from './border-marks.ts';
import { cellItem } from './cell-item.ts';
import { isOnBaseline, type Band } from './measure-band.ts';
import type { Tracks } from './measure-cell.ts';
import type { GridRow } from './table-grid.ts';

const NO_BREAKS = { before: 'auto', after: 'auto', inside: 'auto' } as const;
const NO_OVERLAYS: readonly Overlay[] = [];
const NO_MARKS: readonly ItemMark[] = [];

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

/** The first row's shared baseline, or the lowest bottom of its cells' content (CSS 2.1, section 17.5.3). */
function baselineOf({ rows, cells, heights, ascents }: Band): number | null {
  const first = cells.filter(({ cell }) => cell.row === rows[0]?.index);
  if (first.length === 0) return null;
  if (first.some(isOnBaseline)) return ascents[0] ?? null;
  return first.reduce((most, { edges }) => Math.max(most, (heights[0] ?? 0) - edges.bottom), 0);
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
    baseline: baselineOf(band),
    name: nameOf(first.box),
    cells: [...stripes, ...cellsOf(band, tops, tracks, document), ...holder(band, height, width)],
    marks: marksOf(band, tops, tracks),
    amounts: amountsOf(band),
  };
}
