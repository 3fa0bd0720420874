import type { Font } from 'harfbuzzjs';
import { copiedText } from '../copied-text.ts';
import type { Face, GlyphRun, Shaping } from './face.ts';
import { LazyRun, type RunSource } from './lazy-run.ts';
import { isOneToOne } from './plain-glyphs.ts';
import { createRunCachePool, type RunCache, type RunCachePool } from './run-cache.ts';
import { createShaper, type Shaper } from './shape-text.ts';
import { createPlan, planKey, type ShapingPlan } from './shaping-plan.ts';
import { windowProbes } from './window-probes.ts';
import { createWindowTable, hasDigit, type WindowTable } from './window-table.ts';

/** Runs kept by a face: words without digits, and texts with digits that the window table cannot read. */
const MAX_WORDS = 20_000;
const MAX_MIXED = 2_000;

/** Ways of shaping that a face remembers; documents use a handful. */
const MAX_WAYS = 64;

/** Texts with digits to shape whole before the window table is worth its probes, which cost about as much. */
const BEFORE_WINDOWS = 500;

/** One way of shaping with all that was remembered of it. */
interface Way {
  readonly plan: ShapingPlan;
  readonly direction: 'ltr' | 'rtl';
  readonly words: RunCache;
  readonly mixed: RunCache;
  /** Texts with digits that were shaped whole. */
  shaped: number;
  /** `waiting` until the face is worth probing; null where it cannot be used. */
  windows: Windows | 'waiting' | null;
}

/** A window table that is the source of runs. */
type Windows = WindowTable & RunSource;

/** The `shape` of a face: the shaper behind caches. Answers never depend on what was shaped before. */
export function createRunShaper(
  face: Face,
  font: Font,
): (text: string, shaping: Shaping) => GlyphRun {
  const shaper = createShaper(font);
  const findWay = createWays();
  return (text, shaping) => {
    const way = findWay(shaping);
    if (hasDigit(text)) return shapeNumber({ face, shaper, way }, text);
    return cached({ face, shaper, way }, way.words, text);
  };
}

/** What shapes a text. */
interface Means {
  readonly face: Face;
  readonly shaper: Shaper;
  readonly way: Way;
}

function cached({ face, shaper, way }: Means, cache: RunCache, text: string): GlyphRun {
  const known = cache.find(text);
  if (known !== undefined) return known;
  const shaped = shaper(text, way.plan);
  const { direction } = way;
  const plain = direction === 'ltr' && isOneToOne(text, shaped) ? shaped : null;
  const source = { face, direction, read: () => shaped, plain: () => plain };
  const run = new LazyRun(source, copiedText(text), shaped.width);
  cache.keep(run);
  return run;
}

function shapeNumber(means: Means, text: string): GlyphRun {
  const { way } = means;
  const table = openTable(way);
  const width = table?.measure(text) ?? null;
  if (table !== null && width !== null) return new LazyRun(table, text, width);
  const known = way.mixed.find(text);
  if (known !== undefined) return known;
  if (way.windows === 'waiting' && ++way.shaped > BEFORE_WINDOWS) way.windows = probe(means);
  const run = cached(means, way.mixed, text);
  if (openTable(way)?.learn(text, run) === false) way.windows = null;
  return run;
}

function openTable({ windows }: Way): Windows | null {
  return windows === 'waiting' ? null : windows;
}

/** A table that has met the probes, or null where two of them disagree. */
function probe({ face, shaper, way }: Means): Windows | null {
  if (way.direction === 'rtl') return null;
  const windows = createWindowTable();
  const agree = windowProbes().every((text) => windows.learn(text, shaper(text, way.plan)));
  return agree ? { face, direction: way.direction, ...windows } : null;
}

/** Finds the way for a shaping: by the object itself, else by what it says. */
function createWays(): (shaping: Shaping) => Way {
  let byObject = new WeakMap<Shaping, Way>();
  const byKey = new Map<string, Way>();
  let pools = createPools();
  return (shaping) => {
    const known = byObject.get(shaping);
    if (known !== undefined) return known;
    if (byKey.size >= MAX_WAYS) {
      byKey.clear();
      byObject = new WeakMap();
      pools = createPools();
    }
    const key = planKey(shaping);
    const way = byKey.get(key) ?? createWay(shaping, pools);
    byKey.set(key, way);
    byObject.set(shaping, way);
    return way;
  };
}

/** The caches of a face. */
interface Pools {
  readonly words: RunCachePool;
  readonly mixed: RunCachePool;
}

function createPools(): Pools {
  return { words: createRunCachePool(MAX_WORDS), mixed: createRunCachePool(MAX_MIXED) };
}

function createWay(shaping: Shaping, pools: Pools): Way {
  return {
    plan: createPlan(shaping),
    direction: shaping.direction,
    words: pools.words.open(),
    mixed: pools.mixed.open(),
    shaped: 0,
    windows: 'waiting',
  };
}
