import type { Catalogue } from './catalogue.ts';
import { scriptOf } from './script.ts';

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** ISO 15924 has a code for emoji among its scripts. */
const EMOJI_SCRIPT = 'Zsye';

/** Which optional packages of the catalogue would bring faces for these characters; null where none would. */
export function findRemedy(
  text: string,
  catalogue: Catalogue,
  isAvailable: (family: string) => boolean,
): string | null {
  const scripts = new Set([...text].map(scriptForFonts));
  const wanted = catalogue.families.filter(
    ({ family, optional, scripts: covered }) =>
      optional && covered.some((script) => scripts.has(script)) && !isAvailable(family),
  );
  if (wanted.length === 0) return null;
  return `Add the font package ${wanted.map((entry) => entry.package).join(' or ')}.`;
}

function scriptForFonts(character: string): string {
  return EMOJI.test(character) ? EMOJI_SCRIPT : scriptOf(character);
}
