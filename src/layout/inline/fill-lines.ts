import { isContent, hangAfter, tabWidth } from './filling.ts';
import type { Filling } from './filling.ts';
import { hyphenWidth } from './hyphen.ts';
import { graphemeBefore, graphemeAfter } from './grapheme.ts';
import type { Piece, TextPiece } from './piece.ts';
import { wraps } from './white-space.ts';

/** A place between two characters: the piece that begins there or holds it, and the offset in the text. */
export interface Position {
  readonly piece: number;
  readonly offset: number;
}

/** The content of one line. */
export interface Line {
  readonly start: Position;
  readonly end: Position;
  /** Why it ends: a soft wrap, a forced break, or the end of the content. */
  readonly ending: 'soft' | 'forced' | 'last';
  /** A soft hyphen shows at its end. */
  readonly hyphen: boolean;
  readonly indent: number;
}

/** The room that lines have, px. */
export interface Room {
  readonly width: number;
  /** Indent of the first line. */
  readonly indent: number;
}

/** A little more than Blink's unit of length: sums of the same widths in another order still fit. */
export const TOLERANCE = 1 / 50;

/** Fill lines greedily, as browsers do. */
export function fillLines(filling: Filling, room: Room): readonly Line[] {
  const lines: Line[] = [];
  let at: Position | null = { piece: 0, offset: filling.pieces[0]?.start ?? 0 };
  while (at && hasContent(filling.pieces, at.piece, lines.length)) {
    const line = fillLine(filling, at, room.width, lines.length === 0 ? room.indent : 0);
    lines.push(line);
    at = line.ending === 'last' ? null : line.end;
  }
  return lines;
}

/** Whether anything makes another line: edges without width do not. */
function hasContent(pieces: readonly Piece[], from: number, lines: number): boolean {
  if (lines === 0) return pieces.length > 0;
  for (let index = from; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece && (isContent(piece) || piece.width !== 0)) return true;
  }
  return false;
}

/** The line while it is filled. */
interface Filled {
  readonly start: Position;
  readonly width: number;
  readonly indent: number;
  /** x of each piece from the line's first on. */
  readonly xs: number[];
}

function fillLine(filling: Filling, start: Position, width: number, indent: number): Line {
  const { pieces } = filling;
  const line: Filled = { start, width, indent, xs: [] };
  let x = indent;
  let hang = 0;
  for (let index = start.piece; index < pieces.length; index++) {
    const piece = pieces[index] as Piece;
    if (piece.kind === 'break') return finished(line, afterBreak(pieces, index), 'forced');
    line.xs.push(x);
    const used = widthFrom(filling, piece, index === start.piece ? start.offset : piece.start, x);
    hang = hangAfter(piece, used, hang);
    x += used;
    if (piece.kind !== 'open' && x - hang > width + TOLERANCE) {
      const found = breakAround(filling, line, index);
      if (found) return found;
      return overflow(filling, line, index);
    }
  }
  return finished(line, { piece: pieces.length, offset: pieces.at(-1)?.end ?? 0 }, 'last');
}

function finished(line: Filled, end: Position, ending: Line['ending'], hyphen = false): Line {
  return { start: line.start, end, ending, hyphen, indent: line.indent };
}

/** Spans that end right after a forced break end on its line. */
function afterBreak(pieces: readonly Piece[], index: number): Position {
  let next = index + 1;
  while (pieces[next]?.kind === 'close') next++;
  return { piece: next, offset: pieces[next]?.start ?? pieces[index]?.end ?? 0 };
}

/** Width of a piece from an offset of the text on, where the piece begins at `x`. */
function widthFrom(filling: Filling, piece: Piece, offset: number, x: number): number {
  if (piece.kind === 'tab') return tabWidth(piece.interval, x);
  if (piece.kind !== 'text' || offset <= piece.start) return piece.width;
  return piece.width - (filling.edges(piece)[offset - piece.start] ?? 0);
}

/** The last place at or before the overflowing piece where the line may end and fits. */
function breakAround(filling: Filling, line: Filled, overflowing: number): Line | null {
  for (let index = overflowing; index >= line.start.piece; index--) {
    const piece = filling.pieces[index];
    if (!piece || !isContent(piece)) continue;
    const inside =
      piece.kind === 'text' ? breakInside(filling, line, index, index === overflowing) : null;
    if (inside !== null) return finished(line, { piece: index, offset: inside }, 'soft');
    const before = breakBefore(filling, line, index);
    if (before) return before;
  }
  return breakWord(filling, line, overflowing);
}

/** Largest offset inside a text piece where the line may end; `limited`: and where it fits. */
function breakInside(
  filling: Filling,
  line: Filled,
  index: number,
  limited: boolean,
): number | null {
  const piece = filling.pieces[index] as TextPiece;
  const from = firstOffset(line, piece, index);
  const { flags } = filling.opportunities();
  const end = limited ? fittingOffset(filling, line, index) : piece.end - piece.spaces - 1;
  for (let at = end; at > from; at--) {
    if (flags[at] === 1 && isClusterStart(filling, piece, at)) return at;
  }
  return null;
}

