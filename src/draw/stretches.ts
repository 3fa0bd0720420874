import type { GlyphRun } from '../font/face.ts';
import type { Cluster } from './clusters.ts';
import { clustersOf } from './clusters.ts';
import { textOf, type UsedFont } from './used-fonts.ts';

/** Neighbouring clusters whose glyphs say what they stand for, or whose text must be spelled beside them. */
export interface Stretch {
  readonly clusters: readonly Cluster[];
  readonly spelled: string | null;
}

/** A stretch that may still grow. */
interface Growing {
  readonly clusters: Cluster[];
  spelled: string | null;
}

/** Each word to be spelled as a whole, and the spaces between them. */
export function wordsOf(run: GlyphRun): readonly Stretch[] {
  const words: Growing[] = [];
  for (const cluster of clustersOf(run)) {
    const text = run.text.slice(cluster.start, cluster.end);
    const last = words.at(-1);
    if (text === ' ') words.push({ clusters: [cluster], spelled: null });
    else if (last === undefined || last.spelled === null) {
      words.push({ clusters: [cluster], spelled: text });
    } else {
      last.clusters.push(cluster);
      last.spelled += text;
    }
  }
  return words;
}

/** A run whose glyphs say all of it. */
export function wholeRun(run: GlyphRun): readonly Stretch[] {
  return [{ clusters: clustersOf(run), spelled: null }];
}

/** Neighbours to be spelled are spelled together, except from right to left, where their order would be lost. */
export function stretchesOf(font: UsedFont, run: GlyphRun): readonly Stretch[] {
  const clusters = clustersOf(run);
  const stretches: Growing[] = [];
  for (const cluster of clusters) {
    const text = run.text.slice(cluster.start, cluster.end);
    const regular = saidBy(font, run, cluster) === text;
    const last = stretches.at(-1);
    const goesOn = last !== undefined && (last.spelled === null) === regular;
    if (!goesOn || (!regular && run.direction === 'rtl')) {
      stretches.push({ clusters: [cluster], spelled: regular ? null : text });
    } else {
      last.clusters.push(cluster);
      if (last.spelled !== null) last.spelled += text;
    }
  }
  return stretches;
}

/** What the glyphs of a cluster say by themselves, in reading order. */
function saidBy(font: UsedFont, run: GlyphRun, { from, to }: Cluster): string {
  const said = run.glyphs.slice(from, to).map((glyph) => textOf(font, glyph) ?? '');
  return (run.direction === 'rtl' ? said.reverse() : said).join('');
}
