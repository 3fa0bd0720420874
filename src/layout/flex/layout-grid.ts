import type { Box, GridBox } from '../../box/box.ts';
import type { GridLine, Style } from '../../style/style.ts';
import type { IntrinsicWidths, Space } from '../context.ts';
import type { DocumentContext, Settled } from '../document.ts';
import { measureContent } from '../intrinsic-widths.ts';
import type { Item, ItemName } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { lowered, rowDrops } from './baselines.ts';
import { containerItem, isStacked, rowOf, type Placed } from './container-item.ts';
import { containerStyle, frameContainer, type ContainerFrame } from './container-style.ts';
import { hasPercent, withoutPercent } from './grid-percent.ts';
import { areasOf, heldLine, heldTracks, tracksOf, type Area } from './grid-tracks.ts';
import { edgesOf, finalItem, itemsInOrder, participantOf, selfAlignment } from './participants.ts';
import {
  Display,
  GridAutoFlow,
  solve,
  type Columns,
  type GridPlacement,
  type Participant,
  type Solution,
  type StylePropertyValues,
  type TrackSizing,
} from './taffy.ts';

const FLOWS: Record<Style['gridAutoFlow'], GridAutoFlow> = {
  row: GridAutoFlow.Row,
  column: GridAutoFlow.Column,
  'row dense': GridAutoFlow.RowDense,
  'column dense': GridAutoFlow.ColumnDense,
};

function linePlacement(
  line: GridLine,
  areas: ReadonlyMap<string, Area>,
  side: keyof Area,
): GridPlacement {
  if (line === 'auto') return 'auto';
  switch (line.kind) {
    case 'line':
      return line.line === 0 ? 'auto' : heldLine(line.line);
    case 'span':
      return { span: Math.max(1, heldLine(line.span)) };
    case 'area':
      return areas.get(line.name)?.[side] ?? 'auto';
  }
}

function placementOf(box: Box, areas: ReadonlyMap<string, Area>): StylePropertyValues {
  if (box.kind === 'inline-flow') return {};
  const { style } = box;
  const alignSelf = selfAlignment(style.alignSelf);
  const justifySelf = selfAlignment(style.justifySelf);
  return {
    gridRowStart: linePlacement(style.gridRowStart, areas, 'rowStart'),
    gridRowEnd: linePlacement(style.gridRowEnd, areas, 'rowEnd'),
    gridColumnStart: linePlacement(style.gridColumnStart, areas, 'columnStart'),
    gridColumnEnd: linePlacement(style.gridColumnEnd, areas, 'columnEnd'),
    ...(alignSelf === undefined ? {} : { alignSelf }),
    ...(justifySelf === undefined ? {} : { justifySelf }),
  };
}

/** Tracks and flow; percentages of an unknown size count as auto. */
function gridStyle(
  { style }: GridBox,
  width: number | null,
  height: number | null,
): StylePropertyValues {
  const { gridTemplateAreas: areas } = style;
  const across = areas.reduce((most, names) => Math.max(most, names.length), 0);
  return {
    display: Display.Grid,
    gridTemplateColumns: tracksOf(style.gridTemplateColumns, style.gridAutoColumns, across, width),
    gridTemplateRows: tracksOf(style.gridTemplateRows, style.gridAutoRows, areas.length, height),
    gridAutoColumns: tracksOf(style.gridAutoColumns, [], 0, width),
    gridAutoRows: tracksOf(style.gridAutoRows, [], 0, height),
    gridAutoFlow: FLOWS[style.gridAutoFlow],
  };
}

