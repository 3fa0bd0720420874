import type { Box } from '../../box/box.ts';
import type { Point } from '../../geometry.ts';
import type { ItemMark, Leaf, Overlay } from '../item.ts';
import { relativeOffset } from './inline-box.ts';
import type { InlineBox } from './inline-box.ts';
import { atomExtent } from './atom.ts';
import { boxMark } from './box-marks.ts';
import type { Line } from './fill-lines.ts';
import type { AnchorFragment, AtomFragment, LineEvent } from './fragment.ts';
import { gatherLine } from './gather-line.ts';
import type { LineSource } from './gather-line.ts';
import { alignContent, alignedSide, measureLine } from './justify.ts';
import { alignLine } from './line-box.ts';
import type { LineBox } from './line-box.ts';
import { lineLeaf } from './line-leaf.ts';
import { placeFragments } from './place-fragments.ts';
import type { PlacedFragment, PlacedLine } from './place-fragments.ts';
import { decorationLines, lateMark, textMark } from './text-marks.ts';
import type { FragmentPlace } from './text-marks.ts';

/** What all lines of a paragraph share. */
export interface LineFrame extends LineSource {
  /** Language of the document. */
  readonly language: string;
  readonly width: number;
  /** Whether the line that begins at an offset of the text runs from right to left. */
  readonly isRtl: (offset: number) => boolean;
  /** Place a box out of flow where it would have stood. */
  readonly placeStill: (box: Box, at: Point) => Overlay | null;
}

/** The marks of a line as they come together. */
interface Drawing {
  readonly frame: LineFrame;
  readonly wordSpacing: number;
  readonly side: 'left' | 'right' | 'center';
  readonly baseline: number;
  readonly height: number;
  readonly shifts: Float64Array | null;
  readonly boxShifts: ReadonlyMap<InlineBox, number>;
  readonly marks: ItemMark[];
  readonly overlays: Overlay[];
}

/** Make the line box of a line: align it, order it, and place its marks. */
export function placeLine(frame: LineFrame, line: Line): Leaf {
  const { style } = frame.root;
  const events = gatherLine(frame, line);
  const rtl = frame.isRtl(line.start.offset);
  const content = measureLine(events, frame.width - line.indent);
  const { x, wordSpacing } = alignContent(style, line, content, { width: frame.width, rtl });
  const box = alignLine(frame.root, events);
  const placed = placeFragments(events, x, wordSpacing);
  const { above, below } = box.extent;
  const drawing: Drawing = {
    frame,
    wordSpacing,
    side: alignedSide(style, rtl),
    baseline: above,
    height: above + below,
    shifts: box.shifts,
    boxShifts: boxShifts(events, box),
    marks: [],
    overlays: [],
  };
  draw(drawing, placed);
  return lineLeaf({ width: frame.width, extent: box.extent }, drawing.marks, drawing.overlays);
}

const UNSHIFTED: ReadonlyMap<InlineBox, number> = new Map();

function boxShifts(
  events: readonly LineEvent[],
  { shifts }: LineBox,
): ReadonlyMap<InlineBox, number> {
  if (!shifts) return UNSHIFTED;
  const found = new Map<InlineBox, number>();
  events.forEach((event, index) => {
    if (event.kind === 'open') found.set(event.box, shifts[index] ?? 0);
  });
  return found;
}

/** Backgrounds first, then content in visual order. */
function draw(drawing: Drawing, placed: PlacedLine): void {
  for (const stretch of placed.boxes) {
    const mark = boxMark(stretch, baselineOf(drawing, stretch.box));
    if (mark) add(drawing, stretch.box, mark);
  }
  for (const fragment of placed.fragments) drawFragment(drawing, fragment);
}

function baselineOf({ baseline, boxShifts }: Drawing, box: InlineBox): number {
  return baseline + (boxShifts.get(box) ?? 0);
}

/** Add a mark where its box's `position: relative` moves it. */
function add({ marks }: Drawing, { offset }: InlineBox, mark: ItemMark): void {
  marks.push(offset ? { ...mark, x: mark.x + offset.x, y: mark.y + offset.y } : mark);
}

function drawFragment(drawing: Drawing, { fragment, event, x }: PlacedFragment): void {
  const { wordSpacing, frame } = drawing;
  const baseline = drawing.baseline + (drawing.shifts?.[event] ?? 0);
  const place: FragmentPlace = { x, baseline, wordSpacing, language: frame.language };
  if (fragment.kind === 'empty') return;
  if (fragment.kind === 'atom') return drawAtom(drawing, fragment, place);
  if (fragment.kind === 'anchor') return drawAnchor(drawing, fragment, x);
  const { box, part } = fragment;
  if (part.style.visibility !== 'visible') return;
  if (fragment.kind === 'late') return add(drawing, box, lateMark(fragment, place, drawing.side));
  const lines = decorationLines(fragment, place, (one) => baselineOf(drawing, one));
  lines?.beneath.forEach((mark) => add(drawing, box, mark));
  add(drawing, box, textMark(fragment, place));
  lines?.across.forEach((mark) => add(drawing, box, mark));
}

/** A plain atom's marks become the line's own; any other is laid over the line, whole. */
function drawAtom(drawing: Drawing, fragment: AtomFragment, place: FragmentPlace): void {
  const { item, margin, content, box } = fragment;
  const extent = atomTop(fragment);
  const offset = relativeOffset(content.style, box.offset, drawing.frame.width);
  const x = place.x + margin.left + (offset?.x ?? 0);
  const y = place.baseline - extent + margin.top + (offset?.y ?? 0);
  const plain = item.kind === 'leaf' && !item.group && !item.decoration && item.layer === 0;
  if (!plain || item.overlays.length > 0) {
    drawing.overlays.push({ x, y, item });
    return;
  }
  for (const mark of item.marks) drawing.marks.push({ ...mark, x: mark.x + x, y: mark.y + y });
}

/** An inline-level box stands where it would have begun, any other beneath what the line holds so far (CSS 2.1, section 10.6.4). */
function drawAnchor(drawing: Drawing, fragment: AnchorFragment, x: number): void {
  const { frame, marks, height, overlays } = drawing;
  const start = frame.root.style.direction === 'rtl' ? frame.width : 0;
  const beneath = { x: start, y: marks.length > 0 ? height : 0 };
  const at = fragment.inlineLevel ? { x, y: 0 } : beneath;
  const overlay = frame.placeStill(fragment.content, at);
  if (overlay !== null) overlays.push(overlay);
}

function atomTop({ content, item, margin }: AtomFragment): number {
  return atomExtent(content, item, margin).above;
}
