import { copiedText } from '../../copied-text.ts';
import type { PlacedRun } from '../item.ts';
import { runWidth } from './glyph-run.ts';
import { wordEnd } from './shape-segments.ts';
import type { TextStyle } from './text-memory.ts';
import { collapseWhiteSpace } from './white-space.ts';

/** Text of one style, script, face and direction, as most table cells have it: white space collapsed, shaped word by word. */
export interface Phrase {
  readonly text: string;
  /** Words with the spaces after them. */
  readonly runs: readonly PlacedRun[];
  /** px. */
  readonly width: number;
}

/** Longer text is seldom worth the short way. */
const MAX_LENGTH = 400;

/** Longer phrases are sentences, which seldom come again. */
const MAX_KEPT = 64;

/** What a text is made of: Latin letters and signs, with or without figures and spaces, or anything else. */
const FIGURES = 1;
const SPACES = 2;
const OTHER = 4;

/** The text as a phrase; null where only the long way can tell what it comes to. Without figures it is kept. */
export function phraseOf(text: string, style: TextStyle): Phrase | null {
  if (text.length > MAX_LENGTH) return null;
  const made = madeOf(text, style);
  if (made === OTHER) return null;
  const isKept = (made & FIGURES) === 0 && text.length <= MAX_KEPT;
  const known = isKept ? style.phrases.find(text) : undefined;
  if (known !== undefined) return known;
  const own = copiedText(text);
  const phrase = shaped(own, made, style);
  if (isKept) style.phrases.keep(own, phrase);
  return phrase;
}

function shaped(text: string, made: number, style: TextStyle): Phrase {
  if ((made & SPACES) === 0) return wordPhrase(text, style);
  return shapePhrase(trim(collapseWhiteSpace(text)), style);
}

/** Whether the primary face draws all of a text that has no characters but Latin letters, figures and their signs. */
function madeOf(text: string, { font, coversAscii }: TextStyle): number {
  const { primary } = font.stack;
  let made = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20) made |= SPACES;
    else if (code >= 0x30 && code <= 0x39) made |= FIGURES;
    if (coversAscii && code >= 0x20 && code < 0x7f) continue;
    if (!isLatin(code) || !primary.covers(code)) return OTHER;
  }
  return made;
}

/** The sign of negative amounts. */
const MINUS = 0x2212;

/** Spaces of all widths, among them that of figures and those about dashes. */
function isWideSpace(code: number): boolean {
  return (code >= 0x2000 && code <= 0x200a) || code === 0x202f;
}

/** Letters, currency signs and punctuation of one script that are neither invisible nor marks. */
function isLatin(code: number): boolean {
  if (code < 0x250) return code >= 0x20 && code !== 0xad && (code < 0x7f || code >= 0xa0);
  if (isWideSpace(code) || code === MINUS) return true;
  return (code >= 0x2010 && code <= 0x2027) || (code >= 0x20a0 && code <= 0x20bf);
}

function trim(text: string): string {
  const start = text.startsWith(' ') ? 1 : 0;
  return text.slice(start, text.endsWith(' ') ? Math.max(start, text.length - 1) : text.length);
}

function wordPhrase(text: string, { font, spacing, shaping }: TextStyle): Phrase {
  const run = font.stack.primary.shape(text, shaping);
  return { text, runs: [{ x: 0, run }], width: runWidth(run, font.size, spacing) };
}

function shapePhrase(text: string, style: TextStyle): Phrase {
  if (wordEnd(text, 0, text.length) === text.length) return wordPhrase(text, style);
  const { font, spacing, shaping } = style;
  const runs: PlacedRun[] = [];
  let width = 0;
  for (let start = 0; start < text.length;) {
    const end = wordEnd(text, start, text.length);
    const run = font.stack.primary.shape(text.slice(start, end), shaping);
    runs.push({ x: width, run });
    width += runWidth(run, font.size, spacing);
    start = end;
  }
  // Growing arrays keep room for 16 entries; most cells have one or two words.
  return { text, runs: runs.slice(), width };
}
