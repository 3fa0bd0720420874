import type { Element, Node, SourceOffset } from './element.ts';

/** How rows are written that differ in nothing but the texts of their cells and the data in their tags. */
export interface RowPattern {
  /** What stands before, between and behind the gaps; one more than there are gaps. */
  readonly pieces: readonly string[];
  /** Those of the row itself. */
  readonly attributes: Element['attributes'];
  readonly nodes: readonly PatternNode[];
}

/** A node of such rows: where it begins, and which gaps are its own; -1 for none. */
export interface PatternNode {
  /** The node without its place and its content, and with the data of the row that the pattern was learnt from. */
  readonly node: Node;
  /** The piece in which it begins, and how far into it. */
  readonly piece: number;
  readonly offset: number;
  /** The gap that is the value of the last attribute of its tag. */
  readonly data: number;
  /** The gap that is its text. */
  readonly text: number;
}

/** What one row has in the gaps. */
export interface RowGaps {
  readonly texts: readonly string[];
  readonly starts: readonly SourceOffset[];
}

/** The end of a row that begins here, if it is written by the pattern; -1 elsewhere. Gaps are never empty and have no entities. */
export function endOfRow(html: string, { pieces }: RowPattern, start: SourceOffset): number {
  let at = start;
  for (let index = 0; index < pieces.length; index++) {
    if (index > 0) at = endOfGap(html, at, pieces[index] ?? '');
    const piece = pieces[index] ?? '';
    if (at < 0 || !html.startsWith(piece, at)) return -1;
    at += piece.length;
  }
  return at;
}

/** What a row that is written by the pattern has in the gaps. */
export function gapsOf(html: string, { pieces }: RowPattern, start: SourceOffset): RowGaps {
  const count = pieces.length - 1;
  const texts = new Array<string>(count);
  const starts = new Array<SourceOffset>(count);
  let at = start;
  for (let gap = 0; gap < count; gap++) {
    at += pieces[gap]?.length ?? 0;
    const end = endOfGap(html, at, pieces[gap + 1] ?? '');
    texts[gap] = html.slice(at, end);
    starts[gap] = at;
    at = end;
  }
  return { texts, starts };
}

/** The place of something in a row that begins here, by its place in the pattern. */
export function placeIn(
  gaps: RowGaps,
  start: SourceOffset,
  { piece, offset }: Pick<PatternNode, 'piece' | 'offset'>,
): SourceOffset {
  const gap = piece - 1;
  return (gap < 0 ? start : (gaps.starts[gap] ?? 0) + (gaps.texts[gap]?.length ?? 0)) + offset;
}

const AMPERSAND = 0x26;

/** Where the piece behind a gap would begin: at the bracket or the quotation mark that ends the gap. */
function endOfGap(html: string, start: number, next: string): number {
  const closing = next.charCodeAt(0);
  for (let at = start; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === closing) return at > start ? at : -1;
    if (code === AMPERSAND) return -1;
  }
  return -1;
}
