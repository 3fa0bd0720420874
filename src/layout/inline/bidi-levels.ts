import bidiFactory from 'bidi-js';
import type { Style } from '../../style/style.ts';

/** Embedding levels of a paragraph's characters (UAX 9). */
export interface Levels {
  /** One for each UTF-16 unit. */
  readonly levels: Uint8Array;
  /** Level of the line that begins at each forced break, by the offset that it begins at. */
  readonly bases: readonly { readonly start: number; readonly level: number }[];
}

const bidi = bidiFactory();

/** Characters of right-to-left scripts, and controls that may change the direction. */
const DIRECTIONAL =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE]|[\uD802\uD803\uD83A\uD83B][\uDC00-\uDFFF]/;

/** The levels; null where all of the text runs from left to right. */
export function bidiLevels(text: string, style: Style): Levels | null {
  const auto = style.unicodeBidi === 'plaintext';
  if (style.direction === 'ltr' && !DIRECTIONAL.test(text)) return null;
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, auto ? 'auto' : style.direction);
  return { levels, bases: paragraphs.map(({ start, level }) => ({ start, level })) };
}
