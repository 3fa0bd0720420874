import type { Outcome } from '../failure.ts';
import type { Face, FontSlant } from './face.ts';

/** The faces for one style in order: the families asked for, then the catalogue's fallback chain. Never empty. */
export interface FaceStack {
  readonly faces: readonly Face[];
  /** The first available face of the families asked for; its metrics make the line box's strut. */
  readonly primary: Face;
}

/** A stretch of text and the face that draws it. */
export interface FaceStretch {
  readonly text: string;
  /** Null where no face has a glyph: shaped with `lastResortFace` to visible boxes, and warned of. */
  readonly face: Face | null;
}

/** A face that a page brings along by `@font-face`. */
export interface FontFaceRule {
  readonly family: string;
  readonly weight: number;
  readonly slant: FontSlant;
  readonly bytes: Uint8Array;
}

/** All faces that a render may use, with matching and fallback. Shared by every document of the process. */
export interface FontBook {
  /**
   * Match families, weight and slant (CSS Fonts 4, section 5.2). Generic names (`sans-serif`, `monospace`) are mapped by
   * the catalogue; a family that is not there is passed over. Equal arguments give the same object. The language (BCP 47)
   * orders the fallback: Japanese, Korean and Chinese draw the same code points differently.
   */
  stack(
    families: readonly string[],
    weight: number,
    slant: FontSlant,
    language?: string,
  ): FaceStack;
  /** Whether a family of this name (generic ones included) is there; for warnings. */
  has(family: string): boolean;
  /** Cut text where the face changes: each character by the first face of the stack that has it; marks stay with their base. */
  itemize(text: string, stack: FaceStack): readonly FaceStretch[];
  /** The value kept under this key, made the first time: what layout finds out for all documents that use this book. */
  memo<T>(key: string, make: () => T): T;
  /** What to do about characters that no face has (a font package to add); null where nothing is known to help. */
  remedy(text: string): string | null;
  /**
   * A new book that knows these faces too and shares everything else. Never fails: a face that cannot be used is passed over
   * with a warning.
   */
  extend(rules: readonly FontFaceRule[]): Outcome<FontBook>;
}
