/** A stretch of text in one script, as ISO 15924 names it. */
export interface ScriptRun {
  readonly text: string;
  /** Indices in the whole text (UTF-16). */
  readonly start: number;
  readonly end: number;
  readonly script: string;
}

/** Scripts that shaping tells apart, the likeliest first; all others are shaped as `Zyyy`. */
const SCRIPTS: readonly (readonly [tag: string, property: string])[] = [
  ['Latn', 'Latin'],
  ['Cyrl', 'Cyrillic'],
  ['Grek', 'Greek'],
  ['Hani', 'Han'],
  ['Hira', 'Hiragana'],
  ['Kana', 'Katakana'],
  ['Hang', 'Hangul'],
  ['Arab', 'Arabic'],
  ['Hebr', 'Hebrew'],
  ['Deva', 'Devanagari'],
  ['Thai', 'Thai'],
  ['Beng', 'Bengali'],
  ['Taml', 'Tamil'],
  ['Telu', 'Telugu'],
  ['Gujr', 'Gujarati'],
  ['Guru', 'Gurmukhi'],
  ['Knda', 'Kannada'],
  ['Mlym', 'Malayalam'],
  ['Orya', 'Oriya'],
  ['Sinh', 'Sinhala'],
  ['Laoo', 'Lao'],
  ['Khmr', 'Khmer'],
  ['Mymr', 'Myanmar'],
  ['Tibt', 'Tibetan'],
  ['Geor', 'Georgian'],
  ['Armn', 'Armenian'],
  ['Ethi', 'Ethiopic'],
  ['Bopo', 'Bopomofo'],
  ['Syrc', 'Syriac'],
  ['Thaa', 'Thaana'],
  ['Nkoo', 'Nko'],
  ['Mong', 'Mongolian'],
  ['Cher', 'Cherokee'],
  ['Cans', 'Canadian_Aboriginal'],
  ['Tfng', 'Tifinagh'],
  ['Java', 'Javanese'],
  ['Bali', 'Balinese'],
  ['Adlm', 'Adlam'],
];

/** What belongs to every script: `\p{Script=Common}` and `\p{Script=Inherited}`. */
const NEUTRAL = String.raw`\p{Script=Common}\p{Script=Inherited}`;

/** From one place on, as much as is of the script or of none. */
interface ScriptPattern {
  readonly script: string;
  readonly first: RegExp;
  readonly rest: RegExp;
}

/** The patterns of all scripts, of none of them, and of what belongs to every script. */
interface Patterns {
  readonly scripts: readonly ScriptPattern[];
  readonly other: ScriptPattern;
  readonly neutral: RegExp;
}

/** Made for the first text that is not plain Latin: most processes see none, and pay for it when they start. */
let made: Patterns | undefined;

function patterns(): Patterns {
  return (made ??= makePatterns());
}

function makePatterns(): Patterns {
  const properties = SCRIPTS.map(([, property]) => String.raw`\p{Script=${property}}`);
  return {
    scripts: SCRIPTS.map(([script, property]) => ({
      script,
      first: new RegExp(String.raw`^\p{Script=${property}}`, 'u'),
      rest: new RegExp(String.raw`[\p{Script=${property}}${NEUTRAL}]+`, 'uy'),
    })),
    other: { script: 'Zyyy', first: /^/u, rest: new RegExp(`[^${properties.join('')}]+`, 'uy') },
    neutral: new RegExp(`[${NEUTRAL}]+`, 'uy'),
  };
}

/** Latin letters and characters of no script: what nearly all texts are made of. */
const PLAIN_LATIN = /^[\0-\u02af\u2000-\u2064\u20a0-\u20c0\u2212]*$/;

/**
 * Cut text where its script changes (UAX 24, section 5.2): characters of no script go with those before them, at the start
 * with those after. Text of no script at all, such as an amount, counts as Latin.
 */
export function scriptRuns(text: string): readonly ScriptRun[] {
  if (text === '') return [];
  if (PLAIN_LATIN.test(text)) return [{ text, start: 0, end: text.length, script: 'Latn' }];
  const runs: ScriptRun[] = [];
  let start = 0;
  let lead = matchEnd(patterns().neutral, text, 0);
  while (start < text.length) {
    const { script, rest } = patternAt(text, lead);
    const end = Math.max(matchEnd(rest, text, lead), lead, start + 1);
    runs.push({ text: text.slice(start, end), start, end, script });
    start = end;
    lead = end;
  }
  return runs;
}

/** The script of a character; `Zyyy` for those of no script or of one that shaping does not tell apart. */
export function scriptOf(character: string): string {
  return patterns().scripts.find(({ first }) => first.test(character))?.script ?? 'Zyyy';
}

/** The pattern for what begins here; Latin at the end of the text, where only characters of no script were found. */
function patternAt(text: string, at: number): Pick<ScriptPattern, 'script' | 'rest'> {
  const { scripts, other, neutral } = patterns();
  if (at >= text.length) return { script: 'Latn', rest: neutral };
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return scripts.find(({ first }) => first.test(character)) ?? other;
}

/** Where the match of a sticky pattern ends that begins here; the place itself if there is none. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  const found = pattern.test(text);
  return found ? pattern.lastIndex : at;
}
