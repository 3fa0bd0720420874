import type { Style } from '../../style/style.ts';
import type { Line } from './fill-lines.ts';
import type { LineEvent } from './fragment.ts';

/** px used on a line before alignment, and the spaces that may grow. */
export interface LineContent {
  readonly width: number;
  readonly spaces: number;
}

/** Where a line's content begins, and what every space in it grows by, px. */
export interface Alignment {
  readonly x: number;
  readonly wordSpacing: number;
}

/** Give running totals what room is left, and sum up the line. */
export function measureLine(events: readonly LineEvent[], room: number): LineContent {
  let [width, spaces, late] = [0, 0, 0];
  for (const event of events) {
    if (event.kind !== 'leaf') width += edgeWidth(event);
    else if (event.fragment.kind === 'late') late++;
    else width += event.fragment.width;
    if (event.kind === 'leaf' && event.fragment.kind === 'text') spaces += event.fragment.spaces;
  }
  if (late === 0) return { width, spaces };
  const share = Math.max(0, room - width) / late;
  for (const event of events) {
    if (event.kind === 'leaf' && event.fragment.kind === 'late') event.fragment.width = share;
  }
  return { width: width + share * late, spaces };
}

/** Width of a box's edge where the box begins or ends on this line. */
function edgeWidth({ kind, box, edge }: Exclude<LineEvent, { kind: 'leaf' }>): number {
  if (!edge) return 0;
  return (kind === 'open') === (box.style.direction === 'ltr') ? box.left : box.right;
}

/** Which side text goes to: `text-align` with start and end resolved (CSS Text 3, section 6.1). */
export function alignedSide(style: Style, rtl: boolean): 'left' | 'right' | 'center' {
  const { textAlign } = style;
  if (textAlign === 'left' || textAlign === 'right' || textAlign === 'center') return textAlign;
  return (textAlign === 'end') === rtl ? 'left' : 'right';
}

/** Align a line in its room: content that is too wide sticks out at the end of its direction, as in browsers. */
export function alignContent(
  style: Style,
  line: Pick<Line, 'indent' | 'ending'>,
  content: LineContent,
  place: { readonly width: number; readonly rtl: boolean },
): Alignment {
  const { rtl } = place;
  const left = rtl ? 0 : line.indent;
  const free = place.width - line.indent - content.width;
  if (style.textAlign === 'justify' && line.ending === 'soft' && content.spaces > 0 && free > 0) {
    return { x: left, wordSpacing: free / content.spaces };
  }
  return { x: left + shareOf(free, alignedSide(style, rtl), rtl), wordSpacing: 0 };
}

/** Where the only line of a text from left to right begins. */
export function alignedStart(style: Style, indent: number, width: number, room: number): number {
  return indent + shareOf(room - indent - width, alignedSide(style, false), false);
}

/** What of the free space stands left of the content. */
function shareOf(free: number, side: 'left' | 'right' | 'center', rtl: boolean): number {
  if (side === 'left') return rtl ? Math.min(0, free) : 0;
  if (side === 'center' && free > 0) return free / 2;
  return rtl ? free : Math.max(0, free);
}
