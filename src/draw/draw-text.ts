import type { TextMark } from '../layout/item.ts';
import type { GlyphRun } from '../font/face.ts';
import type { Point } from '../geometry.ts';
import type { Content, Owner } from './content.ts';
import { moveText, openText, own, setFill, setFont } from './content.ts';
import type { EmbeddedFont, EmbeddedFonts } from './embed-font.ts';
import { encodeRun } from './encode-run.ts';

/** A text mark at its place. */
export interface PlacedText extends Point {
  readonly mark: TextMark;
  readonly owner: Owner;
  /** Whether a space must follow, because nothing that follows joins on. */
  readonly endsWord: boolean;
}

/** Operators of runs without spacing of their own: words come again, and their operators with them. */
export type EncodedRuns = Map<GlyphRun, string>;

/** Draw the text of one inline box on one line. */
export function drawText(
  content: Content,
  { fonts, encoded }: { readonly fonts: EmbeddedFonts; readonly encoded: EncodedRuns },
  text: PlacedText,
): void {
  const { mark } = text;
  openText(content);
  own(content, text.owner);
  setFill(content, mark.color);
  const spaced = spaceAfter(text);
  mark.runs.forEach((placed, index) => {
    const font = fonts.get(placed.run.face);
    if (font === undefined) return;
    setFont(content, font, mark.size);
    moveText(content, text.x + placed.x, text.y + mark.baseline);
    const space = spaced === index ? font.space : null;
    content.parts.push(operators(font, encoded, mark, { run: placed.run, space }));
  });
}

/** The run that the space joins: the last one, or the leftmost where all run from right to left; -1 for none. */
function spaceAfter({ mark, endsWord }: PlacedText): number {
  if (!endsWord) return -1;
  const leftwards = mark.runs.every(({ run }) => run.direction === 'rtl');
  return leftwards ? 0 : mark.runs.length - 1;
}

function operators(
  font: EmbeddedFont,
  encoded: EncodedRuns,
  mark: TextMark,
  { run, space }: { run: GlyphRun; space: number | null },
): string {
  const plain = mark.letterSpacing === 0 && mark.wordSpacing === 0 && run.offsets === null;
  if (!plain || space !== null) return encodeRun(font, run, { ...mark, space });
  const known = encoded.get(run);
  if (known !== undefined) return known;
  const fresh = encodeRun(font, run, { ...mark, space });
  encoded.set(run, fresh);
  return fresh;
}

/** Whether one text joins on the other: on the same line, edge to edge, to either side. */
export function joins(one: PlacedMark, other: PlacedMark): boolean {
  const size = Math.max(one.mark.size, other.mark.size);
  const down = one.y + one.mark.baseline - other.y - other.mark.baseline;
  if (Math.abs(down) > RAISED * size) return false;
  const right = Math.abs(one.x + one.mark.width - other.x);
  const left = Math.abs(other.x + other.mark.width - one.x);
  return Math.min(left, right) < TOUCHING * size;
}

/** Superscripts and subscripts of a word are moved by less than this, in em. */
const RAISED = 0.6;
const TOUCHING = 0.05;

/** A text mark with the corner it is placed by. */
export interface PlacedMark extends Point {
  readonly mark: TextMark;
}
