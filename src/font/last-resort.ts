import type { PathStep, Point } from '../geometry.ts';
import type { Face, FaceMetrics, FontSubset, GlyphRun, Shaping } from './face.ts';
import { writeBoxFont } from './last-resort-font.ts';

/** The box that stands for a character without a glyph, in em: its advance, its outline from the baseline, its stroke. */
export const LAST_RESORT_BOX = {
  advance: 0.6,
  left: 0.08,
  bottom: 0,
  width: 0.44,
  height: 0.7,
  stroke: 0.05,
} as const;

/** The key of `lastResortFace`, by which layout knows what to warn of. */
export const LAST_RESORT_KEY = 'LastResort';

const UNITS = 1000;

const METRICS: FaceMetrics = {
  unitsPerEm: UNITS,
  ascent: 800,
  descent: 200,
  lineGap: 0,
  capHeight: 700,
  xHeight: 500,
  underlinePosition: 100,
  underlineThickness: 50,
  strikeoutPosition: 250,
  strikeoutThickness: 50,
  italicAngle: 0,
  bounds: [0, -200, 600, 800],
};

/** A base character with all that belongs to it. */
const CLUSTERS = /\P{M}[\p{M}\u200c\u200d]*|[\p{M}\u200c\u200d]+/gu;

/** The glyph of the box. Not 0, which archival files must not show (ISO 19005-2, section 6.2.11.8). */
const BOX = 1;

const ADVANCE = Math.trunc(LAST_RESORT_BOX.advance * UNITS);

/** The box with the hole in it. */
const OUTLINE: readonly PathStep[] = [...boxSteps(0), ...boxSteps(LAST_RESORT_BOX.stroke)];

function boxSteps(inset: number): readonly PathStep[] {
  const { left, bottom, width, height } = LAST_RESORT_BOX;
  const [x, y] = [(left + inset) * UNITS, (bottom + inset) * UNITS];
  const right = (left + width - inset) * UNITS;
  const top = (bottom + height - inset) * UNITS;
  const corners: readonly Point[] =
    inset === 0
      ? [
          { x, y },
          { x: right, y },
          { x: right, y: top },
          { x, y: top },
        ]
      : [
          { x, y },
          { x, y: top },
          { x: right, y: top },
          { x: right, y },
        ];
  const steps = corners.map((corner, index): PathStep => ({
    kind: index === 0 ? 'move' : 'line',
    ...corner,
  }));
  return [...steps, { kind: 'close' }];
}

/**
 * A face without a file: it covers nothing, and shapes each character to one box. What text is shaped with that no face
 * has; its subset is a font like any other, so drawing need not know of it.
 */
export const lastResortFace: Face = {
  family: LAST_RESORT_KEY,
  weight: 400,
  slant: 'normal',
  key: LAST_RESORT_KEY,
  postscriptName: LAST_RESORT_KEY,
  metrics: METRICS,
  covers: () => false,
  shape: (text, shaping) => shapeBoxes(text, shaping),
  advance: () => ADVANCE,
  outline: () => OUTLINE,
  subset: (glyphs) => subsetBoxes(glyphs),
};

/** The same font for every set: there is but one box in it. */
function subsetBoxes(glyphs: Iterable<number | null>): FontSubset {
  const { left, bottom, width, height, stroke } = LAST_RESORT_BOX;
  const units = (em: number): number => Math.trunc(em * UNITS);
  const bytes = writeBoxFont({
    unitsPerEm: UNITS,
    ascent: METRICS.ascent,
    descent: METRICS.descent,
    advance: ADVANCE,
    left: units(left),
    bottom: units(bottom),
    width: units(width),
    height: units(height),
    stroke: units(stroke),
  });
  const given = [...glyphs].filter((glyph) => glyph !== null);
  return { bytes, ids: new Map(given.map((glyph) => [glyph, glyph === BOX ? BOX : 0])) };
}

function shapeBoxes(text: string, shaping: Shaping): GlyphRun {
  const clusters = [...text.matchAll(CLUSTERS)].map((match) => match.index);
  if (shaping.direction === 'rtl') clusters.reverse();
  return {
    face: lastResortFace,
    text,
    glyphs: clusters.map(() => BOX),
    advances: clusters.map(() => ADVANCE),
    offsets: null,
    clusters,
    direction: shaping.direction,
    width: clusters.length * ADVANCE,
  };
}
