import type { GlyphRun } from './face.ts';

/** Runs by their text, for one way of shaping. */
export interface RunCache {
  find(text: string): GlyphRun | undefined;
  keep(run: GlyphRun): void;
}

/** Caches that share one limit: when all of them together are full, all are emptied. */
export interface RunCachePool {
  open(): RunCache;
}

/** Longer texts are sentences, which seldom come again. */
const MAX_LENGTH = 64;

/** A pool for this many runs. */
export function createRunCachePool(limit: number): RunCachePool {
  const caches: Map<string, GlyphRun>[] = [];
  let kept = 0;
  const empty = (): void => {
    for (const runs of caches) runs.clear();
    kept = 0;
  };
  const open = (): RunCache => {
    const runs = new Map<string, GlyphRun>();
    caches.push(runs);
    const keep = (run: GlyphRun): void => {
      if (run.text.length > MAX_LENGTH) return;
      if (kept >= limit) empty();
      runs.set(run.text, run);
      kept++;
    };
    return { find: (text) => runs.get(text), keep };
  };
  return { open };
}
