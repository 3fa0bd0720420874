import { FIRST_COMPOUND, type CompoundGlyph, type Face, type GlyphRun } from '../font/face.ts';
import type { Page } from '../paginate/page.ts';
import { clustersOf, type Cluster } from './clusters.ts';
import { restateRun } from './restate-run.ts';

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
  /** Runs as they are written: with one glyph for each piece of text. Runs that are so already are not in here. */
  readonly restated: Map<GlyphRun, GlyphRun>;
  /** Compound glyphs by number, and their numbers by what they show and say. */
  readonly compounds: Map<number, CompoundGlyph>;
  readonly compoundKeys: Map<string, number>;
  /** The glyph of U+0020, null where the face has none. */
  readonly space: number | null;
}

/** The fonts of a document, in the order of their first use. */
export type UsedFonts = ReadonlyMap<Face, UsedFont>;

/** Compounds of a font, far below the 65,535 codes that it may have; runs after that are spelled beside their glyphs. */
const MOST_COMPOUNDS = 20_000;

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
    restated: new Map(),
    compounds: new Map(),
    compoundKeys: new Map(),
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
  if (font.face.compounds === true && font.compounds.size < MOST_COMPOUNDS) {
    const restated = restateRun(run, (drawn, text) => nameCompound(font, drawn, text));
    font.restated.set(run, restated);
    if (PRIVATE.test(run.text)) font.irregular.add(restated);
    return;
  }
  for (const glyph of run.glyphs) font.glyphs.add(glyph);
  for (const cluster of clustersOf(run)) {
    if (cluster.to - cluster.from > 1) font.irregular.add(run);
    else nameGlyph(font, run, cluster);
  }
}

/** A glyph where it stands keeps its own code as long as it says the same; all else becomes a compound, once. */
function nameCompound(font: UsedFont, drawn: CompoundGlyph, text: string): number {
  const plain = plainGlyph(font, drawn);
  const said = sayable(text);
  if (plain !== null && (font.unicode.get(plain) ?? said) === said) {
    font.glyphs.add(plain);
    font.unicode.set(plain, said);
    return plain;
  }
  const key = `${drawn.advance} ${drawn.parts.map(({ glyph, x, y }) => `${glyph} ${x} ${y}`).join()} ${text}`;
  const known = font.compoundKeys.get(key);
  if (known !== undefined) return known;
  const number = FIRST_COMPOUND + font.compounds.size;
  font.compoundKeys.set(key, number);
  font.compounds.set(number, drawn);
  font.glyphs.add(number);
  font.unicode.set(number, said);
  return number;
}

function plainGlyph({ face }: UsedFont, { parts, advance }: CompoundGlyph): number | null {
  const [part] = parts;
  if (part === undefined || parts.length > 1 || part.glyph === 0) return null;
  const stands = part.x === 0 && part.y === 0 && advance === face.advance(part.glyph);
  return stands ? part.glyph : null;
}

/** Code points without a meaning of their own; archival files must spell them beside the glyph (ISO 19005-3, 6.2.11.7.3). */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;

/** What a glyph may say of itself. */
function sayable(text: string): string {
  return text >= FIRST_PRIVATE && PRIVATE.test(text) ? '\ufffd' : text;
}

const FIRST_PRIVATE = '\ud800';

/** Whether each UTF-16 unit of the text has one glyph of its own, in order: what nearly all text comes to. */
function isOneToOne({ glyphs, clusters, text, direction, offsets }: GlyphRun): boolean {
  if (direction === 'rtl' || offsets !== null || glyphs.length !== text.length) return false;
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
    const said = sayable(text);
    if (known === undefined && glyph !== 0) font.unicode.set(glyph, said);
    if (known !== undefined || glyph === 0 || said !== text) font.irregular.add(run);
  }
}

function nameGlyph(font: UsedFont, run: GlyphRun, cluster: Cluster): void {
  const glyph = run.glyphs[cluster.from] ?? 0;
  const text = run.text.slice(cluster.start, cluster.end);
  const known = font.unicode.get(glyph);
  const said = sayable(text);
  if (known === undefined && glyph !== 0) font.unicode.set(glyph, said);
  if ((known ?? said) !== text || glyph === 0) font.irregular.add(run);
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
