/** Characters that never need a glyph: controls, soft hyphens, joiners, bidi controls, variation selectors. */
const GLYPHLESS = /^[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]$/u;

/** Characters that belong to the one before them, besides those after a joiner. */
const EXTENDING = /^[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}\u200c\u200d]$/u;

const JOINER = 0x200d;
const FIRST_MARK = 0x300;

/** Whether the code point never needs a glyph. */
export function isGlyphless(codePoint: number): boolean {
  if (codePoint >= 0x20 && codePoint < 0x7f) return false;
  return GLYPHLESS.test(String.fromCodePoint(codePoint));
}

/** Where the character that begins here ends with all that one face has to draw with it: marks, joined emoji, flags. */
export function clusterEnd(text: string, start: number): number {
  let previous = text.codePointAt(start) ?? 0;
  let end = start + lengthOf(previous);
  let flag = isRegional(previous);
  while (end < text.length) {
    const next = text.codePointAt(end) ?? 0;
    const pair = flag && isRegional(next);
    if (!pair && previous !== JOINER && !isExtending(next)) break;
    flag = false;
    previous = next;
    end += lengthOf(next);
  }
  return end;
}

function isExtending(codePoint: number): boolean {
  return codePoint >= FIRST_MARK && EXTENDING.test(String.fromCodePoint(codePoint));
}

function isRegional(codePoint: number): boolean {
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function lengthOf(codePoint: number): number {
  return codePoint > 0xffff ? 2 : 1;
}
