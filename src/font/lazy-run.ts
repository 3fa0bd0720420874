import type { Face, GlyphRun, PlainGlyphs } from './face.ts';
import type { Shaped } from './shape-text.ts';

/** Where a run has its glyphs from; runs may share one. */
export interface RunSource {
  readonly face: Face;
  readonly direction: 'ltr' | 'rtl';
  /** What the text was shaped into, the same whenever it is asked for. */
  read(text: string): Shaped;
  /** The same for a text with one glyph for each UTF-16 unit, valid until the next is read; null for any other text. */
  plain(text: string): PlainGlyphs | null;
}

/**
 * A run that asks for its glyphs when it is read: layout reads the width alone, and the arrays of all numbers of a long
 * document would live until it is drawn. A class, because its objects share the way to their glyphs; all runs of files are
 * of it, because code that meets objects of one make is fast.
 */
export class LazyRun implements GlyphRun {
  readonly text: string;
  readonly width: number;
  private readonly source: RunSource;

  constructor(source: RunSource, text: string, width: number) {
    this.text = text;
    this.width = width;
    this.source = source;
  }

  get face(): Face {
    return this.source.face;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.source.direction;
  }

  get glyphs(): readonly number[] {
    return this.source.read(this.text).glyphs;
  }

  get advances(): readonly number[] {
    return this.source.read(this.text).advances;
  }

  get offsets(): readonly number[] | null {
    return this.source.read(this.text).offsets;
  }

  get clusters(): readonly number[] {
    return this.source.read(this.text).clusters;
  }

  get plain(): PlainGlyphs | null {
    return this.source.plain(this.text);
  }
}
