import { success } from '../../src/failure.ts';
import type { Face, FaceMetrics, FontSubset, GlyphRun, Shaping } from '../../src/font/face.ts';
import type { FaceStack, FaceStretch, FontBook } from '../../src/font/font-book.ts';

/** Ascent 0.8 em, descent 0.2 em, no line gap: a line of `normal` height is exactly 1 em. */
const metrics: FaceMetrics = {
  unitsPerEm: 1000,
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
  bounds: [0, -200, 1000, 800],
};

/** Code points that the em face lacks: the private use area, for tests of missing glyphs. */
function covered(codePoint: number): boolean {
  return codePoint < 0xe000 || codePoint > 0xf8ff;
}

/** Combining marks join the cluster before them and have no width. */
function isMark(char: string): boolean {
  return /^\p{M}$/u.test(char);
}

function shape(face: Face, text: string, shaping: Shaping): GlyphRun {
  const glyphs: number[] = [];
  const advances: number[] = [];
  const clusters: number[] = [];
  let index = 0;
  let cluster = 0;
  for (const char of text) {
    const mark = isMark(char);
    cluster = mark ? cluster : index;
    const codePoint = char.codePointAt(0) ?? 0;
    glyphs.push(covered(codePoint) ? codePoint : 0);
    advances.push(mark ? 0 : 1000);
    clusters.push(cluster);
    index += char.length;
  }
  if (shaping.direction === 'rtl') for (const list of [glyphs, advances, clusters]) list.reverse();
  const width = advances.reduce((sum, advance) => sum + advance, 0);
  return {
    face,
    text,
    glyphs,
    advances,
    offsets: null,
    clusters,
    direction: shaping.direction,
    width,
  };
}

function makeFace(changes: Partial<FaceMetrics> = {}): Face {
  const subset: FontSubset = { bytes: new Uint8Array(), ids: new Map() };
  const face: Face = {
    key: 'Em-Regular',
    postscriptName: 'Em-Regular',
    family: 'Em',
    weight: 400,
    slant: 'normal',
    metrics: { ...metrics, ...changes },
    covers: covered,
    shape: (text, shaping) => shape(face, text, shaping),
    advance: () => 1000,
    outline: () => [],
    subset: () => subset,
  };
  return face;
}

function itemize(text: string, stack: FaceStack): readonly FaceStretch[] {
  const stretches: FaceStretch[] = [];
  for (const char of text) {
    const face = covered(char.codePointAt(0) ?? 0) ? stack.primary : null;
    const last = stretches.at(-1);
    if (last && last.face === face) stretches.splice(-1, 1, { text: last.text + char, face });
    else stretches.push({ text: char, face });
  }
  return stretches;
}

/**
 * A book with one face in which every character is 1 em wide: positions in tests are sums of font sizes.
 * Other metrics (a line gap, another ascent) may be given in thousandths of an em.
 */
export function emBook(changes: Partial<FaceMetrics> = {}): FontBook {
  const primary = makeFace(changes);
  const stack: FaceStack = { faces: [primary], primary };
  const book: FontBook = {
    stack: () => stack,
    has: () => true,
    itemize,
    remedy: () => null,
    memo: (_, make) => make(),
    extend: () => success(book),
  };
  return book;
}
