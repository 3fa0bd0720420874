import type { GlyphRun, PlainGlyphs } from './face.ts';

/** Whether each UTF-16 unit of a text became one glyph, in order from left to right and on the line. */
export function isOneToOne(
  text: string,
  { glyphs, clusters, offsets }: Pick<GlyphRun, 'glyphs' | 'clusters' | 'offsets'>,
): boolean {
  if (offsets !== null || glyphs.length !== text.length) return false;
  for (let index = 0; index < clusters.length; index++) if (clusters[index] !== index) return false;
  return true;
}

/** The glyphs of a run that has one for each UTF-16 unit; null for any other run. */
export function plainGlyphsOf(run: GlyphRun): PlainGlyphs | null {
  if (run.plain !== undefined) return run.plain;
  return run.direction === 'ltr' && isOneToOne(run.text, run) ? run : null;
}
