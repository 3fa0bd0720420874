import { declarations } from './css-values.ts';
import { generateCss } from './generate-css.ts';
import type { Random } from './random.ts';
import { word } from './words.ts';

/** Pieces that change what stands around them. */
const SPLINTERS = [
  '<',
  '>',
  '"',
  "'",
  '{',
  '}',
  ';',
  '/',
  '&',
  '<table>',
  '</td>',
  '<td>',
  '</div>',
  '-',
  '9',
  '%',
];

type Mutation = (text: string, random: Random) => string;

const splice = (text: string, at: number, away: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + away);

/** Ways to change a text a little. */
const MUTATIONS: readonly Mutation[] = [
  (text, random) => splice(text, random.below(text.length), 1, ''),
  (text, random) => splice(text, random.below(text.length), random.below(200), ''),
  (text, random) => splice(text, random.below(text.length), 0, random.pick(SPLINTERS)),
  (text, random) => splice(text, random.below(text.length), 1, word(random)),
  (text, random) =>
    splice(text, random.below(text.length), 1, String.fromCharCode(random.below(65_536))),
  (text, random) => {
    const from = random.below(text.length);
    return splice(text, random.below(text.length), 0, text.slice(from, from + random.below(400)));
  },
  (text, random) => withNumber(text, random),
  (text, random) => withTag(text, `<style>${generateCss(random)}</style>`, random),
  (text, random) =>
    withTag(text, `<div style="${declarations(random, 3).replaceAll('"', "'")}">`, random),
  (text, random) => text.slice(0, random.below(text.length)),
];

/** Another number in the place of one that is there. */
function withNumber(text: string, random: Random): string {
  const at = random.below(text.length);
  const put = random.pick(['0', '-1', '99999', '1e9', '0.001', '']);
  return text.slice(0, at) + text.slice(at).replace(/\d+/, put);
}

/** Markup before the next tag. */
function withTag(text: string, put: string, random: Random): string {
  const at = text.indexOf('<', random.below(text.length));
  return at === -1 ? text : splice(text, at, 0, put);
}

/** A page that differs in one or a few places. */
export function mutate(page: string, random: Random): string {
  let text = page;
  for (const mutation of random.some(6, () => random.pick(MUTATIONS))) {
    if (text !== '') text = mutation(text, random);
  }
  return text;
}
