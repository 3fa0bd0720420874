import {
  FIRST_COMPOUND,
  type CompoundGlyph,
  type GlyphRun,
  type PlainGlyphs,
} from '../font/face.ts';
import { plainGlyphsOf } from '../font/plain-glyphs.ts';
import { clustersOf, type Cluster } from './clusters.ts';
import { restateRun } from './restate-run.ts';
import { codeOf, isPrivate, nameGlyph, sayable, textOf, type UsedFont } from './used-fonts.ts';

/** A run as it is written, and whether some of its text must be spelled because its glyphs do not say it. */
export interface AdmittedRun {
  readonly run: GlyphRun;
  readonly regular: boolean;
}

/** Compounds of a font, far below the 65,535 codes that it may have; runs after that are spelled beside their glyphs. */
const MOST_COMPOUNDS = 20_000;

/** Restated runs to keep: the words of a page come again, those of a document need not be remembered. */
const MOST_RESTATED = 2_000;

/**
 * Take a run whose every UTF-16 unit has one glyph of its own, in order, that says it: what nearly all text comes to. The
 * answer is its glyphs; null, and nothing taken, for any other run.
 */
export function admitPlain(font: UsedFont, run: GlyphRun): PlainGlyphs | null {
  const plain = plainGlyphsOf(run);
  if (plain === null) return null;
  const { glyphs } = plain;
  const { text } = run;
  let { units } = font.tables;
  for (let index = 0; index < text.length; index++) {
    const glyph = glyphs[index] ?? 0;
    const unit = text.charCodeAt(index);
    if (isLeftwardUnit(unit)) return null;
    if (units[glyph] === unit) continue;
    if (!learn(font, glyph, unit)) return null;
    units = font.tables.units;
  }
  return plain;
}

/** Of a run from left to right, letters that readers would turn: it has to be spelled. */
const isLeftwardUnit = (unit: number): boolean =>
  unit >= 0x590 && (unit <= 0x8ff || (unit >= 0xfb1d && unit <= 0xfefe));

/** Let a glyph that has said nothing so far say a character. */
function learn(font: UsedFont, glyph: number, unit: number): boolean {
  const known = textOf(font, glyph);
  const text = String.fromCharCode(unit);
  if (glyph === 0 || (known ?? sayable(text)) !== text) return false;
  nameGlyph(font, glyph, text);
  return true;
}

/** Take any run: its glyphs get their codes, and each says what it stands for. */
export function admitRun(font: UsedFont, run: GlyphRun): AdmittedRun {
  if (plainGlyphsOf(run) !== null) return admitClusters(font, run, clustersOf(run));
  if (font.face.compounds === true && font.compounds.size < MOST_COMPOUNDS) {
    return { run: restate(font, run), regular: !isPrivate(run.text) };
  }
  return admitClusters(font, run, clustersOf(run));
}

function admitClusters(font: UsedFont, run: GlyphRun, clusters: readonly Cluster[]): AdmittedRun {
  const regular = clusters.filter((cluster) => admitCluster(font, run, cluster));
  if (regular.length === clusters.length) return { run, regular: true };
  shareText(font, run, clusters);
  return { run, regular: false };
}

function restate(font: UsedFont, run: GlyphRun): GlyphRun {
  const known = font.restated.get(run);
  if (known !== undefined) return known;
  const restated = restateRun(run, (drawn, text) => nameCompound(font, drawn, text));
  if (font.restated.size >= MOST_RESTATED) font.restated.clear();
  font.restated.set(run, restated);
  return restated;
}

/** A glyph where it stands keeps its own code as long as it says the same; all else becomes a compound, once. */
function nameCompound(font: UsedFont, drawn: CompoundGlyph, text: string): number {
  const plain = plainGlyph(font, drawn);
  const said = sayable(text);
  if (plain !== null && (textOf(font, plain) ?? said) === said) {
    nameGlyph(font, plain, said);
    return plain;
  }
  const key = `${drawn.advance} ${drawn.parts.map(({ glyph, x, y }) => `${glyph} ${x} ${y}`).join()} ${text}`;
  const known = font.compoundKeys.get(key);
  if (known !== undefined) return known;
  const number = FIRST_COMPOUND + font.compounds.size;
  font.compoundKeys.set(key, number);
  font.compounds.set(number, drawn);
  nameGlyph(font, number, said);
  return number;
}

function plainGlyph({ face }: UsedFont, { parts, advance }: CompoundGlyph): number | null {
  const [part] = parts;
  if (part === undefined || parts.length > 1 || part.glyph === 0) return null;
  const stands = part.x === 0 && part.y === 0 && advance === face.advance(part.glyph);
  return stands ? part.glyph : null;
}

/** Whether the glyphs of a cluster say its text, as one glyph that says nothing else does. */
function admitCluster(font: UsedFont, run: GlyphRun, cluster: Cluster): boolean {
  for (let index = cluster.from; index < cluster.to; index++) codeOf(font, run.glyphs[index] ?? 0);
  if (cluster.to - cluster.from > 1) return false;
  const glyph = run.glyphs[cluster.from] ?? 0;
  const text = run.text.slice(cluster.start, cluster.end);
  const known = textOf(font, glyph);
  if (known === undefined && glyph !== 0) nameGlyph(font, glyph, sayable(text));
  return glyph !== 0 && (known ?? sayable(text)) === text;
}

/** Glyphs that have not stood alone so far get one character of their cluster; the runs carry the text beside them. */
function shareText(font: UsedFont, run: GlyphRun, clusters: readonly Cluster[]): void {
  for (const cluster of clusters) {
    const chars = [...run.text.slice(cluster.start, cluster.end)];
    for (let index = cluster.from; index < cluster.to; index++) {
      const glyph = run.glyphs[index] ?? 0;
      const ordinal = run.direction === 'rtl' ? cluster.to - 1 - index : index - cluster.from;
      const char = chars[Math.min(ordinal, chars.length - 1)];
      if (char !== undefined && glyph !== 0 && textOf(font, glyph) === undefined)
        nameGlyph(font, glyph, sayable(char));
    }
  }
}
