import type { GlyphRun } from '../../font/face.ts';
import type { Style } from '../../style/style.ts';

/** How far glyphs are apart beside their advances, px. */
export interface Spacing {
  readonly letter: number;
  readonly word: number;
}

/** Size and spacing that text is measured with. */
export interface TextMeasure {
  readonly font: { readonly size: number };
  readonly spacing: Spacing;
}

/** px of a run at a size: advances, letter-spacing after each cluster, word-spacing after each U+0020. */
export function runWidth(run: GlyphRun, size: number, spacing: Spacing): number {
  const width = (run.width * size) / run.face.metrics.unitsPerEm;
  if (spacing.letter === 0 && spacing.word === 0) return width;
  return width + clusterCount(run) * spacing.letter + spaceCount(run.text) * spacing.word;
}

/** Spacing that a style asks for. */
export function styleSpacing(style: Style): Spacing {
  return { letter: style.letterSpacing, word: style.wordSpacing };
}

function clusterCount(run: GlyphRun): number {
  let count = 0;
  let last = -1;
  for (const cluster of run.clusters) {
    if (cluster !== last) count++;
    last = cluster;
  }
  return count;
}

/** Number of U+0020 in a text. */
export function spaceCount(text: string): number {
  let count = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++;
  return count;
}

/** Number of U+0020 at the end of a text. */
export function trailingSpaces(text: string): number {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end--;
  return text.length - end;
}

/** px of the spaces at the end of a run. */
export function spacesWidth(run: GlyphRun, { font, spacing }: TextMeasure): number {
  const spaces = trailingSpaces(run.text);
  if (spaces === 0) return 0;
  const from = run.text.length - spaces;
  const { clusters, advances } = run;
  const step = run.direction === 'rtl' ? 1 : -1;
  let width = 0;
  for (
    let glyph = step === 1 ? 0 : clusters.length - 1;
    (clusters[glyph] ?? -1) >= from;
    glyph += step
  )
    width += advances[glyph] ?? 0;
  const between = spaces * (spacing.letter + spacing.word);
  return (width * font.size) / run.face.metrics.unitsPerEm + between;
}

/**
 * For each offset in the run's text, and its end, the px before it in logical order. Offsets within a cluster have the
 * value of the cluster's end, so a cluster begins where the next value is larger.
 */
export function runEdges(run: GlyphRun, size: number, spacing: Spacing): Float64Array {
  const { text, advances, clusters } = run;
  const scale = size / run.face.metrics.unitsPerEm;
  const edges = new Float64Array(text.length + 1);
  const starts = new Uint8Array(text.length + 1);
  clusters.forEach((cluster, glyph) => {
    edges[cluster] = (edges[cluster] ?? 0) + (advances[glyph] ?? 0) * scale;
    starts[cluster] = 1;
  });
  let x = 0;
  for (let at = 0; at <= text.length; at++) {
    const width = edges[at] ?? 0;
    edges[at] = x;
    if (starts[at] === 1)
      x += width + spacing.letter + (text.charCodeAt(at) === 0x20 ? spacing.word : 0);
  }
  return raiseInner(edges, starts);
}

/** Offsets within a cluster get the value of its end. */
function raiseInner(edges: Float64Array, starts: Uint8Array): Float64Array {
  for (let at = edges.length - 2; at > 0; at--) {
    if (starts[at] === 0) edges[at] = edges[at + 1] ?? 0;
  }
  return edges;
}

/** The part of a run that stands for `text.slice(from, to)`, both at the bounds of clusters. */
export function sliceRun(run: GlyphRun, from: number, to: number): GlyphRun {
  const rtl = run.direction === 'rtl';
  const first = rtl ? glyphIndex(run, to) : glyphIndex(run, from);
  const end = rtl ? glyphIndex(run, from) : glyphIndex(run, to);
  const advances = run.advances.slice(first, end);
  return {
    face: run.face,
    text: run.text.slice(from, to),
    glyphs: run.glyphs.slice(first, end),
    advances,
    offsets: run.offsets ? run.offsets.slice(2 * first, 2 * end) : null,
    clusters: run.clusters.slice(first, end).map((cluster) => cluster - from),
    direction: run.direction,
    width: advances.reduce((sum, advance) => sum + advance, 0),
  };
}

/** First glyph (in visual order) of the clusters from `offset` on, or the end of them where text runs right to left. */
function glyphIndex(run: GlyphRun, offset: number): number {
  const rtl = run.direction === 'rtl';
  const { clusters } = run;
  let low = 0;
  let high = clusters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cluster = clusters[middle] ?? 0;
    if (rtl ? cluster >= offset : cluster < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
