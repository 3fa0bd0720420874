import type { GlyphRun } from '../font/face.ts';
import { admitPlain, admitRun, type AdmittedRun } from './admit-run.ts';
import { clustersOf, type Cluster } from './clusters.ts';
import { moveText, type Content } from './content.ts';
import { setSpacing } from './graphics-state.ts';
import { coordinate } from './format-number.ts';
import { isForced, isTurned, keptInOrder } from './forced-direction.ts';
import { utf16Hex } from './pdf-text.ts';
import { NOTICED, goOnPlain, showPlain } from './show-plain.ts';
import { stretchesOf, wholeRun, wordsOf, type Stretch } from './stretches.ts';
import { codeText, spaceText, widthOf, type UsedFont } from './used-fonts.ts';
import { write } from './byte-text.ts';

/** How a run is set, px. */
export interface RunSetting {
  readonly size: number;
  readonly letterSpacing: number;
  readonly wordSpacing: number;
  /** The glyph of a space that ends the run, null for none. */
  space: number | null;
}

/** The place of one run after the other, and how each is set. */
export type RunPlace = RunSetting & { x: number; readonly y: number };

/** Show a run at its place: behind the text before it, or from a new place on. */
export function placeRun(content: Content, font: UsedFont, run: GlyphRun, setting: RunPlace): void {
  if (isEven(setting) && goOnPlain(content, font, run, setting)) return;
  moveText(content, setting.x, setting.y);
  showRun(content, font, run, setting);
}

function isEven({ letterSpacing, wordSpacing, size }: RunSetting): boolean {
  return wordSpacing === 0 && letterSpacing <= WIDE * size;
}

/** Show a run from the pen on (ISO 32000-1, section 9.4.3). */
export function showRun(
  content: Content,
  font: UsedFont,
  shaped: GlyphRun,
  setting: RunSetting,
): void {
  const plain = isEven(setting) ? admitPlain(font, shaped) : null;
  if (plain !== null) {
    setSpacing(content, setting.letterSpacing);
    return showPlain(content, font, { run: shaped, plain }, setting);
  }
  const admitted = admitRun(font, shaped);
  if (shaped.direction === 'rtl') {
    setSpacing(content, 0);
    const encode = isTurned(admitted.run) ? encodeTurned : encodeLeftwards;
    return write(content.text, encode(font, admitted, setting));
  }
  showSpaced(content, font, admitted, setting);
}

/** Text from right to left: readers take it as it stands and turn it, its space at its left. */
function encodeLeftwards(font: UsedFont, admitted: AdmittedRun, setting: RunSetting): string {
  const { run } = admitted;
  const line = beginLine();
  if (setting.space !== null) showSpaceBefore(line, font, setting.space);
  showStretches(line, font, run, { setting, stretches: spelledWhereNeeded(font, admitted) });
  return `/ReversedChars BMC\n${endLine(line)}EMC\n`;
}

function spelledWhereNeeded(font: UsedFont, { run, regular }: AdmittedRun): readonly Stretch[] {
  return regular ? wholeRun(run) : stretchesOf(font, run);
}

function encodeTurned(font: UsedFont, { run }: AdmittedRun, setting: RunSetting): string {
  const line = beginLine();
  const whole = { clusters: clustersOf(run), spelled: run.text };
  showStretches(line, font, run, { setting, stretches: [whole] });
  if (setting.space !== null) line.shown += spaceText(font, setting.space);
  return endLine(line);
}

/** Gaps between letters that readers take for spaces, in em: words are spelled beside such letters. */
const WIDE = 0.08;

/** Text of which some must be spelled, moved off its line, or set apart by other means than the font's. */
function showSpaced(
  content: Content,
  font: UsedFont,
  admitted: AdmittedRun,
  setting: RunSetting,
): void {
  const { run } = admitted;
  const line = beginLine();
  const { letterSpacing, size } = setting;
  const even = letterSpacing !== 0 && clustersOf(run).length === run.glyphs.length;
  const wide = letterSpacing > WIDE * size;
  const stretches = spacedStretches(font, admitted, wide);
  const rest = even ? { ...setting, letterSpacing: 0 } : setting;
  showStretches(line, font, run, { setting: rest, stretches });
  if (setting.space !== null) line.shown += spaceText(font, setting.space);
  setSpacing(content, even ? letterSpacing : 0);
  write(content.text, endLine(line));
}

function spacedStretches(font: UsedFont, admitted: AdmittedRun, wide: boolean): readonly Stretch[] {
  const { run } = admitted;
  if (isForced(run)) return [{ clusters: clustersOf(run), spelled: keptInOrder(run.text) }];
  return wide ? wordsOf(run) : spelledWhereNeeded(font, admitted);
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
  font: UsedFont,
  run: GlyphRun,
  { from, to }: { from: number; to: number },
): void {
  for (let index = from; index < to; index++) {
    const glyph = run.glyphs[index] ?? 0;
    adjust(line);
    line.shown += codeText(font, glyph);
    line.behind += (run.advances[index] ?? 0) * font.scale - widthOf(font, glyph);
  }
}

function showSpaceBefore(line: Line, font: UsedFont, space: number): void {
  line.behind -= widthOf(font, space);
  adjust(line);
  line.shown += spaceText(font, space);
}

function showStretches(
  line: Line,
  font: UsedFont,
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
  font: UsedFont,
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
