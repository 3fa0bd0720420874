import type { CompoundGlyph, GlyphRun } from '../font/face.ts';
import type { Cluster } from './clusters.ts';
import { clustersOf } from './clusters.ts';

/** Gives out the code of a file's glyph: for what is drawn, the text that it stands for. */
export type NameGlyph = (drawn: CompoundGlyph, text: string) => number;

/** Neighbouring glyphs that one code will stand for, visual order. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The run with one glyph for each piece of its text and no offsets: what a font draws by several glyphs becomes one compound,
 * which says its text by itself. So text extracts everywhere, and letters stay side by side.
 */
export function restateRun(run: GlyphRun, name: NameGlyph): GlyphRun {
  const glyphs: number[] = [];
  const advances: number[] = [];
  const clusters: number[] = [];
  for (const cluster of clustersOf(run)) {
    for (const group of groupsOf(run, cluster)) {
      glyphs.push(name(compoundOf(run, group), group.text));
      advances.push(advanceOf(run, group));
      clusters.push(cluster.start);
    }
  }
  const { face, text, direction, width } = run;
  return { face, text, glyphs, advances, offsets: null, clusters, direction, width };
}

/**
 * One group for a cluster. From right to left one for each character, since readers turn what stands side by side: the
 * letter with the dots that it is drawn with, then each of its marks.
 */
function groupsOf(run: GlyphRun, { from, to, start, end }: Cluster): readonly Group[] {
  const text = run.text.slice(start, end);
  const chars = [...text];
  if (run.direction === 'ltr' || to - from < chars.length || chars.length < 2) {
    return [{ from, to, text }];
  }
  const marks = chars.slice(1).reverse();
  return [
    ...marks.map((mark, index) => ({ from: from + index, to: from + index + 1, text: mark })),
    { from: from + marks.length, to, text: chars[0] ?? '' },
  ];
}

function advanceOf({ advances }: GlyphRun, { from, to }: Group): number {
  let sum = 0;
  for (let index = from; index < to; index++) sum += advances[index] ?? 0;
  return sum;
}

/** The glyphs of a group where the shaper put them. Its width has no kerning, so that equal looks are one glyph. */
function compoundOf(run: GlyphRun, { from, to }: Group): CompoundGlyph {
  const { glyphs, advances, offsets, face } = run;
  const parts: CompoundGlyph['parts'][number][] = [];
  let pen = 0;
  let width = 0;
  for (let index = from; index < to; index++) {
    const glyph = glyphs[index] ?? 0;
    const advance = advances[index] ?? 0;
    const x = pen + (offsets?.[index * 2] ?? 0);
    parts.push({ glyph, x, y: offsets?.[index * 2 + 1] ?? 0 });
    pen += advance;
    width += advance === 0 ? 0 : face.advance(glyph);
  }
  return { parts, advance: width };
}
