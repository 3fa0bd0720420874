import type { Inline, InlineFlowBox } from '../../box/box.ts';
import type { GlyphRun } from '../../font/face.ts';
import type { Point } from '../../geometry.ts';
import type { Style } from '../../style/style.ts';
import type { IntrinsicWidths, LayoutContext } from '../context.ts';
import type { TextMark } from '../item.ts';
import { TOLERANCE } from './fill-lines.ts';
import { breaksWithin, fillPhrase } from './fill-phrase.ts';
import { runEdges, runWidth, spaceCount, trailingSpaces } from './glyph-run.ts';
import { alignedStart } from './justify.ts';
import { phraseOf, type Phrase } from './phrase.ts';
import { runsMark } from './text-marks.ts';
import { textStyle, type TextStyle } from './text-memory.ts';
import type { Extent } from './used-font.ts';
import { wraps } from './white-space.ts';

/** A text by itself. */
export type OnlyText = Pick<Extract<Inline, { kind: 'text' }>, 'text' | 'style' | 'tag'>;

/** The only content of a flow where that is a text, null elsewhere. */
function onlyText({ content }: InlineFlowBox): OnlyText | null {
  const [node] = content;
  return node?.kind === 'text' && content.length === 1 ? node : null;
}

/** Whether the short way may give what the long way would. */
function mayBePlain(block: Style): boolean {
  return block.direction === 'ltr' && block.textDecorationLine.length === 0;
}

/** A line of plain text, px from the top left corner of its line box. */
export interface PlainLine extends Point {
  readonly mark: TextMark;
  readonly extent: Extent;
}

/** The room for the lines of a flow, px. */
export type Room = { readonly width: number; readonly indent: number };

/** The lines of a flow of plain text, at least one; null where the long way has to be gone. */
export function plainLines(
  flow: InlineFlowBox,
  room: Room,
  context: LayoutContext,
): readonly PlainLine[] | null {
  const node = onlyText(flow);
  return node === null ? null : linesOfText(node, flow.style, room, context);
}

/** The same for a text by itself in a block of this style. */
export function linesOfText(
  node: OnlyText,
  block: Style,
  room: Room,
  context: LayoutContext,
): readonly PlainLine[] | null {
  if (!mayBePlain(block)) return null;
  const style = textStyle(node.style, context);
  const phrase = style.isPlain ? phraseOf(node.text, style) : null;
  if (phrase === null || phrase.text === '') return null;
  if (room.indent + phrase.width <= room.width + TOLERANCE || !wraps(node.style))
    return [lineOf({ block, node, style, context }, phrase, room)];
  return wrappedLines({ block, node, style, context }, phrase, room);
}

/** What the lines of a text share. */
interface Plain {
  readonly block: Style;
  readonly node: OnlyText;
  readonly style: TextStyle;
  readonly context: LayoutContext;
}

/** By itself, because a function that holds another one costs memory each time, and nearly all texts have one line. */
function wrappedLines(plain: Plain, phrase: Phrase, room: Room): readonly PlainLine[] | null {
  const { block, node, style } = plain;
  if (block.textAlign === 'justify' || node.style.wordBreak !== 'normal') return null;
  const lines = filledLines(node.text, phrase, style, room);
  const unindented = { width: room.width, indent: 0 };
  return lines && lines.map((line, index) => lineOf(plain, line, index === 0 ? room : unindented));
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
  style.filled.keep(text, filled);
  return filled.lines;
}

function lineOf(
  { block, node, style, context }: Plain,
  { text, runs, width }: Phrase,
  room: Room,
): PlainLine {
  const x = alignedStart(block, room.indent, width, room.width);
  const { extent } = textStyle(block, context).font;
  const { style: own, tag } = node;
  const mark = runsMark(
    { style: own, color: own.color, tag, textStyle: style, text, runs, width },
    0,
    context,
  );
  return { x, y: extent.above - style.font.ascent, mark, extent };
}

/** A text that is measured the short way. */
interface Measured {
  readonly node: OnlyText;
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
