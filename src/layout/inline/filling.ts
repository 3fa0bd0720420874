import { runEdges } from './glyph-run.ts';
import { breakOpportunities } from './break-opportunities.ts';
import type { Paragraph } from './paragraph.ts';
import type { Piece, TextPiece } from './piece.ts';
import { preservesSpaces, wraps } from './white-space.ts';

/** Whether a line may begin at a place: not, at a soft wrap opportunity, or at one that shows a hyphen. */
export type Gap = 0 | 1 | 2;

/** Soft wrap opportunities of a paragraph in pieces. */
export interface Opportunities {
  /** By offset of the text. */
  readonly flags: Uint8Array;
  /** In front of each piece, a `Gap`. */
  readonly gaps: Uint8Array;
}

/** A paragraph in pieces, with what is computed only where lines must be broken; each once. */
export interface Filling {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly opportunities: () => Opportunities;
  /** px in front of each offset of a text piece's run. */
  readonly edges: (piece: TextPiece) => Float64Array;
}

/** Prepare a paragraph for filling. */
export function fillingOf(paragraph: Paragraph, pieces: readonly Piece[]): Filling {
  let opportunities: Opportunities | null = null;
  let edges: Map<TextPiece, Float64Array> | null = null;
  return {
    text: paragraph.text,
    pieces,
    opportunities: () => (opportunities ??= findOpportunities(paragraph, pieces)),
    edges: (piece) => {
      edges ??= new Map();
      const known = edges.get(piece) ?? pieceEdges(piece);
      edges.set(piece, known);
      return known;
    },
  };
}

function pieceEdges(piece: TextPiece): Float64Array {
  const { font, spacing } = piece.textStyle;
  return runEdges(piece.run, font.size, spacing);
}

/** Whether a piece is more than an edge of a span or the place of a box out of flow. */
export function isContent(piece: Piece | undefined): boolean {
  return piece !== undefined && !WITHOUT_CONTENT.has(piece.kind);
}

const WITHOUT_CONTENT: ReadonlySet<Piece['kind']> = new Set(['open', 'close', 'anchor'] as const);

function findOpportunities(paragraph: Paragraph, pieces: readonly Piece[]): Opportunities {
  const flags = breakOpportunities(paragraph);
  const gaps = new Uint8Array(pieces.length);
  let end = 0;
  pieces.forEach((piece, index) => {
    if (!isContent(piece)) return;
    for (let at = Math.max(end, 1); at <= piece.start; at++) {
      if (flags[at] === 1) gaps[index] = paragraph.text.charCodeAt(at - 1) === 0xad ? 2 : 1;
    }
    end = piece.kind === 'break' ? piece.end + 1 : piece.end;
  });
  return { flags, gaps };
}

/** Distance from `x` to the next tab stop, at least half a space (CSS Text 3, section 4.2). */
export function tabWidth(interval: number, x: number): number {
  if (interval <= 0) return 0;
  const rest = interval - (x % interval);
  return rest < interval / 16 ? rest + interval : rest;
}

/** px of spaces at the end of the line so far that take no room: removed, or hanging (CSS Text 3, section 4.1.3). */
export function hangAfter(piece: Piece, width: number, hang: number): number {
  if (!isContent(piece)) return hang;
  if (piece.kind !== 'text' || !hangs(piece)) return 0;
  const blank = piece.spaces === piece.end - piece.start;
  return blank ? hang + width : piece.spaceWidth;
}

/** Whether spaces at a line's end hang or go: all but those of `white-space: pre`. */
export function hangs(piece: TextPiece): boolean {
  return !preservesSpaces(piece.part.style) || wraps(piece.part.style);
}
