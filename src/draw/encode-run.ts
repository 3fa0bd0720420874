import type { GlyphRun } from '../font/face.ts';
import type { EmbeddedFont } from './embed-font.ts';
import { coordinate } from './format-number.ts';
import { utf16Hex } from './pdf-text.ts';
import type { Cluster } from './used-fonts.ts';
import { clustersOf } from './used-fonts.ts';

/** How a run is set, px. */
export interface RunSetting {
  readonly size: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  /** The glyph of a space that ends the run, null for none. */
  readonly space: number | null;
}

/** The operators that show a run from the pen on (ISO 32000-1, section 9.4.3). */
export function encodeRun(font: EmbeddedFont, run: GlyphRun, setting: RunSetting): string {
  const leftwards = run.direction === 'rtl';
  if (!leftwards && isPlain(font, run, setting)) return encodePlain(font, run, setting.space);
  const line: Line = { operators: [], array: [], shown: '', behind: 0 };
  if (leftwards && setting.space !== null) showSpaceBefore(line, font, setting.space);
  showClusters(line, font, run, setting);
  if (!leftwards && setting.space !== null) line.shown += font.codes[setting.space] ?? '';
  flush(line);
  const operators = line.operators.join('');
  return leftwards ? `/ReversedChars BMC\n${operators}EMC\n` : operators;
}

/** The operators of a run that only kerning moves: nearly all text, so it is written without detours. */
function encodePlain(font: EmbeddedFont, run: GlyphRun, space: number | null): string {
  const { codes, widths, scale } = font;
  const { glyphs, advances } = run;
  let shown = '(';
  let behind = 0;
  let adjusted = false;
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] ?? 0;
    if (behind >= NOTICED || behind <= -NOTICED) {
      const whole = Math.round(behind);
      shown += `)${-whole}(`;
      behind -= whole;
      adjusted = true;
    }
    shown += codes[glyph] ?? '';
    behind += (advances[index] ?? 0) * scale - (widths[glyph] ?? 0);
  }
  if (space !== null) shown += codes[space] ?? '';
  return adjusted ? `[${shown})]TJ\n` : `${shown})Tj\n`;
}

function isPlain(font: EmbeddedFont, run: GlyphRun, setting: RunSetting): boolean {
  const spaced = setting.letterSpacing !== 0 || setting.wordSpacing !== 0;
  const regular = font.irregular.size === 0 || !font.irregular.has(run);
  return run.offsets === null && !spaced && regular;
}

/** Operators being written: a TJ array, the string at its end, and how far the pen is behind, thousandths of an em. */
interface Line {
  readonly operators: string[];
  array: string[];
  shown: string;
  behind: number;
}

/** Half a thousandth of an em is nothing; what is left over is carried on, so that a line never drifts. */
const NOTICED = 0.5;

function adjust(line: Line): void {
  if (Math.abs(line.behind) < NOTICED) return;
  const whole = Math.round(line.behind);
  if (line.shown !== '') line.array.push(`(${line.shown})`);
  line.array.push(String(-whole));
  line.shown = '';
  line.behind -= whole;
}

function flush(line: Line): void {
  if (line.array.length === 0) {
    if (line.shown !== '') line.operators.push(`(${line.shown})Tj\n`);
  } else {
    if (line.shown !== '') line.array.push(`(${line.shown})`);
    line.operators.push(`[${line.array.join('')}]TJ\n`);
  }
  line.array = [];
  line.shown = '';
}

function showGlyphs(
  line: Line,
  font: EmbeddedFont,
  run: GlyphRun,
  { from, to }: { from: number; to: number },
): void {
  for (let index = from; index < to; index++) {
    const glyph = run.glyphs[index] ?? 0;
    adjust(line);
    line.shown += font.codes[glyph] ?? '\0\0';
    line.behind += (run.advances[index] ?? 0) * font.scale - (font.widths[glyph] ?? 0);
  }
}

function showSpaceBefore(line: Line, font: EmbeddedFont, space: number): void {
  line.behind -= font.widths[space] ?? 0;
  adjust(line);
  line.shown += font.codes[space] ?? '';
}

function showClusters(line: Line, font: EmbeddedFont, run: GlyphRun, setting: RunSetting): void {
  const emUnits = setting.size > 0 ? 1000 / setting.size : 0;
  for (const stretch of stretchesOf(font, run)) {
    if (stretch.spelled !== null) {
      flush(line);
      line.operators.push(`/Span<</ActualText<FEFF${utf16Hex(stretch.spelled)}>>>BDC\n`);
    }
    for (const cluster of stretch.clusters) {
      showCluster(line, font, run, { cluster, emUnits });
      const space = run.text[cluster.start] === ' ' ? setting.wordSpacing : 0;
      line.behind += (setting.letterSpacing + space) * emUnits;
    }
    if (stretch.spelled !== null) {
      flush(line);
      line.operators.push('EMC\n');
    }
  }
}

function showCluster(
  line: Line,
  font: EmbeddedFont,
  run: GlyphRun,
  { cluster, emUnits }: { cluster: Cluster; emUnits: number },
): void {
  const { offsets } = run;
  if (offsets === null) return showGlyphs(line, font, run, cluster);
  for (let index = cluster.from; index < cluster.to; index++) {
    const right = (offsets[index * 2] ?? 0) * font.scale;
    const up = ((offsets[index * 2 + 1] ?? 0) * font.scale) / (emUnits || 1);
    line.behind += right;
    if (up !== 0) setRise(line, up);
    showGlyphs(line, font, run, { from: index, to: index + 1 });
    if (up !== 0) setRise(line, 0);
    line.behind -= right;
  }
}

function setRise(line: Line, rise: number): void {
  flush(line);
  line.operators.push(`${coordinate(rise)} Ts\n`);
}

/** Neighbouring clusters whose glyphs say what they stand for, or whose text must be spelled beside them. */
interface Stretch {
  readonly clusters: Cluster[];
  spelled: string | null;
}

/** Neighbours to be spelled are spelled together, except from right to left, where their order would be lost. */
function stretchesOf(font: EmbeddedFont, run: GlyphRun): readonly Stretch[] {
  const clusters = clustersOf(run);
  if (!font.irregular.has(run)) return [{ clusters: [...clusters], spelled: null }];
  const stretches: Stretch[] = [];
  for (const cluster of clusters) {
    const text = run.text.slice(cluster.start, cluster.end);
    const regular = saidBy(font, run, cluster) === text;
    const last = stretches.at(-1);
    const goesOn = last !== undefined && (last.spelled === null) === regular;
    if (!goesOn || (!regular && run.direction === 'rtl')) {
      stretches.push({ clusters: [cluster], spelled: regular ? null : text });
    } else {
      last.clusters.push(cluster);
      if (last.spelled !== null) last.spelled += text;
    }
  }
  return stretches;
}

/** What the glyphs of a cluster say by themselves, in reading order. */
function saidBy(font: EmbeddedFont, run: GlyphRun, { from, to }: Cluster): string {
  const said = run.glyphs.slice(from, to).map((glyph) => font.unicode.get(glyph) ?? '');
  return (run.direction === 'rtl' ? said.reverse() : said).join('');
}
