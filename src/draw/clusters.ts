import type { GlyphRun } from '../font/face.ts';

/** Glyphs of a run that stand for one piece of text together: `from` to `to` of the glyphs, visual order. */
export interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** The clusters of a run in visual order. */
export function clustersOf(run: GlyphRun): readonly Cluster[] {
  const clusters: Cluster[] = [];
  const { clusters: starts, direction, text } = run;
  let from = 0;
  let before = text.length;
  while (from < starts.length) {
    const start = starts[from] ?? 0;
    let to = from + 1;
    while (to < starts.length && starts[to] === start) to++;
    const end = direction === 'rtl' ? before : (starts[to] ?? text.length);
    clusters.push({ from, to, start, end });
    before = start;
    from = to;
  }
  return clusters;
}
