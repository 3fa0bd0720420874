import type { Face, GlyphRun } from '../font/face.ts';
import type { Page } from '../paginate/page.ts';

/** What a document uses of one face. */
export interface UsedFont {
  readonly face: Face;
  /** The name in resource dictionaries. */
  readonly name: string;
  readonly glyphs: Set<number>;
  /** The text that each glyph stands for, as the first cluster made of it alone has it. */
  readonly unicode: Map<number, string>;
  /** Runs in which some glyph stands for another text, or several glyphs stand for one text together. */
  readonly irregular: Set<GlyphRun>;
  /** The glyph of U+0020, null where the face has none. */
  readonly space: number | null;
}

/** The fonts of a document, in the order of their first use. */
export type UsedFonts = ReadonlyMap<Face, UsedFont>;

/** Glyphs of a run that stand for one piece of text together: `from` to `to` of the glyphs, visual order. */
export interface Cluster {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Walk all text once: subsets and glyph numbers are known only when every glyph is. */
export function collectFonts(pages: readonly Page[]): UsedFonts {
  const fonts = new Map<Face, UsedFont>();
  const seen = new Set<GlyphRun>();
  for (const page of pages) {
    for (const { mark } of page.items) {
      if (mark.kind !== 'text') continue;
      for (const { run } of mark.runs) {
        if (!seen.has(run)) collectRun(fontOf(fonts, run.face), run);
        seen.add(run);
      }
    }
  }
  for (const font of fonts.values()) nameSharedGlyphs(font);
  return fonts;
}

function fontOf(fonts: Map<Face, UsedFont>, face: Face): UsedFont {
  const known = fonts.get(face);
  if (known !== undefined) return known;
  const space = spaceOf(face);
  const font: UsedFont = {
    face,
    name: `F${fonts.size + 1}`,
    glyphs: new Set(space === null ? [] : [space]),
    unicode: new Map(space === null ? [] : [[space, ' ']]),
    irregular: new Set(),
    space,
  };
  fonts.set(face, font);
  return font;
}

function spaceOf(face: Face): number | null {
  if (!face.covers(0x20)) return null;
  const shaping = { script: 'Latn', language: 'en', direction: 'ltr', features: [] } as const;
  return face.shape(' ', shaping).glyphs[0] ?? null;
}

function collectRun(font: UsedFont, run: GlyphRun): void {
  if (isOneToOne(run)) return collectCharacters(font, run);
  for (const glyph of run.glyphs) font.glyphs.add(glyph);
  for (const cluster of clustersOf(run)) {
    if (cluster.to - cluster.from > 1) font.irregular.add(run);
    else nameGlyph(font, run, cluster);
  }
}

/** Whether each UTF-16 unit of the text has one glyph of its own, in order: what nearly all text comes to. */
function isOneToOne({ glyphs, clusters, text, direction }: GlyphRun): boolean {
  if (direction === 'rtl' || glyphs.length !== text.length) return false;
  for (let index = 0; index < clusters.length; index++) if (clusters[index] !== index) return false;
  return true;
}

function collectCharacters(font: UsedFont, run: GlyphRun): void {
  for (let index = 0; index < run.glyphs.length; index++) {
    const glyph = run.glyphs[index] ?? 0;
    font.glyphs.add(glyph);
    const text = run.text.charAt(index);
    const known = font.unicode.get(glyph);
    if (known === text) continue;
    if (known === undefined && glyph !== 0) font.unicode.set(glyph, text);
    else font.irregular.add(run);
  }
}

function nameGlyph(font: UsedFont, run: GlyphRun, cluster: Cluster): void {
  const glyph = run.glyphs[cluster.from] ?? 0;
  const text = run.text.slice(cluster.start, cluster.end);
  const known = font.unicode.get(glyph);
  if (known === undefined && glyph !== 0) font.unicode.set(glyph, text);
  else if (known !== text) font.irregular.add(run);
}

/** Glyphs that never stand alone get one character of their cluster; the runs carry the text beside them. */
function nameSharedGlyphs(font: UsedFont): void {
  for (const run of font.irregular) {
    for (const cluster of clustersOf(run)) {
      const chars = [...run.text.slice(cluster.start, cluster.end)];
      for (let index = cluster.from; index < cluster.to; index++) {
        const glyph = run.glyphs[index] ?? 0;
        const ordinal = run.direction === 'rtl' ? cluster.to - 1 - index : index - cluster.from;
        const char = chars[Math.min(ordinal, chars.length - 1)];
        if (char !== undefined && glyph !== 0 && !font.unicode.has(glyph))
          font.unicode.set(glyph, char);
      }
    }
  }
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
