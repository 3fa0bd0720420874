import { MOST_KEPT_ROWS } from '../../box/box.ts';
import type { Rect, Size } from '../../geometry.ts';
import { backgroundOf } from '../decoration.ts';
import type { DocumentContext } from '../document.ts';
import { groupOf, layerOf } from '../effects.ts';
import type { Cell, Decoration, FlatRow, ItemMark, ItemName, Leaf, Overlay, Row } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { borderMarks } from './border-marks.ts';
import { cellItem, MAX_UNCUT, type Slot } from './cell-item.ts';
import { flatMarks, isFlatBand } from './flat-row.ts';
import { amountsOf, RemeasuredRow, rowBreaks } from './remeasured-row.ts';
import type { Band } from './measure-band.ts';
import type { MeasuredCell, Tracks } from './measure-cell.ts';
import type { GridRow } from './table-grid.ts';

const NO_BREAKS = { before: 'auto', after: 'auto', inside: 'auto' } as const;
const NO_OVERLAYS: readonly Overlay[] = [];
const NO_MARKS: readonly ItemMark[] = [];
const ALL_SIDES = { top: true, right: true, bottom: true, left: true };

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

/** A cell with its place and height in the band. */
interface PlacedCell {
  readonly measured: MeasuredCell;
  readonly y: number;
  readonly slot: Slot;
}

/** A band whose rows have their tops. */
interface Settled {
  readonly band: Band;
  readonly tops: readonly number[];
  readonly height: number;
  /** Names the first row. */
  readonly name: ItemName;
  /** Whether backgrounds are painted with the collapsed borders, which lie on them; else each cell paints its own. */
  readonly isPainted: boolean;
}

function placeCells({ band, tops, isPainted, name }: Settled): readonly PlacedCell[] {
  const first = band.rows[0]?.index ?? 0;
  if (band.rows.length === 1) {
    const slot = { height: band.heights[0] ?? 0, ascent: band.ascents[0] ?? 0, name, isPainted };
    return band.cells.map((measured) => ({ measured, y: 0, slot }));
  }
  return band.cells.map((measured) => {
    const index = measured.cell.row - first;
    const last = index + measured.cell.rows - 1;
    const y = tops[index] ?? 0;
    const height = (tops[last] ?? 0) + (band.heights[last] ?? 0) - y;
    return { measured, y, slot: { height, ascent: band.ascents[index] ?? 0, name, isPainted } };
  });
}

/** A background within the band. */
interface Stripe extends Rect {
  readonly decoration: Decoration;
}

/** Backgrounds of rows that share a band; the background of a single row is the band's own. */
function stripesOf({ band, tops }: Settled, width: number): readonly Stripe[] {
  if (band.rows.length === 1) return [];
  return band.rows.flatMap((row, index) => {
    const decoration = backgroundOf(row.box.style);
    const place = { x: 0, y: tops[index] ?? 0, width, height: band.heights[index] ?? 0 };
    return decoration ? [{ ...place, decoration }] : [];
  });
}

function stripeCell({ x, y, width, height, decoration }: Stripe, name: ItemName): Cell {
  return { x, y, item: plainLeaf({ width, height }, decoration, name) };
}

function stripeMark({ x, y, width, height, decoration }: Stripe): ItemMark {
  return { x, y, mark: { kind: 'rect', width, height, decoration, sides: ALL_SIDES } };
}

function cellStripe({ measured, y, slot }: PlacedCell): readonly Stripe[] {
  const decoration = backgroundOf(measured.cell.box.style);
  const { x, width } = measured.frame;
  return decoration ? [{ x, y, width, height: slot.height, decoration }] : [];
}

function plainLeaf(size: Size, decoration: Decoration | null, name: ItemName): Leaf {
  return {
    kind: 'leaf',
    width: size.width,
    height: size.height,
    breaks: NO_BREAKS,
    decoration,
    overlays: NO_OVERLAYS,
    group: null,
    layer: 0,
    baseline: null,
    name,
    marks: NO_MARKS,
  };
}

/** Backgrounds beneath the collapsed borders, and these. */
function marksOf(
  settled: Settled,
  cells: readonly PlacedCell[],
  tracks: Tracks,
): readonly ItemMark[] {
  if (tracks.model.edges === null) return NO_MARKS;
  const { band, tops, isPainted } = settled;
  const stripes = isPainted
    ? [...stripesOf(settled, tracks.width), ...cells.flatMap(cellStripe)]
    : [];
  const lines = band.rows.flatMap((row, index) =>
    borderMarks(row, tracks, tops[index] ?? 0, band.heights[index] ?? 0),
  );
  return [...stripes.map(stripeMark), ...lines];
}

