/** Made when it is first asked: opening ICU's tables of graphemes takes longer than most documents need them. */
let segmenter: Intl.Segmenter | undefined;

/** Characters around a place that decide whether a grapheme ends there; longer ones are not looked at whole. */
const WINDOW = 64;

/** A range of offsets in a text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Below this no character joins the one before it, but a line feed. */
const FIRST_JOINING = 0x300;

/** Whether a grapheme surely ends between two characters: both are simple. */
function isSimple(text: string, offset: number): boolean {
  const next = text.charCodeAt(offset);
  return text.charCodeAt(offset - 1) < FIRST_JOINING && next < FIRST_JOINING && next !== 0x0a;
}

/** Largest grapheme boundary in (from, to] that `accept` takes, null where there is none near. */
export function graphemeBefore(
  text: string,
  range: Range,
  accept: (offset: number) => boolean,
): number | null {
  const { from, to } = range;
  if (to > from && isSimple(text, to) && accept(to)) return to;
  const start = Math.max(from, to - WINDOW);
  const found = boundaries(text, start, Math.min(text.length, to + WINDOW));
  return found.findLast((at) => at > from && at <= to && accept(at)) ?? null;
}

/** Smallest grapheme boundary in (from, to) that `accept` takes. */
export function graphemeAfter(
  text: string,
  range: Range,
  accept: (offset: number) => boolean,
): number | null {
  const { from, to } = range;
  if (from + 1 < to && isSimple(text, from + 1) && accept(from + 1)) return from + 1;
  for (let start = from; start < to; start += WINDOW) {
    const found = boundaries(text, start, Math.min(text.length, start + 2 * WINDOW));
    const at = found.find((one) => one > from && one < to && accept(one));
    if (at !== undefined) return at;
  }
  return null;
}

function boundaries(text: string, start: number, end: number): number[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text.slice(start, end)), ({ index }) => start + index).filter(
    (at) => at > start,
  );
}