/** Items that overlap from top to bottom stand in one row; a page may end between rows. */
function rowsOf(placed: readonly Placed[], name: ItemName, width: number): readonly Placed[] {
  const rows: Placed[][] = [];
  let bottom = -Infinity;
  for (const each of placed.toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1);
    if (row && each.y < bottom - 0.01) row.push(each);
    else rows.push([each]);
    bottom = Math.max(bottom, each.y + each.item.height);
  }
  const order = new Map(placed.map((each, index) => [each, index]));
  const inOrder = (row: Placed[]): Placed[] =>
    row.toSorted((one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  const items = rows.map((row) => rowOf(inOrder(row), name, width));
  return isStacked(items) ? items : [rowOf(placed, name, width)];
}

/** A grid on its way to Taffy. */
interface Grid {
  readonly box: GridBox;
  readonly items: readonly Box[];
  readonly frame: ContainerFrame;
  readonly style: StylePropertyValues;
}

function firstRun(grid: Grid, drops: readonly number[], document: DocumentContext): Solution {
  const areas = areasOf(grid.box);
  const space: Space = { width: 0, height: null };
  const items = grid.items.map((item, index) => {
    const placement = placementOf(item, areas);
    const participant = hasPercent(item)
      ? participantOf(item, { ...placement, ...withoutPercent(item) }, space, document)
      : participantOf(item, placement, grid.frame.space, document);
    return lowered(participant, drops[index] ?? 0);
  });
  return solve({ style: grid.style, items, width: grid.frame.space.width });
}

/** Width of the area of each item. */
function areaWidths({ sizes, gutters, spans }: Columns): readonly number[] {
  return spans.map(({ from, until }) => {
    let width = 0;
    for (let index = from; index < until; index++) {
      width += (sizes[index] ?? 0) + (index > from ? (gutters[index] ?? 0) : 0);
    }
    return width;
  });
}

/** Run once more with the columns as they are, now that percentages of the areas can be told. */
function secondRun(
  grid: Grid,
  columns: Columns,
  drops: readonly number[],
  document: DocumentContext,
): Solution {
  const { sizes, before, explicit } = columns;
  const px = (list: readonly number[]): TrackSizing[] =>
    list.map((size) => ({ min: size, max: size }));
  const style: StylePropertyValues = {
    ...grid.style,
    gridTemplateColumns: px(sizes.slice(before, before + explicit)),
    gridAutoColumns: px(sizes.slice(before + explicit)),
  };
  const areas = areasOf(grid.box);
  const widths = areaWidths(columns);
  const items = grid.items.map((item, index) =>
    lowered(
      participantOf(item, placementOf(item, areas), areaSpace(widths[index]), document),
      drops[index] ?? 0,
    ),
  );
  return solve({ style, items, width: grid.frame.space.width });
}

function areaSpace(width: number | undefined): Space {
  return { width: width ?? 0, height: null };
}

/** A grid whose `fit-content()` columns are held to their limits, where they grew beyond. */
function heldGrid(grid: Grid, { columns }: Solution): Grid {
  const given = grid.box.style.gridTemplateColumns;
  const tracks = grid.style.gridTemplateColumns;
  if (!columns || !tracks || !given.some(({ kind }) => kind === 'fit-content')) return grid;
  const widths = columns.sizes.slice(columns.before);
  const known = tracks.filter((track): track is TrackSizing => 'min' in track);
  const held = heldTracks(known, given, widths, grid.frame.space.width);
  return { ...grid, style: { ...grid.style, gridTemplateColumns: [...held] } };
}

function runGrid(grid: Grid, drops: readonly number[], document: DocumentContext): Solution {
  const first = firstRun(grid, drops, document);
  const again = first.columns !== null && grid.items.some(hasPercent);
  if (!again || !first.columns) return first;
  return { ...secondRun(grid, first.columns, drops, document), columns: first.columns };
}

function place(grid: Grid, solution: Solution, document: DocumentContext): readonly Placed[] {
  const widths = solution.columns ? areaWidths(solution.columns) : [];
  return grid.items.map((item, index) => {
    const rect = solution.places[index] ?? { x: 0, y: 0, width: 0, height: 0 };
    const area = hasPercent(item) ? areaSpace(widths[index]) : grid.frame.space;
    return { x: rect.x, y: rect.y, item: finalItem(item, area, rect, document) };
  });
}

/** Run, and run again where limits of columns or baselines of rows are known only then. */
function placeItems(
  grid: Grid,
  document: DocumentContext,
): { readonly items: readonly Placed[]; readonly height: number } {
  const first = runGrid(grid, [], document);
  const held = heldGrid(grid, first);
  const wide = held === grid ? first : runGrid(held, [], document);
  const items = place(held, wide, document);
  const drops = rowDrops(held.items, held.box.style, items, wide.columns?.rows ?? []);
  if (!drops.some((drop) => drop > 0)) return { items, height: wide.size.height };
  const last = runGrid(held, drops, document);
  return { items: place(held, last, document), height: last.size.height };
}

/** Measure a grid container at a settled width (CSS Grid 1, section 11). */
export function layoutGrid(
  box: GridBox,
  space: Space,
  settled: Settled,
  document: DocumentContext,
): Item {
  const frame = frameContainer(box, space, settled, document);
  const { width, height } = frame.space;
  const style = { ...containerStyle(box.style, frame), ...gridStyle(box, width, height) };
  const grid: Grid = { box, items: itemsInOrder(box.children), frame, style };
  const placed = placeItems(grid, document);
  const rows = placed.items.length === 0 ? [] : rowsOf(placed.items, nameOf(box), width);
  return containerItem(box, { placed: rows, height: placed.height, frame }, space, document);
}

/** Min-content and max-content width of a grid's content: its tracks at these widths. */
export function gridContentWidths(box: GridBox, document: DocumentContext): IntrinsicWidths {
  const space: Space = { width: 0, height: null };
  const children = itemsInOrder(box.children);
  const areas = areasOf(box);
  const items = children.map((child) => ({
    style: participantOf(
      child,
      { ...placementOf(child, areas), ...withoutPercent(child) },
      space,
      document,
    ).style,
    measure: widthsOnly(child, document),
  }));
  const { columnGap } = box.style;
  const style = { ...gridStyle(box, null, null), columnGap: columnGap.px };
  const width = (available: 'min-content' | 'max-content'): number =>
    solve({ style, items, width: available }).size.width;
  return { min: width('min-content'), max: width('max-content') };
}

/** Widths alone; the heights of items do not change the columns. */
function widthsOnly(box: Box, document: DocumentContext): Participant['measure'] {
  const edges = edgesOf(box, { width: 0, height: null }, document);
  return (known, available) => {
    const widths = measureContent(box, document);
    const width = known.width ?? (available.width === 'min-content' ? widths.min : widths.max);
    return { width: Math.max(0, width - edges.left - edges.right), height: known.height ?? 0 };
  };
}