/** Items of the band: backgrounds that are not painted otherwise, then cells; an empty row is held open by an empty item. */
function itemsOf(
  settled: Settled,
  cells: readonly PlacedCell[],
  tracks: Tracks,
  document: DocumentContext,
): readonly Cell[] {
  const { height, isPainted, name } = settled;
  if (cells.length === 0)
    return [{ x: 0, y: 0, item: plainLeaf({ width: tracks.width, height }, null, name) }];
  const items = cells.map(({ measured, y, slot }) => ({
    x: measured.frame.x,
    y,
    item: cellItem(measured, slot, tracks, document),
  }));
  const stripes = isPainted ? [] : stripesOf(settled, tracks.width);
  return stripes.length === 0
    ? items
    : [...stripes.map((each) => stripeCell(each, name)), ...items];
}

/** The first row's shared baseline, or the lowest bottom of its cells' content (CSS 2.1, section 17.5.3). */
function baselineOf({ rows, cells, heights, ascents }: Band): number | null {
  const first = rows[0]?.index;
  let lowest: number | null = null;
  for (const { cell, frame } of cells) {
    if (cell.row !== first) continue;
    if (frame.isOnBaseline) return ascents[0] ?? null;
    lowest = Math.max(lowest ?? 0, (heights[0] ?? 0) - frame.edges.bottom);
  }
  return lowest;
}

function settle(band: Band, first: GridRow, tracks: Tracks): Settled {
  const { tops, height } = topsOf(band, tracks.model.spacing.y);
  const isPainted = tracks.model.edges !== null && height <= MAX_UNCUT;
  return { band, tops, height, name: nameOf(first.box), isPainted };
}

/** An item of a single row; written out, because copying fields would take longer than all else. */
function flatRow(
  { height, name, band }: Settled,
  first: GridRow,
  width: number,
  marks: readonly ItemMark[],
): FlatRow {
  const { style } = first.box;
  const size = { width, height };
  return {
    kind: 'flat-row',
    width,
    height,
    breaks: rowBreaks(first, first),
    decoration: backgroundOf(style),
    overlays: NO_OVERLAYS,
    group: groupOf(style, size),
    layer: layerOf(style),
    baseline: baselineOf(band),
    name,
    amounts: amountsOf(first),
    marks: () => marks,
  };
}

function rowOf(settled: Settled, first: GridRow, tracks: Tracks, document: DocumentContext): Row {
  const { band, height, name } = settled;
  const { width } = tracks;
  const { style } = first.box;
  const isSingle = band.rows.length === 1;
  const placed = placeCells(settled);
  return {
    kind: 'row',
    width,
    height,
    breaks: rowBreaks(first, band.rows.at(-1) ?? first),
    decoration: isSingle ? backgroundOf(style) : null,
    overlays: NO_OVERLAYS,
    group: isSingle ? groupOf(style, { width, height }) : null,
    layer: isSingle ? layerOf(style) : 0,
    baseline: baselineOf(band),
    name,
    cells: itemsOf(settled, placed, tracks, document),
    marks: marksOf(settled, placed, tracks),
    amounts: isSingle ? amountsOf(first) : band.rows.flatMap(amountsOf),
  };
}

function isRemeasured({ box: { style } }: GridRow, { model, width }: Tracks): boolean {
  if (model.grid.rows <= MOST_KEPT_ROWS) return false;
  return layerOf(style) === 0 && groupOf(style, { width, height: 0 }) === null;
}

/** Make the row item of a band whose heights are settled. */
export function buildBand(
  band: Band,
  tracks: Tracks,
  document: DocumentContext,
): Row | FlatRow | null {
  const [first] = band.rows;
  if (first === undefined) return null;
  const measure = { height: band.heights[0] ?? 0, ascent: band.ascents[0] ?? 0 };
  const isFlat = isFlatBand(band, tracks, document);
  if (isFlat && isRemeasured(first, tracks))
    return new RemeasuredRow(first, { ...measure, baseline: baselineOf(band) }, tracks, document);
  const settled = settle(band, first, tracks);
  return isFlat
    ? flatRow(settled, first, tracks.width, flatMarks(band.cells, measure, tracks, document))
    : rowOf(settled, first, tracks, document);
}
