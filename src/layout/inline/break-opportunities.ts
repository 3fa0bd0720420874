import LineBreaker from 'linebreak';
import type { InlineBox } from './inline-box.ts';
import type { Paragraph, Part, TextPart } from './paragraph.ts';
import { wraps } from './white-space.ts';

const SOFT_HYPHEN = 0xad;

/** Characters that browsers never part a line before, however they are parted in Unicode: blanks. */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a;
}

function isAscii(code: number): boolean {
  return code < 0x80 || code === 0xa0;
}

/** Beside letters and digits what a line may part before after `-` and after `?`, as browsers have it (not UAX 14). */
const AFTER_HYPHEN = new Set([...'"#%&\'(*+<=>@[\\^_`{|~-'].map(codeOf));
const AFTER_QUESTION = new Set([...'#$%&(*+-<=>@[\\^_`{|~'].map(codeOf));
/** After these a line may part before an opening bracket. */
const BEFORE_BRACKET = new Set([...'!"#%&)*+,.:;=>\\]|}~'].map(codeOf));
const BRACKETS = new Set([...'(<[{'].map(codeOf));

function codeOf(char: string): number {
  return char.charCodeAt(0);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isWord(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Whether a line may part between two ASCII characters; a hyphen before a digit may be a minus sign. */
function asciiBreak(before: number, last: number, next: number): boolean {
  if (last === 0x2d) return isDigit(next) ? isWord(before) : isWord(next) || AFTER_HYPHEN.has(next);
  if (last === 0x3f) return isWord(next) || AFTER_QUESTION.has(next);
  return BRACKETS.has(next) && BEFORE_BRACKET.has(last);
}

/** Offsets where the Unicode line breaking algorithm allows a break (UAX 14). */
function unicodeBreaks(text: string): Uint8Array {
  const flags = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text);
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak())
    flags[found.position] = 1;
  return flags;
}

/** For each offset of the text 1 where a line may begin there, whatever `white-space` says. Same as Chromium's. */
export function textBreaks(text: string): Uint8Array {
  const flags = new Uint8Array(text.length + 1);
  const unicode = /[^\0-\x7f\u00a0]/.test(text) ? unicodeBreaks(text) : flags;
  let before = 0;
  let last = text.charCodeAt(0);
  for (let at = 1; at < text.length; at++) {
    const next = text.charCodeAt(at);
    if (!isBlank(next)) {
      if (isBlank(last)) flags[at] = 1;
      else if (isAscii(last) && isAscii(next)) flags[at] = asciiBreak(before, last, next) ? 1 : 0;
      else flags[at] = unicode[at] ?? 0;
    }
    before = last;
    last = next;
  }
  return flags;
}

/** Soft wrap opportunities of a paragraph: for each offset 1 where a line may begin (CSS Text 3, section 5). */
export function breakOpportunities(paragraph: Paragraph): Uint8Array {
  const flags = textBreaks(paragraph.text);
  paragraph.parts.forEach((part, index) => {
    if (part.kind !== 'text') return;
    if (!wraps(part.style)) forbid(flags, part, wrapsAfter(paragraph.parts, index));
    else if (part.style.wordBreak !== 'normal') changeWords(flags, part, paragraph.text);
    if (part.style.hyphens === 'none') forbidHyphens(flags, part, paragraph.text);
  });
  return flags;
}

function forbid(flags: Uint8Array, part: TextPart, keepEnd: boolean): void {
  flags.fill(0, part.start + 1, keepEnd ? part.end : part.end + 1);
}

/** After text that does not wrap a line may end where a box around it and what follows does. */
function wrapsAfter(parts: readonly Part[], index: number): boolean {
  const next = parts.slice(index + 1, index + 64).find((part) => part.start < part.end);
  const common = next && parts[index] ? commonBox(parts[index].box, next.box) : null;
  let box = parts[index]?.box ?? null;
  while (box && box !== common) {
    box = box.parent;
    if (box && wraps(box.style)) return true;
  }
  return false;
}

function commonBox(a: InlineBox, b: InlineBox): InlineBox | null {
  let [left, right]: [InlineBox | null, InlineBox | null] = [a, b];
  while (left !== right) {
    if ((left?.depth ?? 0) >= (right?.depth ?? 0)) left = left?.parent ?? null;
    else right = right?.parent ?? null;
  }
  return left;
}

const LETTER = /^[\p{L}\p{N}]/u;

/** `word-break`: between letters and digits lines part anywhere, or nowhere. */
function changeWords(flags: Uint8Array, part: TextPart, text: string): void {
  const value = part.style.wordBreak === 'break-all' ? 1 : 0;
  let at = part.start;
  let before = false;
  for (const char of text.slice(part.start, part.end)) {
    const letter = LETTER.test(char);
    if (letter && before) flags[at] = value;
    before = letter || (before && /^\p{M}/u.test(char));
    at += char.length;
  }
}

function forbidHyphens(flags: Uint8Array, part: TextPart, text: string): void {
  for (let at = part.start; at < part.end; at++) {
    if (text.charCodeAt(at) === SOFT_HYPHEN) flags[at + 1] = 0;
  }
}