/** Where the line's part of a piece begins. */
function firstOffset(line: Filled, piece: Piece, index: number): number {
  return index === line.start.piece ? Math.max(line.start.offset, piece.start) : piece.start;
}

/** Largest offset of a text piece up to which it fits on the line, by halving. */
function fittingOffset(filling: Filling, line: Filled, index: number): number {
  const piece = filling.pieces[index] as TextPiece;
  const edges = filling.edges(piece);
  const from = firstOffset(line, piece, index);
  const room = line.width + TOLERANCE - (line.xs[index - line.start.piece] ?? 0);
  const limit = room + (edges[from - piece.start] ?? 0);
  let low = from - piece.start;
  let high = piece.end - piece.spaces - piece.start - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return piece.start + low;
}

function isClusterStart(filling: Filling, piece: TextPiece, offset: number): boolean {
  const edges = filling.edges(piece);
  const at = offset - piece.start;
  return at >= edges.length - 1 || (edges[at] ?? 0) !== (edges[at + 1] ?? 0);
}

/** End the line in front of a piece, where there is an opportunity and any hyphen fits. */
function breakBefore(filling: Filling, line: Filled, index: number): Line | null {
  if (index <= line.start.piece) return null;
  const gap = filling.opportunities().gaps[index];
  if (gap === 0 || !hasContentBetween(filling.pieces, line.start.piece, index)) return null;
  const end = beforePiece(filling.pieces, index);
  if (gap === 2) {
    const x = line.xs[index - line.start.piece] ?? 0;
    if (x + hyphenWidth(filling.pieces[index]) > line.width + TOLERANCE) return null;
  }
  return finished(line, end, 'soft', gap === 2);
}

function hasContentBetween(pieces: readonly Piece[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (isContent(pieces[index])) return true;
  return false;
}

/** The place before a piece: spans that begin right there begin on its line. */
function beforePiece(pieces: readonly Piece[], index: number): Position {
  let first = index;
  while (pieces[first - 1]?.kind === 'open') first--;
  return { piece: first, offset: pieces[first]?.start ?? 0 };
}

/** `overflow-wrap`: part a word that does not fit between two graphemes, the last that fits. */
function breakWord(filling: Filling, line: Filled, overflowing: number): Line | null {
  for (let index = overflowing; index >= line.start.piece; index--) {
    const piece = filling.pieces[index];
    if (piece?.kind !== 'text' || !mayBreakWord(piece)) continue;
    const from = firstOffset(line, piece, index);
    const to = index === overflowing ? fittingOffset(filling, line, index) : piece.end - 1;
    const isStart = (offset: number): boolean => isClusterStart(filling, piece, offset);
    const at = graphemeBefore(filling.text, { from, to }, isStart);
    if (at !== null) return finished(line, { piece: index, offset: at }, 'soft');
    if (hasContentBetween(filling.pieces, line.start.piece, index))
      return finished(line, beforePiece(filling.pieces, index), 'soft');
  }
  return breakFirst(filling, line, overflowing);
}

/** Not even one grapheme fits: the line holds that one. */
function breakFirst(filling: Filling, line: Filled, index: number): Line | null {
  const piece = filling.pieces[index];
  if (piece?.kind !== 'text' || !mayBreakWord(piece)) return null;
  const range = { from: firstOffset(line, piece, index), to: piece.end - piece.spaces };
  const isStart = (offset: number): boolean => isClusterStart(filling, piece, offset);
  const after = graphemeAfter(filling.text, range, isStart);
  if (after !== null) return finished(line, { piece: index, offset: after }, 'soft');
  let next = index + 1;
  while (filling.pieces[next] && !isContent(filling.pieces[next])) next++;
  if (filling.pieces[next]?.kind !== 'text') return null;
  return finished(line, beforePiece(filling.pieces, next), 'soft');
}

/** Whether a word of this piece may part anywhere. */
export function mayBreakWord(piece: TextPiece): boolean {
  return piece.part.style.overflowWrap !== 'normal' && wraps(piece.part.style);
}

/** Nothing fits: the line ends at the first opportunity after. */
function overflow(filling: Filling, line: Filled, from: number): Line {
  const { flags, gaps } = filling.opportunities();
  for (let index = from; index < filling.pieces.length; index++) {
    const piece = filling.pieces[index] as Piece;
    if (piece.kind === 'break') return finished(line, afterBreak(filling.pieces, index), 'forced');
    if (index > from && gaps[index] !== 0 && isContent(piece))
      return finished(line, beforePiece(filling.pieces, index), 'soft', gaps[index] === 2);
    if (piece.kind !== 'text') continue;
    for (let at = firstOffset(line, piece, index) + 1; at < piece.end - piece.spaces; at++) {
      if (flags[at] === 1 && isClusterStart(filling, piece, at))
        return finished(line, { piece: index, offset: at }, 'soft');
    }
  }
  const end = { piece: filling.pieces.length, offset: filling.pieces.at(-1)?.end ?? 0 };
  return finished(line, end, 'last');
}
