import type { Style } from '../../style/style.ts';

/** Whether lines may wrap at soft break opportunities (CSS Text 3, section 3). */
export function wraps(style: Style): boolean {
  return style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre';
}

/** Whether spaces are kept one for one. */
export function preservesSpaces(style: Style): boolean {
  return style.whiteSpace === 'pre' || style.whiteSpace === 'pre-wrap';
}

/** Whether line feeds force a line break. */
export function preservesBreaks(style: Style): boolean {
  return style.whiteSpace !== 'normal' && style.whiteSpace !== 'nowrap';
}

const COLLAPSIBLE = /[ \t\n\r]+/g;
const UNTIDY = /[\t\n\r]| {2}/;
/** A segment break goes away between these and becomes a space anywhere else (section 4.1.3). */
const JOINED =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60\u200B])[ \t]*[\n\r][ \t\n\r]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFF60\u200B])/gu;

/** Every run of collapsible white space becomes one space or nothing (CSS Text 3, section 4.1.1). */
export function collapseWhiteSpace(text: string): string {
  if (!UNTIDY.test(text)) return text;
  const joined = /[^\0-\u1fff]/.test(text) ? text.replace(JOINED, '') : text;
  return joined.replace(COLLAPSIBLE, ' ');
}

/** Line feeds as the only line ends. */
export function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
