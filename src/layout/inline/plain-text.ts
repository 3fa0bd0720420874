import type { Inline, InlineFlowBox } from '../../box/box.ts';
import type { GlyphRun } from '../../font/face.ts';
import type { Style } from '../../style/style.ts';
import type { IntrinsicWidths, LayoutContext } from '../context.ts';
import type { Leaf, PlacedRun } from '../item.ts';
import { textBreaks } from './break-opportunities.ts';
import { runEdges, runWidth, spaceCount } from './glyph-run.ts';
import { alignContent } from './justify.ts';
import { lineLeaf } from './line-leaf.ts';
import { isPlain, wordEnd } from './shape-segments.ts';
import { TOLERANCE } from './fill-lines.ts';
import { runsMark } from './text-marks.ts';
import { textStyle } from './text-memory.ts';
import type { TextStyle } from './text-memory.ts';
import { collapseWhiteSpace, wraps } from './white-space.ts';

/** Text of one style, script, face and direction, as most table cells have it, shaped; the short way past everything else. */
interface PlainText {
  readonly node: TextInline;
  readonly textStyle: TextStyle;
  readonly text: string;
  readonly runs: readonly PlacedRun[];
  readonly width: number;
}

type TextInline = Extract<Inline, { kind: 'text' }>;

/** Longer text has to be broken, as a rule. */
const MAX_LENGTH = 200;

/** Characters that a line may part at beside the space. */
const BREAKABLE = /[-?([{<]|[^\x20-\x7e]/;

/** The flow's text where the short way gives what the long way would; null elsewhere. */
function plainText(flow: InlineFlowBox, context: LayoutContext): PlainText | null {
  const [node] = flow.content;
  if (node?.kind !== 'text' || flow.content.length > 1 || node.text.length > MAX_LENGTH)
    return null;
  if (!isPlainFlow(flow.style) || !isPlainStyle(node.style) || !isPlain(node.text)) return null;
  const text = trim(collapseWhiteSpace(node.text));
  if (text === '') return null;
  const style = textStyle(node.style, context);
  const [stretch, second] = context.fonts.itemize(text, style.font.stack);
  if (second || stretch?.face !== style.font.stack.primary) return null;
  return shapePlain(node, style, text);
}

function trim(text: string): string {
  const start = text.startsWith(' ') ? 1 : 0;
  return text.slice(start, text.endsWith(' ') ? Math.max(start, text.length - 1) : text.length);
}

function isPlainFlow(style: Style): boolean {
  return style.direction === 'ltr' && style.textDecorationLine.length === 0;
}

function isPlainStyle(style: Style): boolean {
  return (
    (style.whiteSpace === 'normal' || style.whiteSpace === 'nowrap') &&
    style.textTransform === 'none' &&
    style.visibility === 'visible' &&
    style.textDecorationLine.length === 0
  );
}

function shapePlain(node: TextInline, style: TextStyle, text: string): PlainText {
  const { primary } = style.font.stack;
  const runs: PlacedRun[] = [];
  let width = 0;
  for (let start = 0; start < text.length;) {
    const end = wordEnd(text, start, text.length);
    const run = primary.shape(text.slice(start, end), style.shaping);
    runs.push({ x: width, run });
    width += runWidth(run, style.font.size, style.spacing);
    start = end;
  }
  // Growing arrays keep room for 16 entries; most cells have one or two words.
  return { node, textStyle: style, text, runs: runs.slice(), width };
}

/** The only line of a flow of plain text that fits; null where the long way has to be gone. */
export function plainLine(
  flow: InlineFlowBox,
  room: { readonly width: number; readonly indent: number },
  context: LayoutContext,
): Leaf | null {
  const plain = plainText(flow, context);
  if (!plain) return null;
  const { node, textStyle: style, text, runs, width } = plain;
  if (room.indent + width > room.width + TOLERANCE && wraps(node.style)) return null;
  const line = { indent: room.indent, ending: 'last' } as const;
  const content = { width, spaces: 0 };
  const { x } = alignContent(flow.style, line, content, { width: room.width, rtl: false });
  const { extent } = textStyle(flow.style, context).font;
  const { style: own, tag } = node;
  const marked = { style: own, color: own.color, tag, textStyle: style, text, runs, width };
  const mark = runsMark(marked, 0, context);
  const y = extent.above - style.font.ascent;
  return lineLeaf({ width: room.width, extent }, [{ x, y, mark }], []);
}

/** Intrinsic widths of a flow of plain text; null where the long way has to be gone. */
export function plainWidths(flow: InlineFlowBox, context: LayoutContext): IntrinsicWidths | null {
  const { px, percent } = flow.style.textIndent;
  if (px !== 0 || percent !== 0) return null;
  const plain = plainText(flow, context);
  if (!plain) return null;
  const { node, textStyle: style, text, width } = plain;
  if (!wraps(node.style)) return { min: width, max: width };
  if (node.style.overflowWrap === 'anywhere' || node.style.wordBreak !== 'normal') return null;
  const flags = BREAKABLE.test(text) ? textBreaks(text) : null;
  let [min, start] = [0, 0];
  for (const { run } of plain.runs) {
    const widest = flags ? widestPart(run, style, flags.subarray(start)) : inkWidth(run, style);
    min = Math.max(min, widest);
    start += run.text.length;
  }
  return { min, max: width };
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
  const end = run.text.trimEnd().length;
  let [widest, from] = [0, 0];
  for (let at = 1; at <= end; at++) {
    const x = edges[at] ?? 0;
    if (at < end && (flags[at] !== 1 || x === edges[at + 1])) continue;
    widest = Math.max(widest, x - from);
    from = x;
  }
  return widest;
}
