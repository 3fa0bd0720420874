import type { Box } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';
import type { Space } from '../context.ts';
import type { DocumentContext } from '../document.ts';
import { layoutParagraph, simpleLines } from '../inline/layout-inline-flow.ts';
import type { Column, Item, Leaf, Overlay, Stacked } from '../item.ts';
import { layoutPiece, type Piece } from './layout-piece.ts';
import { collapse, join, NO_MARGINS, type Margins } from './margins.ts';

const NO_OVERLAYS: readonly Overlay[] = [];

/** Where the children of a block container go. */
export interface Container {
  readonly style: Style;
  /** Its content box, the containing block of the children. */
  readonly space: Space;
  /** From the container's left edge to its content box. */
  readonly left: number;
  /** Whether the first child's top margin collapses with the container's. */
  readonly joinsTop: boolean;
}

/** Block-level children one beneath another, not yet in a box. */
export interface Stack {
  readonly children: readonly Stacked[];
  /** Of all gaps and children. */
  readonly height: number;
  /** What the gaps already hold of the margins in `below`. */
  readonly spent: number;
  /** Margins that leave through the top; all of them where nothing in the stack has a height. */
  readonly above: Margins;
  /** Margins after the last child. */
  readonly below: Margins;
  /** Whether nothing keeps the top and bottom margins apart. */
  readonly through: boolean;
  /** From the top of the content box to the first line's baseline. */
  readonly baseline: number | null;
  /** Boxes out of flow at their static position, from the left edge of the container and the top of its content box. */
  readonly overlays: readonly Overlay[];
  readonly orphans: number;
  readonly widows: number;
}

/** A stack while it grows, within one call. */
interface Growing {
  readonly children: Stacked[];
  readonly overlays: Overlay[];
  height: number;
  spent: number;
  above: Margins;
  below: Margins;
  /** Whether everything so far is empty. */
  open: boolean;
  baseline: number | null;
}

function push(stack: Growing, x: number, gap: number, item: Item): void {
  stack.children.push({ x, gap, item });
  const top = stack.height + gap;
  if (stack.baseline === null && item.baseline !== null) stack.baseline = top + item.baseline;
  stack.height = top + item.height;
}

/** Whether a box without height still says something to the page breaker or carries boxes out of flow. */
function matters(item: Item): boolean {
  return item.overlays.length > 0 || item.breaks.before === 'page' || item.breaks.after === 'page';
}

/** Margins do not collapse across a forced break: what stands before it ends with its page (CSS Fragmentation 3, section 5.2). */
function isForced(stack: Growing, item: Item): boolean {
  return item.breaks.before === 'page' || stack.children.at(-1)?.item.breaks.after === 'page';
}

/** A box that its own margins collapse through stands where they have collapsed to so far. */
function addEmpty(stack: Growing, piece: Piece, container: Container): void {
  stack.below = join(stack.below, piece.above);
  if (!matters(piece.item)) return;
  const gap = stack.open && container.joinsTop ? 0 : collapse(stack.below) - stack.spent;
  push(stack, container.left + piece.x, gap, piece.item);
  stack.spent += gap;
}

function addPiece(stack: Growing, piece: Piece, container: Container): void {
  if (piece.through) return addEmpty(stack, piece, container);
  const forced = stack.children.length > 0 && isForced(stack, piece.item);
  const margins = forced ? piece.above : join(stack.below, piece.above);
  const escapes = stack.open && container.joinsTop && !forced;
  if (escapes) stack.above = margins;
  const gap = escapes ? 0 : collapse(margins) - (forced ? 0 : stack.spent);
  push(stack, container.left + piece.x, gap, piece.item);
  stack.open = false;
  stack.spent = 0;
  stack.below = piece.below;
}

function isOutOfFlow(box: Box): boolean {
  return box.style.position === 'absolute' || box.style.position === 'fixed';
}

/** Boxes out of flow whose place is where they would have stood; the margin above does not end before them. */
function addStatics(
  stack: Growing,
  box: Box,
  container: Container,
  document: DocumentContext,
): void {
  const { statics, anchored } = document.outOfFlow;
  if (statics.size === 0 && anchored.size === 0) return;
  if (!statics.has(box) && !anchored.has(box)) return;
  const escapes = stack.open && container.joinsTop;
  const y = stack.height - stack.spent + (escapes ? 0 : collapse(stack.below));
  const { left: x, space, style } = container;
  const overlay = document.placeStill(box, { x, y, space, style });
  if (overlay !== null) stack.overlays.push(overlay);
}

/** Whether a paragraph is nothing but its lines, which may then stand in the container directly: one column less for each cell. */
function isBare(item: Item): item is Column {
  if (item.kind !== 'column' || item.top !== 0 || item.slack !== 0 || item.group !== null)
    return false;
  return item.overlays.length === 0 && item.marks.length === 0;
}

function shifted(children: readonly Stacked[], by: number): readonly Stacked[] {
  if (by === 0) return children;
  return children.map(({ x, gap, item }) => ({ x: x + by, gap, item }));
}

/** A container with one paragraph in it, as most cells have. */
function stackParagraph(paragraph: Column, left: number): Stack {
  return {
    children: shifted(paragraph.children, left),
    height: paragraph.height,
    spent: 0,
    above: NO_MARGINS,
    below: NO_MARGINS,
    through: paragraph.height === 0 && paragraph.children.length === 0,
    baseline: paragraph.baseline,
    overlays: NO_OVERLAYS,
    orphans: paragraph.orphans,
    widows: paragraph.widows,
  };
}

/** A container with nothing in it but lines. */
export function stackLines(
  lines: readonly Leaf[],
  left: number,
  { orphans, widows }: Pick<Style, 'orphans' | 'widows'>,
): Stack {
  let height = 0;
  for (const line of lines) height += line.height;
  return {
    children: lines.map((item) => ({ x: left, gap: 0, item })),
    height,
    spent: 0,
    above: NO_MARGINS,
    below: NO_MARGINS,
    through: false,
    baseline: lines[0]?.baseline ?? null,
    overlays: NO_OVERLAYS,
    orphans,
    widows,
  };
}

/** Put block-level boxes one beneath another, margins collapsed (CSS 2.1, sections 8.3.1 and 9.4.1). */
export function stackBlocks(
  boxes: readonly Box[],
  container: Container,
  document: DocumentContext,
): Stack {
  const [only] = boxes;
  if (boxes.length === 1 && only?.kind === 'inline-flow') {
    const lines = simpleLines(only, container.space, document);
    if (lines) return stackLines(lines, container.left, only.style);
    const item = layoutParagraph(only, container.space, document);
    if (isBare(item)) return stackParagraph(item, container.left);
  }
  return stackAll(boxes, container, document);
}

function stackAll(boxes: readonly Box[], container: Container, document: DocumentContext): Stack {
  const stack: Growing = {
    children: [],
    overlays: [],
    height: 0,
    spent: 0,
    above: NO_MARGINS,
    below: NO_MARGINS,
    open: true,
    baseline: null,
  };
  for (const box of boxes) {
    addStatics(stack, box, container, document);
    if (!isOutOfFlow(box)) addPiece(stack, layoutPiece(box, container, document), container);
  }
  const { children, overlays, height, spent, below, open, baseline } = stack;
  const above = open && container.joinsTop ? below : stack.above;
  return {
    children,
    height,
    spent,
    above,
    below,
    through: open,
    baseline,
    overlays,
    orphans: 1,
    widows: 1,
  };
}
