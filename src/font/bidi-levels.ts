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

const OPEN_ISOLATE = '\u2066';
const CLOSE_ISOLATE = '\u2069';

/** A text of Latin letters, figures and signs in which nothing but isolates from left to right raises the level. */
const ISOLATES_ALONE =
  /^[ -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u20A0-\u20CF\u2066\u2069]*$/;

/** Far below the depth at which isolates overflow (UAX 9, BD2). */
const DEEPEST = 60;

/** Blanks at the end of a text fall back to its own level (rule L1). */
const BLANK_AT_END = /[ \u00A0][\u2066\u2069]*$/;

/** The levels of a text in a direction (`auto`: that of its first strong character); null where all of it runs from left to right. */
export function bidiLevels(text: string, direction: 'ltr' | 'rtl' | 'auto'): Levels | null {
  if (direction !== 'rtl' && !DIRECTIONAL.test(text)) return null;
  const plain = direction === 'rtl' ? null : isolateLevels(text);
  if (plain !== null) return { levels: plain, bases: [{ start: 0, level: 0 }] };
  bidi ??= bidiFactory();
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction);
  return { levels, bases: paragraphs.map(({ start, level }) => ({ start, level })) };
}

/** Two levels more within each isolate; null for a text that asks more than that. */
function isolateLevels(text: string): Uint8Array | null {
  if (!ISOLATES_ALONE.test(text) || BLANK_AT_END.test(text)) return null;
  const levels = new Uint8Array(text.length);
  let level = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === CLOSE_ISOLATE) level -= 2;
    if (level < 0 || level > DEEPEST) return null;
    levels[index] = level;
    if (character === OPEN_ISOLATE) level += 2;
  }
  return level === 0 ? levels : null;
}
