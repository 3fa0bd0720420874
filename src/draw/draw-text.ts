import type { PlacedRun, TextMark } from '../layout/item.ts';
import type { Point } from '../geometry.ts';
import type { Canvas } from './canvas.ts';
import { setFill, setFont } from './graphics-state.ts';
import { placeRun, type RunPlace } from './encode-run.ts';
import { fontOf } from './used-fonts.ts';

/** Draw the text of one inline box on one line. A space must follow where it ends a word: nothing that follows joins on. */
export function drawText(
  { content, drawing }: Canvas,
  mark: TextMark,
  { x, y }: Point,
  endsWord: boolean,
): void {
  setFill(content, mark.color);
  const { size, letterSpacing, wordSpacing } = mark;
  const runs = inReadingOrder(mark);
  const last = endsWord ? runs[runs.length - 1] : undefined;
  const at: RunPlace = { x, y: y + mark.baseline, size, letterSpacing, wordSpacing, space: null };
  for (const placed of runs) {
    const font = fontOf(drawing.fonts, placed.run.face, drawing.writer);
    setFont(content, font, size);
    at.x = x + placed.x;
    if (placed === last) at.space = font.space;
    placeRun(content, font, placed.run, at);
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
