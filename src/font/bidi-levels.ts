import bidiFactory from 'bidi-js';

/** Embedding levels of a paragraph's characters (UAX 9). */
export interface Levels {
  /** One for each UTF-16 unit. */
  readonly levels: Uint8Array;
  /** Level of the line that begins at each forced break, by the offset that it begins at. */
  readonly bases: readonly { readonly start: number; readonly level: number }[];
}

/** Made for the first text that needs it: it unpacks its tables then. */
let bidi: ReturnType<typeof bidiFactory> | undefined;

/** Characters of right-to-left scripts, and controls that may change the direction. */
const DIRECTIONAL =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE]|[\uD802\uD803\uD83A\uD83B][\uDC00-\uDFFF]/;

/** The levels of a text in a direction (`auto`: that of its first strong character); null where all of it runs from left to right. */
export function bidiLevels(text: string, direction: 'ltr' | 'rtl' | 'auto'): Levels | null {
  if (direction !== 'rtl' && !DIRECTIONAL.test(text)) return null;
  bidi ??= bidiFactory();
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction);
  return { levels, bases: paragraphs.map(({ start, level }) => ({ start, level })) };
}
