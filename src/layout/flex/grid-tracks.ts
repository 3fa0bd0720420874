import type { GridBox } from '../../box/box.ts';
import type { Track, TrackSize } from '../../style/style.ts';
import { resolve } from '../used-edges.ts';
import type { TrackSizing } from './taffy.ts';

/** Tracks beyond this count, or lines beyond it, are no layout but an attack on memory. */
const MAX_TRACKS = 1000;

type Minimum = TrackSizing['min'];
type Maximum = TrackSizing['max'];

/** A length in px; percentages of a size that is not known count as auto. */
function length(
  size: Exclude<TrackSize, string | { fr: number }>,
  base: number | null,
): number | 'auto' {
  if (size.percent !== 0 && base === null) return 'auto';
  return Math.max(0, resolve(size, base ?? 0));
}

function minimum(size: TrackSize, base: number | null): Minimum {
  if (typeof size === 'string') return size;
  return 'fr' in size ? 'auto' : length(size, base);
}

function maximum(size: TrackSize, base: number | null): Maximum {
  if (typeof size === 'string') return size;
  return 'fr' in size ? `${size.fr}fr` : length(size, base);
}

function track(given: Track, base: number | null): TrackSizing {
  switch (given.kind) {
    case 'size':
      return { min: minimum(given.size, base), max: maximum(given.size, base) };
    case 'minmax':
      return { min: minimum(given.min, base), max: maximum(given.max, base) };
    case 'fit-content':
      // Taffy's bindings have no limit for fit-content; without one it is max-content, shrinking to the minimum.
      return { min: 'auto', max: 'max-content' };
  }
}

/** Tracks for Taffy, as many as `least` at least: named areas make tracks of their own (CSS Grid 1, section 7.1). */
export function tracksOf(
  given: readonly Track[],
  auto: readonly Track[],
  least: number,
  base: number | null,
): TrackSizing[] {
  const tracks = given.slice(0, MAX_TRACKS).map((each) => track(each, base));
  const more = Math.min(least, MAX_TRACKS) - tracks.length;
  for (let index = 0; index < more; index++) {
    const each = auto[index % Math.max(1, auto.length)];
    tracks.push(each ? track(each, base) : { min: 'auto', max: 'auto' });
  }
  return tracks;
}

/** Tracks again, once it is known how wide they want to be: one that grew beyond its `fit-content()` is held there. */
export function heldTracks(
  tracks: readonly TrackSizing[],
  given: readonly Track[],
  widths: readonly number[],
  base: number | null,
): readonly TrackSizing[] {
  return tracks.map((one, index) => {
    const asked = given[index];
    if (asked?.kind !== 'fit-content') return one;
    const limit = length(asked.limit, base);
    return limit === 'auto' || (widths[index] ?? 0) <= limit ? one : { min: 'auto', max: limit };
  });
}

/** Lines around a named area, counted from 1. */
export interface Area {
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly columnStart: number;
  readonly columnEnd: number;
}

/** The areas that `grid-template-areas` draws. */
export function areasOf({ style }: GridBox): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>();
  style.gridTemplateAreas.slice(0, MAX_TRACKS).forEach((names, row) => {
    names.slice(0, MAX_TRACKS).forEach((name, column) => {
      if (name === '.') return;
      const known = areas.get(name);
      areas.set(name, {
        rowStart: known?.rowStart ?? row + 1,
        rowEnd: row + 2,
        columnStart: Math.min(known?.columnStart ?? Infinity, column + 1),
        columnEnd: Math.max(known?.columnEnd ?? 0, column + 2),
      });
    });
  });
  return areas;
}

/** Hold a line number or span within what a grid may have. */
export function heldLine(line: number): number {
  return Math.max(-MAX_TRACKS, Math.min(line, MAX_TRACKS));
}
