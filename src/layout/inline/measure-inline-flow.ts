import type { InlineFlowBox } from '../../box/box.ts';
import type { IntrinsicWidths, LayoutContext } from '../context.ts';
import { measureAtom } from './atom.ts';
import { mayBreakWord } from './fill-lines.ts';
import { hangAfter, tabWidth } from './filling.ts';
import type { Filling } from './filling.ts';
import { hyphenWidth } from './hyphen.ts';
import type { Piece, TextPiece } from './piece.ts';
import { plainLength, plainWidths } from './plain-text.ts';
import { preparedFor } from './prepared-paragraphs.ts';
import { resolveLength } from './resolve-length.ts';

/** Longest line without soft wraps, and longest piece that cannot be broken (CSS Sizing 3, section 4.1). */
export function inlineWidths(box: InlineFlowBox, context: LayoutContext): IntrinsicWidths {
  const plain = plainWidths(box, context);
  if (plain) return plain;
  const { filling } = preparedFor(box, 0, context, (atom) => measureAtom(atom, context));
  if (filling.pieces.length === 0) return { min: 0, max: 0 };
  const indent = resolveLength(box.style.textIndent, 0);
  const max = maxContent(filling.pieces, indent);
  return { min: Math.min(minContent(filling, indent), max), max };
}

/** The longest line without soft wraps alone: where lines may part is not asked. */
export function longestLine(box: InlineFlowBox, context: LayoutContext): number {
  const plain = plainLength(box, context);
  if (plain !== null) return plain;
  const { filling } = preparedFor(box, 0, context, (atom) => measureAtom(atom, context));
  if (filling.pieces.length === 0) return 0;
  return maxContent(filling.pieces, resolveLength(box.style.textIndent, 0));
}

function maxContent(pieces: readonly Piece[], indent: number): number {
  let widest = 0;
  let x = indent;
  let hang = 0;
  for (const piece of pieces) {
    const width = piece.kind === 'tab' ? tabWidth(piece.interval, x) : piece.width;
    hang = hangAfter(piece, width, hang);
    x += width;
    widest = Math.max(widest, x - hang);
    if (piece.kind === 'break') x = 0;
  }
  return widest;
}

/** The stretch between two opportunities as it grows, and the widest one so far. */
interface Stretch {
  width: number;
  /** Edges of spans that begin: part of what comes next. */
  opening: number;
  hang: number;
  widest: number;
}

function minContent(filling: Filling, indent: number): number {
  const { gaps } = filling.opportunities();
  const stretch: Stretch = { width: indent, opening: 0, hang: 0, widest: 0 };
  filling.pieces.forEach((piece, index) => {
    if (piece.kind === 'open') {
      stretch.opening += piece.width;
      return;
    }
    if (piece.kind === 'break' || gaps[index] !== 0) {
      endStretch(stretch, gaps[index] === 2 ? hyphenWidth(piece) : 0);
    }
    stretch.width += stretch.opening;
    stretch.opening = 0;
    if (piece.kind === 'text') addText(filling, stretch, piece);
    else add(stretch, piece);
  });
  endStretch(stretch, 0);
  return stretch.widest;
}

function add(stretch: Stretch, piece: Piece): void {
  stretch.width += piece.kind === 'atom' ? piece.least : piece.width;
  stretch.hang = hangAfter(piece, piece.width, stretch.hang);
}

function endStretch(stretch: Stretch, added: number): void {
  stretch.widest = Math.max(stretch.widest, stretch.width - stretch.hang + added);
  stretch.width = 0;
  stretch.hang = 0;
}

function addText(filling: Filling, stretch: Stretch, piece: TextPiece): void {
  const breaks = breaksInside(filling, piece);
  let from = 0;
  for (const at of breaks) {
    const edges = filling.edges(piece);
    const x = edges[at] ?? 0;
    stretch.width += x - from;
    stretch.hang = 0;
    endStretch(stretch, 0);
    from = x;
  }
  stretch.width += piece.width - from;
  stretch.hang = hangAfter(piece, piece.width, stretch.hang);
}

/** Offsets in a piece's run where min-content lines part: opportunities, or every cluster (`overflow-wrap: anywhere`). */
function breaksInside(filling: Filling, piece: TextPiece): readonly number[] {
  const { flags } = filling.opportunities();
  const anywhere = piece.part.style.overflowWrap === 'anywhere' && mayBreakWord(piece);
  const found: number[] = [];
  for (let at = piece.start + 1; at < piece.end - piece.spaces; at++) {
    if (flags[at] !== 1 && !anywhere) continue;
    const edges = filling.edges(piece);
    if (edges[at - piece.start] !== edges[at - piece.start + 1]) found.push(at - piece.start);
  }
  return found;
}
