import type { Face, FaceMetrics, GlyphRun, Shaping } from './face.ts';

/** The box that stands for a character without a glyph, in em: its advance, its outline from the baseline, its stroke. */
export const LAST_RESORT_BOX = {
  advance: 0.6,
  left: 0.08,
  bottom: 0,
  width: 0.44,
  height: 0.7,
  stroke: 0.05,
} as const;

/** The key of `lastResortFace`, by which drawing knows that it has to draw boxes and no text. */
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

/** A face without a file: it covers nothing, and shapes each character to one box. What null faces are shaped with. */
export const lastResortFace: Face = {
  family: LAST_RESORT_KEY,
  weight: 400,
  slant: 'normal',
  key: LAST_RESORT_KEY,
  postscriptName: LAST_RESORT_KEY,
  metrics: METRICS,
  covers: () => false,
  shape: (text, shaping) => shapeBoxes(text, shaping),
  advance: () => LAST_RESORT_BOX.advance * UNITS,
  subset: (glyphs) => ({
    bytes: new Uint8Array(0),
    ids: new Map([...glyphs].map((glyph) => [glyph, 0])),
  }),
};

function shapeBoxes(text: string, shaping: Shaping): GlyphRun {
  const clusters = [...text.matchAll(CLUSTERS)].map((match) => match.index);
  if (shaping.direction === 'rtl') clusters.reverse();
  const advance = LAST_RESORT_BOX.advance * UNITS;
  return {
    face: lastResortFace,
    text,
    glyphs: clusters.map(() => 0),
    advances: clusters.map(() => advance),
    offsets: null,
    clusters,
    direction: shaping.direction,
    width: clusters.length * advance,
  };
}
