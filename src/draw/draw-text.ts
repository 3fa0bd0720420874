import type { PlacedRun, TextMark } from '../layout/item.ts';
import type { Point } from '../geometry.ts';
import type { Content, Owner } from './content.ts';
import { ownText } from './content.ts';
import { setFill, setFont } from './graphics-state.ts';
import { placeRun } from './encode-run.ts';
import type { PdfWriter } from './writer.ts';
import { fontOf, type UsedFonts } from './used-fonts.ts';

/** A text mark at its place. */
export interface PlacedText extends Point {
  readonly mark: TextMark;
  readonly owner: Owner;
  /** Whether a space must follow, because nothing that follows joins on. */
  readonly endsWord: boolean;
}

/** What texts need of the file that they are drawn in. */
export interface TextMeans {
  readonly fonts: UsedFonts;
  readonly writer: PdfWriter;
}

/** Draw the text of one inline box on one line. */
export function drawText(content: Content, means: TextMeans, text: PlacedText): void {
  const { mark } = text;
  if (mark.runs.length === 0) return;
  ownText(content, text.owner);
  setFill(content, mark.color);
  const { size, letterSpacing, wordSpacing } = mark;
  const runs = inReadingOrder(mark);
  const last = text.endsWord ? runs[runs.length - 1] : undefined;
  for (const placed of runs) {
    const font = fontOf(means.fonts, placed.run.face, means.writer);
    setFont(content, font, size);
    const space = placed === last ? font.space : null;
    const x = text.x + placed.x;
    const y = text.y + mark.baseline;
    placeRun(content, font, placed.run, { x, y, size, letterSpacing, wordSpacing, space });
  }
}

/** Runs stand from left to right; where their texts only make sense the other way round they are written that way. */
function inReadingOrder({ runs, text }: TextMark): readonly PlacedRun[] {
  if (!haveLeftwards(runs)) return runs;
  const reversed = [...runs].reverse();
  return reversed.map(({ run }) => run.text).join('') === text ? reversed : runs;
}

function haveLeftwards(runs: readonly PlacedRun[]): boolean {
  for (const { run } of runs) if (run.direction === 'rtl') return true;
  return false;
}

/** Whether one text joins on the other: on the same line, edge to edge, to either side. */
export function joins(one: Point, mark: TextMark, other: Point, otherMark: TextMark): boolean {
  const size = Math.max(mark.size, otherMark.size);
  const down = one.y + mark.baseline - other.y - otherMark.baseline;
  if (Math.abs(down) > RAISED * size) return false;
  const right = Math.abs(one.x + mark.width - other.x);
  const left = Math.abs(other.x + otherMark.width - one.x);
  return Math.min(left, right) < TOUCHING * size;
}

/** Superscripts and subscripts of a word are moved by less than this, in em. */
const RAISED = 0.6;
const TOUCHING = 0.05;
