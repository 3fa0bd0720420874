import type { PlacedRun, TextMark } from '../layout/item.ts';
import type { Point } from '../geometry.ts';
import type { Content, Owner } from './content.ts';
import { moveText, openText, own, setFill, setFont } from './content.ts';
import type { EmbeddedFonts } from './embed-font.ts';
import { encodeRun } from './encode-run.ts';

/** A text mark at its place. */
export interface PlacedText extends Point {
  readonly mark: TextMark;
  readonly owner: Owner;
  /** Whether a space must follow, because nothing that follows joins on. */
  readonly endsWord: boolean;
}

/** Draw the text of one inline box on one line. */
export function drawText(content: Content, fonts: EmbeddedFonts, text: PlacedText): void {
  const { mark } = text;
  if (mark.runs.length === 0) return;
  openText(content);
  own(content, text.owner);
  setFill(content, mark.color);
  const { size, letterSpacing, wordSpacing } = mark;
  const spacing = { size, letterSpacing, wordSpacing };
  const runs = inReadingOrder(mark);
  const last = text.endsWord ? runs.at(-1) : undefined;
  for (const placed of runs) {
    const font = fonts.get(placed.run.face);
    if (font === undefined) continue;
    setFont(content, font, size);
    moveText(content, text.x + placed.x, text.y + mark.baseline);
    const space = placed === last ? font.space : null;
    content.parts.push(encodeRun(font, placed.run, { ...spacing, space }));
  }
}

/** Runs stand from left to right; where their texts only make sense the other way round they are written that way. */
function inReadingOrder({ runs, text }: TextMark): readonly PlacedRun[] {
  if (runs.every(({ run }) => run.direction === 'ltr')) return runs;
  const reversed = [...runs].reverse();
  return reversed.map(({ run }) => run.text).join('') === text ? reversed : runs;
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
