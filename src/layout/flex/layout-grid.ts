import type { Box, GridBox } from '../../box/box.ts';
import type { GridLine, Style } from '../../style/style.ts';
import type { IntrinsicWidths, Space } from '../context.ts';
import type { DocumentContext, Settled } from '../document.ts';
import type { Item } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { containerItem, isStacked, rowOf, type Placed } from './container-item.ts';
import { containerStyle, frameContainer } from './container-style.ts';
import { areasOf, heldLine, tracksOf, type Area } from './grid-tracks.ts';
import { finalItem, itemsInOrder, participantOf, selfAlignment } from './participants.ts';
import {
  Display,
  GridAutoFlow,
  solve,
  type GridPlacement,
  type Participant,
  type StylePropertyValues,
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
function rowsOf(placed: readonly Placed[], name: string, width: number): readonly Placed[] {
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

function participants(
  box: GridBox,
  items: readonly Box[],
  space: Space,
  document: DocumentContext,
): readonly Participant[] {
  const areas = areasOf(box);
  return items.map((item) => participantOf(item, placementOf(item, areas), space, document));
}

/** Measure a grid container at a settled width (CSS Grid 1, section 11). */
export function layoutGrid(
  box: GridBox,
  space: Space,
  settled: Settled,
  document: DocumentContext,
): Item {
  const frame = frameContainer(box, space, settled, document);
  const items = itemsInOrder(box.children);
  const style = {
    ...containerStyle(box.style, frame),
    ...gridStyle(box, frame.space.width, frame.space.height),
  };
  const solution = solve({
    style,
    items: participants(box, items, frame.space, document),
    width: frame.space.width,
  });
  const placed = items.map((item, index) => {
    const rect = solution.places[index] ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: rect.x, y: rect.y, item: finalItem(item, frame.space, rect, document) };
  });
  const rows = placed.length === 0 ? [] : rowsOf(placed, nameOf(box), frame.space.width);
  return containerItem(box, { placed: rows, height: solution.size.height, frame }, space, document);
}

/** Min-content and max-content width of a grid's content: its tracks at these widths. */
export function gridContentWidths(box: GridBox, document: DocumentContext): IntrinsicWidths {
  const space: Space = { width: 0, height: null };
  const children = itemsInOrder(box.children);
  const items = participants(box, children, space, document).map(({ style }, index) => ({
    style,
    measure: widthsOnly(children[index], document),
  }));
  const { columnGap } = box.style;
  const style = { ...gridStyle(box, null, null), columnGap: columnGap.px };
  const width = (available: 'min-content' | 'max-content'): number =>
    solve({ style, items, width: available }).size.width;
  return { min: width('min-content'), max: width('max-content') };
}

function widthsOnly(box: Box | undefined, document: DocumentContext): Participant['measure'] {
  return (known, available) => {
    const widths = box ? document.intrinsicWidths(box) : { min: 0, max: 0 };
    const width = known.width ?? (available.width === 'min-content' ? widths.min : widths.max);
    return { width, height: known.height ?? 0 };
  };
}
