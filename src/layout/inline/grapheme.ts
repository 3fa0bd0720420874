const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters around a place that decide whether a grapheme ends there; longer ones are not looked at whole. */
const WINDOW = 64;

/** A range of offsets in a text. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Largest grapheme boundary in (from, to] that `accept` takes, null where there is none near. */
export function graphemeBefore(
  text: string,
  range: Range,
  accept: (offset: number) => boolean,
): number | null {
  const start = Math.max(range.from, range.to - WINDOW);
  const found = boundaries(text, start, Math.min(text.length, range.to + WINDOW));
  return found.findLast((at) => at > range.from && at <= range.to && accept(at)) ?? null;
}

/** Smallest grapheme boundary in (from, to) that `accept` takes. */
export function graphemeAfter(
  text: string,
  range: Range,
  accept: (offset: number) => boolean,
): number | null {
  for (let start = range.from; start < range.to; start += WINDOW) {
    const found = boundaries(text, start, Math.min(text.length, start + 2 * WINDOW));
    const at = found.find((one) => one > range.from && one < range.to && accept(one));
    if (at !== undefined) return at;
  }
  return null;
}

function boundaries(text: string, start: number, end: number): number[] {
  return Array.from(graphemes.segment(text.slice(start, end)), ({ index }) => start + index).filter(
    (at) => at > start,
  );
}
