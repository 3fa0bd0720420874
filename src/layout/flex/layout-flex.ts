import type { Box, FlexBox } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';
import type { Space } from '../context.ts';
import type { DocumentContext, Settled } from '../document.ts';
import type { Item } from '../item.ts';
import { nameOf } from '../name-of.ts';
import { resolve, usedEdges } from '../used-edges.ts';
import { borderBox } from '../used-size.ts';
import { addDrops, alignsBaseline, lowered } from './baselines.ts';
import { containerItem, isStacked, rowOf, type Placed } from './container-item.ts';
import { containerStyle, frameContainer, type ContainerFrame } from './container-style.ts';
import { linesOf } from './flex-lines.ts';
import { withGapAsMargins } from './gap-margins.ts';
import { finalItem, itemsInOrder, participantOf, selfAlignment } from './participants.ts';
import { solveRigidRow } from './rigid-row.ts';
import {
  Display,
  FlexDirection,
  FlexWrap,
  solve,
  type Solution,
  type StylePropertyValues,
} from './taffy.ts';

const DIRECTIONS: Record<Style['flexDirection'], FlexDirection> = {
  row: FlexDirection.Row,
  'row-reverse': FlexDirection.RowReverse,
  column: FlexDirection.Column,
  'column-reverse': FlexDirection.ColumnReverse,
};

const WRAPS: Record<Style['flexWrap'], FlexWrap> = {
  nowrap: FlexWrap.NoWrap,
  wrap: FlexWrap.Wrap,
  'wrap-reverse': FlexWrap.WrapReverse,
};

/** A container on its way to Taffy. */
interface Flex {
  readonly box: FlexBox;
  readonly items: readonly Box[];
  readonly frame: ContainerFrame;
  readonly isRow: boolean;
}

function basisOf({ frame, isRow }: Flex, box: Box, document: DocumentContext): StylePropertyValues {
  const { flexBasis } = box.style;
  if (flexBasis === 'auto') return {};
  if (flexBasis === 'content') return isRow ? { width: 'auto' } : { height: 'auto' };
  const base = isRow ? frame.space.width : frame.space.height;
  // `flex: 1` means 0 %, which is no different from 0 px here, but counts as content in a column of open height.
  if (base === null && flexBasis.px === 0) return { height: 'auto' };
  const edges = usedEdges(box.style, frame.space.width, document.caches);
  const around = isRow ? edges.left + edges.right : edges.top + edges.bottom;
  return { flexBasis: borderBox(resolve(flexBasis, base ?? 0), box.style, around) };
}

function flexStyle(flex: Flex, box: Box, document: DocumentContext): StylePropertyValues {
  if (box.kind === 'inline-flow') return { flexGrow: 0, flexShrink: 1 };
  const { flexGrow, flexShrink, overflow } = box.style;
  const alignSelf = selfAlignment(box.style.alignSelf);
  // The automatic minimum size does not hold for boxes that clip (CSS Flexbox 1, section 4.5).
  const clips = overflow === 'hidden' && box.style.minWidth === 'auto' ? { minWidth: 0 } : {};
  const clipsDown = overflow === 'hidden' && box.style.minHeight === 'auto' ? { minHeight: 0 } : {};
  const minimum = flex.isRow ? clips : clipsDown;
  return {
    flexGrow,
    flexShrink,
    ...basisOf(flex, box, document),
    ...minimum,
    ...(alignSelf === undefined ? {} : { alignSelf }),
  };
}

/** `drops` moves items down to their line's baseline. */
function solveFlex(flex: Flex, drops: readonly number[], document: DocumentContext): Solution {
  const { box, items, frame } = flex;
  const style: StylePropertyValues = {
    ...containerStyle(box.style, frame),
    display: Display.Flex,
    flexDirection: DIRECTIONS[box.style.flexDirection],
    flexWrap: WRAPS[box.style.flexWrap],
  };
  const participants = items.map((item, index) =>
    lowered(
      participantOf(item, flexStyle(flex, item, document), frame.space, document),
      drops[index] ?? 0,
    ),
  );
  const { container, items: parted } = withGapAsMargins(style, participants, box.style);
  return solve({ style: container, items: parted, width: frame.space.width });
}

function place(flex: Flex, solution: Solution, document: DocumentContext): readonly Placed[] {
  return flex.items.map((box, index) => {
    const rect = solution.places[index] ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: rect.x, y: rect.y, item: finalItem(box, flex.frame.space, rect, document) };
  });
}

/** How far each item must go down so that baselines of a line agree (CSS Flexbox 1, section 8.3). */
function dropsOf(flex: Flex, placed: readonly Placed[]): readonly number[] {
  const drops = placed.map(() => 0);
  for (const line of linesOf(placed, flex.box.style)) {
    const aligned = line.filter((index) => {
      const box = flex.items[index];
      return box !== undefined && alignsBaseline(flex.box.style, box);
    });
    addDrops(drops, aligned, placed);
  }
  return drops;
}

function alignBaselines(flex: Flex, solution: Solution, document: DocumentContext): Solution {
  if (!flex.isRow || !flex.items.some((box) => alignsBaseline(flex.box.style, box)))
    return solution;
  const drops = dropsOf(flex, place(flex, solution, document));
  return drops.some((drop) => drop > 0) ? solveFlex(flex, drops, document) : solution;
}

/** Lines of a row container become rows, items of a column container stay one beneath another where they do not overlap. */
function arrange(flex: Flex, placed: readonly Placed[]): readonly Placed[] {
  const { box, frame, isRow } = flex;
  if (placed.length === 0) return [];
  const name = nameOf(box);
  const pieces = isRow
    ? linesOf(placed, box.style).map((line) =>
        rowOf(
          line.flatMap((index) => placed[index] ?? []),
          name,
          frame.space.width,
        ),
      )
    : placed;
  const sorted = pieces.toSorted((one, other) => one.y - other.y);
  return isStacked(sorted) ? sorted : [rowOf(placed, name, frame.space.width)];
}

/** Measure a flex container at a settled width (CSS Flexbox 1, section 9). */
export function layoutFlex(
  box: FlexBox,
  space: Space,
  settled: Settled,
  document: DocumentContext,
): Item {
  const frame = frameContainer(box, space, settled, document);
  const isRow = box.style.flexDirection === 'row' || box.style.flexDirection === 'row-reverse';
  const flex: Flex = { box, items: itemsInOrder(box.children), frame, isRow };
  const solution =
    solveRigidRow(flex.box, flex.items, frame, document) ??
    alignBaselines(flex, solveFlex(flex, [], document), document);
  const placed = arrange(flex, place(flex, solution, document));
  return containerItem(box, { placed, height: solution.size.height, frame }, space, document);
}
