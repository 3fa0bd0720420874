import { copiedText } from '../../copied-text.ts';
import type { Inline, InlineFlowBox } from '../../box/box.ts';
import type { GlyphRun } from '../../font/face.ts';
import type { Point } from '../../geometry.ts';
import type { Style } from '../../style/style.ts';
import type { IntrinsicWidths, LayoutContext } from '../context.ts';
import type { ItemMark } from '../item.ts';
import { TOLERANCE, type Room } from './fill-lines.ts';
import { breaksWithin, fillPhrase } from './fill-phrase.ts';
import { runEdges, runWidth, spaceCount, trailingSpaces } from './glyph-run.ts';
import { alignedStart } from './justify.ts';
import { phraseOf, type Phrase } from './phrase.ts';
import { runsMark } from './text-marks.ts';
import { textStyle, type TextStyle } from './text-memory.ts';
import type { Extent } from './used-font.ts';
import { wraps } from './white-space.ts';

/** A text by itself in a block. */
export interface BlockText extends Pick<
  Extract<Inline, { kind: 'text' }>,
  'text' | 'style' | 'tag'
> {
  /** The style of the block. */
  readonly block: Style;
}

/** The only content of a flow where that is a text, null elsewhere. */
export function onlyText({ content, style: block }: InlineFlowBox): BlockText | null {
  const [node] = content;
  if (node?.kind !== 'text' || content.length > 1) return null;
  const { text, style, tag } = node;
  return { text, style, tag, block };
}

/** Whether the short way may give what the long way would. */
function mayBePlain(block: Style): boolean {
  return block.direction === 'ltr' && block.textDecorationLine.length === 0;
}

/** A text that is set the short way. Its styles are looked up once: cells of long tables have little else to do. */
export interface PlainText {
  readonly node: BlockText;
  readonly style: TextStyle;
  /** Of each of its line boxes. */
  readonly extent: Extent;
  /** What they say; at least one. */
  readonly lines: readonly Phrase[];
}

/** A text in lines; null where the long way has to be gone. */
export function plainText(node: BlockText, room: Room, context: LayoutContext): PlainText | null {
  if (!mayBePlain(node.block)) return null;
  const style = textStyle(node.style, context);
  const lines = style.isPlain ? linesOf(node, style, room) : null;
  if (lines === null) return null;
  const { extent } = (node.block === node.style ? style : textStyle(node.block, context)).font;
  return { node, style, extent, lines };
}

function linesOf(node: BlockText, style: TextStyle, room: Room): readonly Phrase[] | null {
  const phrase = phraseOf(node.text, style);
  if (phrase === null || phrase.text === '') return null;
  if (room.indent + phrase.width <= room.width + TOLERANCE || !wraps(node.style)) return [phrase];
  if (node.block.textAlign === 'justify' || node.style.wordBreak !== 'normal') return null;
  return filledLines(node.text, phrase, style, room);
}

/** Long labels come again in many rows and documents, and filling their lines asks each word where it may part. */
function filledLines(
  text: string,
  phrase: Phrase,
  style: TextStyle,
  { width, indent }: Room,
): readonly Phrase[] | null {
  const known = style.filled.find(text);
  if (known?.width === width && known.indent === indent) return known.lines;
  const filled = fillPhrase(phrase, style, { width, indent });
  style.filled.keep(copiedText(text), filled);
  return filled.lines;
}

/** The top left corner of a line box, and the room in it. */
export interface LinePlace extends Point, Room {}

/** The mark of a line of plain text. */
export function lineMark(
  { node, style: textStyle, extent }: PlainText,
  { text, runs, width }: Phrase,
  place: LinePlace,
  context: LayoutContext,
): ItemMark {
  const { block, style, tag } = node;
  const marked = { style, color: style.color, tag, textStyle, text, runs, width };
  const x = alignedStart(block, place.indent, width, place.width);
  const y = extent.above - textStyle.font.ascent;
  return { x: place.x + x, y: place.y + y, mark: runsMark(marked, 0, context) };
}

/** A text that is measured the short way. */
interface Measured {
  readonly node: BlockText;
  readonly style: TextStyle;
  readonly phrase: Phrase;
}

function measuredText(flow: InlineFlowBox, context: LayoutContext): Measured | null {
  const { px, percent } = flow.style.textIndent;
  const node = mayBePlain(flow.style) ? onlyText(flow) : null;
  if (px !== 0 || percent !== 0 || node === null) return null;
  if (wraps(node.style) && node.style.wordBreak !== 'normal') return null;
  const style = textStyle(node.style, context);
  const phrase = style.isPlain ? phraseOf(node.text, style) : null;
  return phrase === null || phrase.text === '' ? null : { node, style, phrase };
}

/** Intrinsic widths of a flow of plain text; null where the long way has to be gone. */
export function plainWidths(flow: InlineFlowBox, context: LayoutContext): IntrinsicWidths | null {
  const measured = measuredText(flow, context);
  if (measured === null) return null;
  const { node, style, phrase } = measured;
  const { width } = phrase;
  if (!wraps(node.style)) return { min: width, max: width };
  const flags =
    node.style.overflowWrap === 'anywhere' ? anywhere(phrase) : breaksWithin(phrase.text);
  return { min: widestWord(phrase, style, flags), max: width };
}

/** The larger of these widths, which asks nothing of words. */
export function plainLength(flow: InlineFlowBox, context: LayoutContext): number | null {
  return measuredText(flow, context)?.phrase.width ?? null;
}

/** A line may part before each character. */
function anywhere({ text }: Phrase): Uint8Array {
  return new Uint8Array(text.length + 1).fill(1);
}

function widestWord({ runs }: Phrase, style: TextStyle, flags: Uint8Array | null): number {
  let [min, start] = [0, 0];
  for (const { run } of runs) {
    const widest = flags ? widestPart(run, style, flags.subarray(start)) : inkWidth(run, style);
    min = Math.max(min, widest);
    start += run.text.length;
  }
  return min;
}

/** Width of a word without the space after it. */
function inkWidth(run: GlyphRun, { font, spacing }: TextStyle): number {
  const width = runWidth(run, font.size, spacing);
  if (spaceCount(run.text) === 0) return width;
  const space = ((run.advances.at(-1) ?? 0) * font.size) / run.face.metrics.unitsPerEm;
  return width - space - spacing.letter - spacing.word;
}

/** Widest part of a word between the offsets that are flagged. */
function widestPart(run: GlyphRun, { font, spacing }: TextStyle, flags: Uint8Array): number {
  const edges = runEdges(run, font.size, spacing);
  const end = run.text.length - trailingSpaces(run.text);
  let [widest, from] = [0, 0];
  for (let at = 1; at <= end; at++) {
    const x = edges[at] ?? 0;
    if (at < end && (flags[at] !== 1 || x === edges[at + 1])) continue;
    widest = Math.max(widest, x - from);
    from = x;
  }
  return widest;
}
