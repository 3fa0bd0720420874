import { propagateBreaks } from '../block/propagate-breaks.ts';
import { backgroundOf } from '../decoration.ts';
import type { DocumentContext } from '../document.ts';
import { breaksOf, groupOf, layerOf } from '../effects.ts';
import type { Breaks, Column, ItemMark, Overlay, Stacked } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { firstBaseline, heightOf, plainColumn } from '../plain-column.ts';
import { buildBand } from './build-band.ts';
import { bandsOf, measureBand, type Band } from './measure-band.ts';
import type { Tracks } from './measure-cell.ts';
import type { GridGroup } from './table-grid.ts';

/** A row group with its rows: measured already, or else when their items are made. */
export interface RowSource {
  readonly group: GridGroup;
  readonly bands: readonly Band[] | null;
}

/** A row group with its rows measured. */
export interface MeasuredGroup extends RowSource {
  readonly bands: readonly Band[];
}

/** Measure the rows of a group. */
export function measureGroup(
  group: GridGroup,
  tracks: Tracks,
  document: DocumentContext,
): MeasuredGroup {
  const bands = Array.from(bandsOf(group.rows), (rows) => measureBand(rows, tracks, document));
  return { group, bands };
}

/** Rows of a group one beneath another; `x` is their left edge. */
function stackRows(
  { group, bands }: RowSource,
  tracks: Tracks,
  document: DocumentContext,
): Stacked[] {
  const rows: Stacked[] = [];
  const add = (band: Band): void => {
    const item = buildBand(band, tracks, document);
    if (item) rows.push({ x: 0, gap: rows.length === 0 ? 0 : tracks.model.spacing.y, item });
  };
  if (bands !== null) bands.forEach(add);
  // Each measured row is let go of once it is an item: long tables never have all of them at once.
  else for (const each of bandsOf(group.rows)) add(measureBand(each, tracks, document));
  return rows;
}

const NO_OVERLAYS: readonly Overlay[] = [];
const NO_MARKS: readonly ItemMark[] = [];

/** The row group as one item, as wide as the rows; `isKept`: no page ends in it. */
function groupItem(
  measured: RowSource,
  isKept: boolean,
  tracks: Tracks,
  document: DocumentContext,
): Column {
  const { box } = measured.group;
  const { style } = box;
  const { breaks, children } = propagateBreaks(style, stackRows(measured, tracks, document));
  const { width } = tracks;
  const height = heightOf(children);
  return {
    kind: 'column',
    width,
    height,
    breaks: isKept ? keptTogether(breaks) : breaks,
    decoration: backgroundOf(style),
    overlays: NO_OVERLAYS,
    group: groupOf(style, { width, height }),
    layer: layerOf(style),
    baseline: firstBaseline(children),
    name: nameOf(box),
    children,
    top: 0,
    bottom: 0,
    slack: 0,
    isSet: false,
    marks: NO_MARKS,
    head: null,
    foot: null,
    orphans: 1,
    widows: 1,
    cut: 'slice',
  };
}

function keptTogether({ before, after }: Breaks): Breaks {
  return { before, after, inside: 'avoid' };
}

/** Whether the group itself is neither seen nor heeded: its rows then stand in the table directly. */
function isPlain({ style }: GridGroup['box']): boolean {
  const { before, after, inside } = breaksOf(style);
  const isFree = before === 'auto' && after === 'auto' && inside === 'auto';
  return isFree && backgroundOf(style) === null && groupOf(style, { width: 0, height: 0 }) === null;
}

/** The rows of a body for the table's column. */
export function bodyRows(
  measured: RowSource,
  tracks: Tracks,
  document: DocumentContext,
): readonly Stacked[] {
  if (measured.group.rows.length === 0) return [];
  if (isPlain(measured.group.box)) return stackRows(measured, tracks, document);
  return [{ x: 0, gap: 0, item: groupItem(measured, false, tracks, document) }];
}

/**
 * Header or footer rows as one item that can come again on each page: a header keeps the spacing below it, a footer the
 * spacing above it.
 */
export function repeatedRows(
  measured: RowSource,
  tracks: Tracks,
  document: DocumentContext,
): Column {
  const spacing = tracks.model.spacing.y;
  const item = groupItem(measured, spacing === 0, tracks, document);
  if (spacing === 0) return item;
  const isHead = measured.group.box.group === 'head';
  const wrapper = plainColumn(item.name, item.width, [{ x: 0, gap: 0, item }]);
  return {
    ...wrapper,
    breaks: keptTogether(item.breaks),
    height: wrapper.height + spacing,
    top: isHead ? 0 : spacing,
    bottom: isHead ? spacing : 0,
    baseline: wrapper.baseline === null ? null : wrapper.baseline + (isHead ? 0 : spacing),
  };
}
