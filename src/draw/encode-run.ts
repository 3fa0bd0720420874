import type { GlyphRun } from '../font/face.ts';
import type { EmbeddedFont } from './embed-font.ts';
import { coordinate } from './format-number.ts';
import { utf16Hex } from './pdf-text.ts';
import { stretchesOf, wordsOf, type Stretch } from './stretches.ts';
import type { Cluster } from './clusters.ts';
import { clustersOf } from './clusters.ts';

/** How a run is set, px. */
export interface RunSetting {
  readonly size: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  /** The glyph of a space that ends the run, null for none. */
  readonly space: number | null;
}

/** The operators that show a run from the pen on (ISO 32000-1, section 9.4.3). */
export function encodeRun(font: EmbeddedFont, shaped: GlyphRun, setting: RunSetting): string {
  const run = font.restated.get(shaped) ?? shaped;
  const leftwards = run.direction === 'rtl';
  if (!leftwards && isPlain(font, run, setting)) return encodePlain(font, run, setting.space);
  if (leftwards && isTurned(run.text)) return encodeTurned(font, run, setting);
  return leftwards ? encodeLeftwards(font, run, setting) : encodeSpaced(font, run, setting);
}

/** Text from right to left: readers take it as it stands and turn it, its space at its left. */
function encodeLeftwards(font: EmbeddedFont, run: GlyphRun, setting: RunSetting): string {
  const line = beginLine();
  if (setting.space !== null) showSpaceBefore(line, font, setting.space);
  showStretches(line, font, run, { setting, stretches: stretchesOf(font, run) });
  return `/ReversedChars BMC\n${endLine(line)}EMC\n`;
}

const LEFTWARD_LETTER =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** Whether letters that run from left to right are forced to run the other way, which no reader expects. */
function isTurned(text: string): boolean {
  return LETTER.test(text) && !LEFTWARD_LETTER.test(text);
}

function encodeTurned(font: EmbeddedFont, run: GlyphRun, setting: RunSetting): string {
  const line = beginLine();
  const whole = { clusters: clustersOf(run), spelled: run.text };
  showStretches(line, font, run, { setting, stretches: [whole] });
  if (setting.space !== null) line.shown += font.codes[setting.space] ?? '';
  return endLine(line);
}

/** Gaps between letters that readers take for spaces, in em: words are spelled beside such letters. */
const WIDE = 0.08;

/** Text whose letters or words are set apart. Readers know of letter-spacing by its operator, not by moves of the pen. */
function encodeSpaced(font: EmbeddedFont, run: GlyphRun, setting: RunSetting): string {
  const line = beginLine();
  const { letterSpacing, size } = setting;
  const even = letterSpacing !== 0 && clustersOf(run).length === run.glyphs.length;
  const wide = letterSpacing > WIDE * size;
  const stretches = wide ? wordsOf(run) : stretchesOf(font, run);
  const rest = even ? { ...setting, letterSpacing: 0 } : setting;
  showStretches(line, font, run, { setting: rest, stretches });
  if (setting.space !== null) line.shown += font.codes[setting.space] ?? '';
  const operators = endLine(line);
  return even ? `${coordinate(letterSpacing)} Tc\n${operators}0 Tc\n` : operators;
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

function beginLine(): Line {
  return { operators: [], array: [], shown: '', behind: 0 };
}

function endLine(line: Line): string {
  flush(line);
  return line.operators.join('');
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

function showStretches(
  line: Line,
  font: EmbeddedFont,
  run: GlyphRun,
  { setting, stretches }: { setting: RunSetting; stretches: readonly Stretch[] },
): void {
  const emUnits = setting.size > 0 ? 1000 / setting.size : 0;
  for (const stretch of stretches) {
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
