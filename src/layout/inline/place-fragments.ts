import type { Fragment, LineEvent } from './fragment.ts';
import type { InlineBox } from './inline-box.ts';
import { visualOrder } from '../../font/visual-order.ts';

/** A fragment at its place on the line, px from the line's left edge. */
export interface PlacedFragment {
  readonly fragment: Fragment;
  /** Which of the line's events it is. */
  readonly event: number;
  readonly x: number;
}

/** A stretch of an inline box on a line: one, or more where the bidi algorithm tears the box apart. */
export interface BoxStretch {
  readonly box: InlineBox;
  /** Left and right side of the border box. */
  readonly left: number;
  right: number;
  /** Whether the box has its left and right edge here. */
  readonly hasLeft: boolean;
  hasRight: boolean;
}

/** A line with everything at its x. */
export interface PlacedLine {
  readonly fragments: readonly PlacedFragment[];
  /** Outer boxes before inner ones. */
  readonly boxes: readonly BoxStretch[];
}

/** What is known of a box while its line is placed. */
interface BoxState {
  readonly startsHere: boolean;
  endsHere: boolean;
  /** Fragments in it that are not placed yet. */
  waiting: number;
  begun: boolean;
}

/** Place the fragments of a line from left to right, with the edges of their boxes around them. */
export function placeFragments(
  events: readonly LineEvent[],
  x: number,
  wordSpacing: number,
): PlacedLine {
  const leaves = events.flatMap((event, index) =>
    event.kind === 'leaf' ? [{ fragment: event.fragment, event: index }] : [],
  );
  const order = visualOrder(leaves.map(({ fragment }) => fragment.level));
  const walk = newWalk(boxStates(events), x);
  const fragments: PlacedFragment[] = [];
  for (const index of order) {
    const leaf = leaves[index];
    if (!leaf) continue;
    enter(walk, leaf.fragment.box);
    fragments.push({ fragment: leaf.fragment, event: leaf.event, x: walk.x });
    walk.x += leaf.fragment.width + stretched(leaf.fragment, wordSpacing);
  }
  leave(walk, 0);
  return { fragments, boxes: walk.boxes };
}

function stretched(fragment: Fragment, wordSpacing: number): number {
  return fragment.kind === 'text' ? fragment.spaces * wordSpacing : 0;
}

function boxStates(events: readonly LineEvent[]): Map<InlineBox, BoxState> {
  const states = new Map<InlineBox, BoxState>();
  for (const event of events) {
    if (event.kind === 'leaf') countFragment(states, event.fragment.box);
    else if (event.kind === 'close') endBox(states, event.box);
    else
      states.set(event.box, { startsHere: event.edge, endsHere: false, waiting: 0, begun: false });
  }
  return states;
}

function endBox(states: ReadonlyMap<InlineBox, BoxState>, box: InlineBox): void {
  const state = states.get(box);
  if (state) state.endsHere = true;
}

function countFragment(states: ReadonlyMap<InlineBox, BoxState>, innermost: InlineBox): void {
  for (let box: InlineBox | null = innermost; box; box = box.parent) {
    const state = states.get(box);
    if (state) state.waiting++;
  }
}

/** The way along a line from left to right. */
interface Walk {
  readonly states: ReadonlyMap<InlineBox, BoxState>;
  readonly boxes: BoxStretch[];
  /** Boxes around the place, outermost first. */
  readonly open: BoxStretch[];
  x: number;
}

function newWalk(states: ReadonlyMap<InlineBox, BoxState>, x: number): Walk {
  return { states, boxes: [], open: [], x };
}

/** Leave boxes that do not hold this one, and enter those that do. */
function enter(walk: Walk, innermost: InlineBox): void {
  if (walk.states.size === 0) return;
  const path: InlineBox[] = [];
  for (let box: InlineBox | null = innermost; box; box = box.parent) {
    if (walk.states.has(box)) path.push(box);
  }
  path.reverse();
  let shared = 0;
  while (shared < path.length && walk.open[shared]?.box === path[shared]) shared++;
  leave(walk, shared);
  for (const box of path.slice(shared)) begin(walk, box);
  for (const box of path) decrease(walk.states.get(box));
}

function decrease(state: BoxState | undefined): void {
  if (state) state.waiting--;
}

function begin(walk: Walk, box: InlineBox): void {
  const state = walk.states.get(box);
  const ltr = box.style.direction === 'ltr';
  const hasLeft = !state?.begun && (ltr ? state?.startsHere : state?.endsHere) === true;
  if (state) state.begun = true;
  const left = walk.x + (hasLeft ? box.marginLeft : 0);
  if (hasLeft) walk.x += box.left;
  const stretch: BoxStretch = { box, left, right: left, hasLeft, hasRight: false };
  walk.open.push(stretch);
  walk.boxes.push(stretch);
}

/** Leave all boxes from this depth on. */
function leave(walk: Walk, depth: number): void {
  while (walk.open.length > depth) {
    const stretch = walk.open.pop();
    if (!stretch) return;
    const { box } = stretch;
    const state = walk.states.get(box);
    const ltr = box.style.direction === 'ltr';
    stretch.hasRight = state?.waiting === 0 && (ltr ? state.endsHere : state.startsHere);
    if (stretch.hasRight) walk.x += box.right;
    stretch.right = walk.x - (stretch.hasRight ? box.marginRight : 0);
  }
}
