import type { TableBox } from '../../box/box.ts';
import type { Size } from '../../geometry.ts';
import { propagateBreaks } from '../block/propagate-breaks.ts';
import type { Space } from '../context.ts';
import { backgroundOf, decorationOf } from '../decoration.ts';
import type { DocumentContext, Settled } from '../document.ts';
import { breaksOf, groupOf, layerOf } from '../effects.ts';
import { finishItem } from '../finish-item.ts';
import type { Column, Decoration, Item, ItemMark, Overlay, Stacked } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { firstBaseline, heightOf } from '../plain-column.ts';
import type { UsedEdges } from '../used-edges.ts';
import { clampHeight, specifiedHeight } from '../used-size.ts';
import { growBands } from './grow-bands.ts';
import { settleTracks, type Tracks } from './measure-cell.ts';
import {
  bodyRows,
  measureGroup,
  repeatedRows,
  type MeasuredGroup,
  type RowSource,
} from './row-groups.ts';
import { tableEdges, tableModel, type TableModel } from './table-model.ts';
import { columnWidths } from './table-widths.ts';
import { withCaption } from './with-caption.ts';

const NO_OVERLAYS: readonly Overlay[] = [];
const NO_MARKS: readonly ItemMark[] = [];

/** The table box around its rows. */
interface Frame {
  readonly edges: UsedEdges;
  /** Left edge of the rows. */
  readonly x: number;
  readonly width: number;
}

/** Rows as they go into the table's column: head first, then bodies. */
interface Parts {
  readonly head: Column | null;
  readonly rows: readonly Stacked[];
  readonly foot: Column | null;
}

/** Rows of the bodies one beneath another; without any, the footer's rows stand among them. */
function bodiesOf(
  bodies: readonly RowSource[],
  x: number,
  tracks: Tracks,
  document: DocumentContext,
): Stacked[] {
  const rows: Stacked[] = [];
  for (const measured of bodies) {
    let gap = rows.length > 0 ? tracks.model.spacing.y : 0;
    for (const row of bodyRows(measured, tracks, document)) {
      const isPlaced = row.x === x && gap === 0;
      rows.push(isPlaced ? row : { x, gap: row.gap + gap, item: row.item });
      gap = 0;
    }
  }
  return rows;
}

function partsOf(
  groups: readonly RowSource[],
  x: number,
  tracks: Tracks,
  document: DocumentContext,
): Parts {
  const filled = groups.filter(({ group }) => group.rows.length > 0);
  const headGroup = filled.find(({ group }) => group.box.group === 'head');
  const last = filled.find(({ group }) => group.box.group === 'foot');
  const isAlone = headGroup === undefined && filled.every((each) => each === last);
  const footGroup = isAlone ? undefined : last;
  const bodies = filled.filter((each) => each !== headGroup && each !== footGroup);
  const head = headGroup ? repeatedRows(headGroup, tracks, document) : null;
  const rows = bodiesOf(bodies, x, tracks, document);
  const foot = footGroup ? repeatedRows(footGroup, tracks, document) : null;
  return { head, rows: head ? [{ x, gap: 0, item: head }, ...rows] : rows, foot };
}

/** What the grid is high: all rows, the spacing between and around them. */
function gridHeight(groups: readonly MeasuredGroup[], spacing: number): number {
  let height = spacing;
  for (const { bands } of groups) {
    for (const { heights } of bands) for (const row of heights) height += row + spacing;
  }
  return height;
}

function decoration(
  { box, edges }: TableModel,
  size: Size,
  document: DocumentContext,
): Decoration | null {
  return edges === null
    ? decorationOf(box.style, size, document.caches.decorations)
    : backgroundOf(box.style);
}

function tableItem(parts: Parts, frame: Frame, tracks: Tracks, document: DocumentContext): Column {
  const { model } = tracks;
  const { style } = model.box;
  const { breaks, children } = parts.head
    ? { breaks: breaksOf(style), children: parts.rows }
    : propagateBreaks(style, parts.rows);
  const { width } = frame;
  const top = frame.edges.top + model.spacing.y;
  const bottom = frame.edges.bottom + model.spacing.y;
  const height = top + heightOf(children) + (parts.foot?.height ?? 0) + bottom;
  const size = { width, height };
  const baseline = firstBaseline(children);
  return {
    kind: 'column',
    width,
    height,
    breaks,
    decoration: decoration(model, size, document),
    overlays: NO_OVERLAYS,
    group: groupOf(style, size),
    layer: layerOf(style),
    baseline: baseline === null ? null : top + baseline,
    name: nameOf(model.box),
    children,
    top,
    bottom,
    slack: 0,
    isSet: false,
    marks: NO_MARKS,
    head: parts.head,
    foot: parts.foot,
    orphans: 1,
    widows: 1,
    cut: style.boxDecorationBreak,
  };
}

/** Height of the table's border box that `height` asks for, or the parent. */
function wantedHeight(model: TableModel, edges: UsedEdges, space: Space, settled: Settled): number {
  const { style } = model.box;
  const given = settled.height ?? specifiedHeight(style, edges, space.height) ?? 0;
  return clampHeight(given, style, edges, space.height);
}

/** The rows of all groups; where the table has to be of a height, measured and grown to it. */
function sourcesOf(
  tracks: Tracks,
  wanted: number,
  document: DocumentContext,
): readonly RowSource[] {
  const { grid, spacing } = tracks.model;
  if (wanted <= 0) return grid.groups.map((group) => ({ group, bands: null }));
  const measured = grid.groups.map((group) => measureGroup(group, tracks, document));
  return growBands(measured, wanted - gridHeight(measured, spacing.y));
}

/** Measure a table at a settled width (CSS 2.1, chapter 17). */
export function layoutTable(
  box: TableBox,
  space: Space,
  settled: Settled,
  document: DocumentContext,
): Item {
  const model = tableModel(box, document);
  const edges = tableEdges(model, space.width);
  const inner = Math.max(0, settled.width - edges.left - edges.right);
  const tracks = settleTracks(model, columnWidths(model, inner), inner);
  const frame = { edges, x: edges.left + model.spacing.x, width: settled.width };
  const wanted = wantedHeight(model, edges, space, settled) - edges.top - edges.bottom;
  const groups = sourcesOf(tracks, wanted, document);
  const table = tableItem(partsOf(groups, frame.x, tracks, document), frame, tracks, document);
  return finishItem(box, withCaption(box, table, document), space, document);
}
