import type { Style } from '../../style/style.ts';

/** Languages whose casing differs from Unicode's default (CSS Text 3, section 2.1.1). */
const CASING = /^(?:tr|az|lt|el)(?![a-z])/i;
const WORD_START = /(?<![\p{L}\p{N}\p{M}'’])\p{L}/gu;

/** Apply `text-transform`. `before` is the last character of the text in front, for `capitalize`. */
export function transformText(text: string, style: Style, before: string): string {
  const locale = CASING.exec(style.language)?.[0] ?? 'en';
  switch (style.textTransform) {
    case 'none':
      return text;
    case 'uppercase':
      return text.toLocaleUpperCase(locale);
    case 'lowercase':
      return text.toLocaleLowerCase(locale);
    case 'capitalize':
      return capitalize(before + text, locale).slice(before.length);
  }
}

function capitalize(text: string, locale: string): string {
  return text.replace(WORD_START, (letter) => letter.toLocaleUpperCase(locale));
}
