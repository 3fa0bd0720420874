import type { PathStep } from '../geometry.ts';

/** Slant of a face. */
export type FontSlant = 'normal' | 'italic';

/** What names a face within its family (CSS Fonts 4, section 2). */
export interface FaceDescription {
  readonly family: string;
  /** 1 to 1000; 400 regular, 700 bold. */
  readonly weight: number;
  readonly slant: FontSlant;
}

/** Vertical and other measures of a face, in font units (`unitsPerEm` to the em); descent is positive downwards. */
export interface FaceMetrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Distance of the underline's middle below the baseline, positive downwards. */
  readonly underlinePosition: number;
  readonly underlineThickness: number;
  /** Distance of the strike-out's middle above the baseline, positive upwards. */
  readonly strikeoutPosition: number;
  readonly strikeoutThickness: number;
  /** Degrees counter-clockwise from the vertical, as the `post` table has it. */
  readonly italicAngle: number;
  /** Smallest box around every glyph: xMin, yMin, xMax, yMax. */
  readonly bounds: readonly [number, number, number, number];
}

/** How text is to be shaped; equal settings give equal runs. */
export interface Shaping {
  /** OpenType script tag as ISO 15924 (`Latn`, `Arab`); never guessed from digits alone. */
  readonly script: string;
  /** BCP 47 language of the text. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * HarfBuzz feature strings in order (`tnum`, `-kern`, `calt`). Empty: the shaper's defaults. Contextual alternates are off
   * unless `calt` is asked for, so that `3x4` stays what it says; scripts that need them to be legible (Arabic, Indic) keep them.
   */
  readonly features: readonly string[];
}

/**
 * A piece of text shaped in one face: glyph ids in visual order, independent of size.
 * All measures are font units; multiply by size / unitsPerEm.
 * Its arrays may be made when they are asked for: read them once, and name the fields that you copy, since spreading misses them.
 */
export interface GlyphRun {
  readonly face: Face;
  readonly text: string;
  readonly glyphs: readonly number[];
  /** Advance of each glyph, kerning included. */
  readonly advances: readonly number[];
  /** Offset of each glyph from the pen, as x and y pairs; null where all are zero. */
  readonly offsets: readonly number[] | null;
  /** For each glyph the index in `text` (UTF-16) of the first character that it stands for. */
  readonly clusters: readonly number[];
  readonly direction: 'ltr' | 'rtl';
  /** Sum of the advances. */
  readonly width: number;
  /** What a run of a file knows of whether it is plain: null where it is not. */
  readonly plain?: PlainGlyphs | null;
}

/**
 * The glyphs of a text that has one for each UTF-16 unit, in order from left to right and on the line, and their advances.
 * The arrays may be longer than the text and are overwritten when another run is read: read them at once.
 */
export type PlainGlyphs = Pick<GlyphRun, 'glyphs' | 'advances'>;

/** One font file, parsed once per process and shared by all documents. Immutable for its users. */
export interface Face extends FaceDescription {
  /** Unique and stable between machines: the PostScript name; for faces of a page, a digest of the file. */
  readonly key: string;
  readonly postscriptName: string;
  readonly metrics: FaceMetrics;
  /** Whether the face has a glyph of its own for the code point. */
  covers(codePoint: number): boolean;
  /** Shape text that has one script and direction. Characters without a glyph become glyph 0. Bounded cache inside. */
  shape(text: string, shaping: Shaping): GlyphRun;
  /** Advance of a glyph without kerning, in font units: what the PDF's width table says. */
  advance(glyph: number): number;
  /** Outline of a glyph, font units, y upwards: for drawings, which show text as paths. */
  outline(glyph: number): readonly PathStep[];
  /**
   * A font file with just these glyphs (and their parts), numbered from 1 in the order given; `ids` maps each of them, and
   * glyph 0, to its id in the file. A null takes a number that nothing is drawn by. Deterministic.
   * Compounds, by numbers of their own from `FIRST_COMPOUND` on, become glyphs of the file too where `compounds` allows them.
   */
  subset(
    glyphs: Iterable<number | null>,
    compounds?: ReadonlyMap<number, CompoundGlyph>,
  ): FontSubset;
  /** Whether a subset may have compound glyphs. */
  readonly compounds?: boolean;
  /** The characters from U+0020 to U+007E by their glyphs: in all files they may have the same codes. */
  readonly basic?: ReadonlyMap<number, number>;
  /** What files know of these glyphs before they use any; made for the first of them, with room for what files have needed. */
  readonly begun?: { tables: GlyphTables | null };
  /** Programs by the glyphs in them, as files hold them: documents of one seller use nearly the same letters. */
  readonly programs?: Map<string, PackedProgram>;
  /** ToUnicode maps as files hold them, by what codes say in them that are not the same in all files. */
  readonly maps?: Map<string, Uint8Array>;
}

/** What a file says of glyphs, by their numbers. */
export interface GlyphTables {
  /** 0 where the glyph has no code. */
  readonly codes: Uint16Array;
  /** The UTF-16 unit that the glyph stands for; 0 where it stands for none, for several, or is not known. */
  readonly units: Uint16Array;
  /** Widths as the file's table has them, thousandths of an em; files of one face share them, each glyph's being the same in all. */
  readonly widths: Float64Array;
}

/** A font program as it is embedded. */
export interface PackedProgram {
  /** What the file calls the face with just these glyphs. */
  readonly name: string;
  /** Widths by code, thousandths of an em, as the file has them. */
  readonly widths: string;
  readonly deflated: Uint8Array;
  /** Bytes that it has when it is inflated. */
  readonly length: number;
}

/** Compound glyphs are numbered from here on; the glyphs of a file end before. */
export const FIRST_COMPOUND = 0x10000;

/** Glyphs drawn as one, so that one code of the file stands for all of them: parts at their places, font units. */
export interface CompoundGlyph {
  readonly parts: readonly { readonly glyph: number; readonly x: number; readonly y: number }[];
  readonly advance: number;
}

/** The font program to embed. */
export interface FontSubset {
  readonly bytes: Uint8Array;
  readonly ids: ReadonlyMap<number, number>;
}
