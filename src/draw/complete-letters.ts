import type { Shaping } from '../font/face.ts';
import { codeOf, isUsed, type UsedFont } from './used-fonts.ts';

/** Characters that come together once so many of them are used. */
interface LetterSet {
  readonly characters: string;
  readonly shaping: Shaping;
  readonly least: number;
}

const PLAIN: Shaping = { script: 'Latn', language: 'en', direction: 'ltr', features: [] };
const TABULAR: Shaping = { ...PLAIN, features: ['tnum'] };
const DIGITS = '0123456789.,';

const SETS: readonly LetterSet[] = [
  { characters: DIGITS, shaping: PLAIN, least: 3 },
  { characters: DIGITS, shaping: TABULAR, least: 3 },
  { characters: 'abcdefghijklmnopqrstuvwxyz', shaping: PLAIN, least: 13 },
  { characters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', shaping: PLAIN, least: 13 },
];

/**
 * Give codes to all digits where some have one, and to all small letters or capitals where half of them do: documents of one
 * kind differ in a few of these, and a font program that comes again is not made anew.
 */
export function completeLetters(font: UsedFont): void {
  for (const { characters, shaping, least } of SETS) {
    const { glyphs } = font.face.shape(characters, shaping);
    let used = 0;
    for (const glyph of glyphs) if (isUsed(font, glyph)) used++;
    if (glyphs.length !== characters.length || used < least) continue;
    glyphs.forEach((glyph, index) => codeOf(font, glyph, characters[index]));
  }
}
