import type { Style } from '../../style/style.ts';
import { atomExtent } from './atom.ts';
import type { Fragment, LineEvent, TextFragment } from './fragment.ts';
import type { InlineBox } from './inline-box.ts';
import { resolveLength } from './resolve-length.ts';
import { faceExtent } from './used-font.ts';
import type { Extent, UsedFont } from './used-font.ts';

/** How a line's content stands to its baseline. */
export interface LineBox {
  readonly extent: Extent;
  /** For each event, how far below the line's baseline its own baseline is, px; null where nothing is shifted. */
  readonly shifts: Float64Array | null;
}

/** An inline box or atom while its extent grows. */
interface OpenBox {
  readonly style: Style;
  readonly font: UsedFont | null;
  /** First of its events. */
  readonly first: number;
  above: number;
  below: number;
  /** Boxes inside whose place depends on this one's extent. */
  readonly pending: Pending[];
}

interface Pending {
  readonly align: Style['verticalAlign'];
  readonly first: number;
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

/** Align the boxes of a line and find its height (CSS 2.1, section 10.8), as Blink does it. */
export function alignLine(root: InlineBox, events: readonly LineEvent[]): LineBox {
  if (isFlat(root, events)) return { extent: root.font.extent, shifts: null };
  const shifts = new Float64Array(events.length);
  const open: OpenBox[] = [openBox(root.style, root.font, 0)];
  events.forEach((event, index) => {
    if (event.kind === 'leaf') addLeaf(open, event.fragment, index, shifts);
    else if (event.kind === 'close') endBox(open, index + 1, shifts);
    else open.push(openBox(event.box.style, event.box.font, index));
  });
  while (open.length > 1) endBox(open, events.length, shifts);
  const [line] = open;
  if (line) placePending(line, shifts);
  return { extent: { above: line?.above ?? 0, below: line?.below ?? 0 }, shifts };
}

/** Only text of the root inline box in its primary face: the strut is the line. */
function isFlat(root: InlineBox, events: readonly LineEvent[]): boolean {
  return events.every((event) => event.kind === 'leaf' && isFlatLeaf(root, event.fragment));
}

function isFlatLeaf(root: InlineBox, fragment: Fragment): boolean {
  if (fragment.kind !== 'text') return fragment.kind === 'late' || fragment.kind === 'anchor';
  return root.style.lineHeight !== 'normal' || isPrimary(fragment);
}

function isPrimary({ runs, textStyle }: TextFragment): boolean {
  const { primary } = textStyle.font.stack;
  return runs.every(({ run }) => run.face === primary);
}

function openBox(style: Style, font: UsedFont, first: number): OpenBox {
  const { above, below } = font.extent;
  return { style, font, first, above, below, pending: [] };
}

function addLeaf(open: OpenBox[], fragment: Fragment, index: number, shifts: Float64Array): void {
  if (fragment.kind === 'text') return addText(open, fragment);
  if (fragment.kind !== 'atom') return;
  const { above, below } = atomExtent(fragment.content, fragment.item, fragment.margin);
  const { style } = fragment.content;
  open.push({ style, font: null, first: index, above, below, pending: [] });
  endBox(open, index + 1, shifts);
}

/** With `line-height: normal` every face used makes the inline box grow. */
function addText(open: readonly OpenBox[], fragment: TextFragment): void {
  const box = open.at(-1);
  if (box?.style.lineHeight !== 'normal') return;
  const { stack, size } = fragment.textStyle.font;
  for (const { run } of fragment.runs) {
    if (run.face !== stack.primary) unite(box, faceExtent(run.face, size));
  }
}

function unite(box: OpenBox, extent: Extent): void {
  box.above = Math.max(box.above, extent.above);
  box.below = Math.max(box.below, extent.below);
}

/** Shift the innermost box as `vertical-align` says, and make its parent hold it. */
function endBox(open: OpenBox[], end: number, shifts: Float64Array): void {
  const box = open.pop();
  const parent = open.at(-1);
  if (!box || !parent) return;
  placePending(box, shifts);
  const align = box.style.verticalAlign;
  const { first, above, below } = box;
  if (align === 'top' || align === 'bottom') {
    const holder = open.findLast((one) => isEdge(one.style.verticalAlign)) ?? open[0] ?? parent;
    holder.pending.push({ align, first, end, above, below });
  } else if (align === 'text-top' || align === 'text-bottom') {
    parent.pending.push({ align, first, end, above, below });
  } else {
    move(parent, { align, first, end, above, below }, baselineShift(box, parent), shifts);
  }
}

function isEdge(align: Style['verticalAlign']): boolean {
  return align === 'top' || align === 'bottom';
}

/** Move a box's events down, and make another box hold it there. */
function move(holder: OpenBox, box: Pending, shift: number, shifts: Float64Array): void {
  if (shift !== 0) {
    for (let index = box.first; index < box.end; index++)
      shifts[index] = (shifts[index] ?? 0) + shift;
  }
  unite(holder, { above: box.above - shift, below: box.below + shift });
}

/** How far below its parent's baseline a box is, px. */
function baselineShift(box: OpenBox, parent: OpenBox): number {
  const align = box.style.verticalAlign;
  const size = parent.font?.size ?? 0;
  if (typeof align === 'object') return -resolveLength(align, lineHeight(box));
  if (align === 'sub') return size / 5 + 1;
  if (align === 'super') return -(size / 3 + 1);
  if (align === 'middle') return (box.above - box.below) / 2 - xHeight(parent.font) / 2;
  return 0;
}

/** What percentages of `vertical-align` refer to. An atom's own line height counts, not its height. */
function lineHeight({ font, style, above, below }: OpenBox): number {
  if (font) return font.lineHeight;
  if (style.lineHeight === 'normal') return above + below;
  return 'px' in style.lineHeight ? style.lineHeight.px : style.lineHeight.factor * style.fontSize;
}

function xHeight(font: UsedFont | null): number {
  if (!font) return 0;
  const { xHeight: units, unitsPerEm } = font.stack.primary.metrics;
  return (units * font.size) / unitsPerEm;
}

/** Place what waited for the box's extent: first by its text, then by its edges. */
function placePending(box: OpenBox, shifts: Float64Array): void {
  if (box.pending.length === 0) return;
  for (const child of box.pending) {
    if (child.align === 'text-top') move(box, child, child.above - (box.font?.ascent ?? 0), shifts);
    if (child.align === 'text-bottom')
      move(box, child, (box.font?.descent ?? 0) - child.below, shifts);
  }
  const edges = box.pending.filter((child) => isEdge(child.align));
  const bounds = edgeBounds(box, edges);
  for (const child of edges) {
    const shift = child.align === 'top' ? child.above - bounds.above : bounds.below - child.below;
    move(box, child, shift, shifts);
  }
}

/** The extent that `top` and `bottom` refer to; a child that is higher makes it grow on the other side. */
function edgeBounds(box: OpenBox, edges: readonly Pending[]): Extent {
  let { above, below } = box;
  for (const child of edges) {
    const height = child.above + child.below;
    if (height <= above + below) continue;
    if (child.align === 'top') [above, below] = [box.above, height - box.above];
    else [above, below] = [height - box.below, box.below];
  }
  return { above, below };
}
