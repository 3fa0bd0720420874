import type { SheetText } from './parse-sheet.ts';

/** Longer texts are read whole: it is short ones that documents write themselves. */
const LONGEST = 20_000;

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

/** Where statements end, or what has to be passed over to find that out. */
const SIGNS = /\/\*|["'\\;{}()[\]]/g;

/**
 * The statements of a style sheet one by one, each with its place, so that those which many documents share are read once
 * (CSS Syntax 3, section 5.4.1). A text whose brackets do not match stays whole: there recovery from errors decides.
 */
export function splitSheet(text: SheetText): readonly SheetText[] {
  if (text.css.length > LONGEST) return [text];
  const ends = statementEnds(text.css);
  if (ends === null) return [text];
  const statements: SheetText[] = [];
  let [start, { line, column }] = [0, text.source];
  for (const end of [...ends, text.css.length]) {
    const css = text.css.slice(start, end);
    if (css.trim() !== '') statements.push({ css, source: { ...text.source, line, column } });
    [line, column] = placeAfter(css, line, column);
    start = end;
  }
  return statements;
}

function placeAfter(css: string, line: number, column: number): [number, number] {
  const breaks = css.split(/\r\n|[\n\r\f]/);
  const last = breaks.at(-1) ?? '';
  return breaks.length === 1
    ? [line, column + css.length]
    : [line + breaks.length - 1, last.length + 1];
}

/** Offsets behind the blocks and at-rules on the outermost level; null where brackets do not match. */
function statementEnds(css: string): readonly number[] | null {
  const ends: number[] = [];
  const open: string[] = [];
  const signs = new RegExp(SIGNS);
  for (let match = signs.exec(css); match; match = signs.exec(css)) {
    const [sign] = match;
    const passed = passedOver(css, match.index, sign);
    if (passed !== null) {
      signs.lastIndex = passed;
    } else if (CLOSING[sign] !== undefined) {
      open.push(CLOSING[sign]);
    } else if (sign !== ';') {
      if (open.pop() !== sign) return null;
      if (sign === '}' && open.length === 0) ends.push(match.index + 1);
    } else if (open.length === 0 && isAtRule(css, ends.at(-1) ?? 0)) {
      ends.push(match.index + 1);
    }
  }
  return open.length === 0 ? ends : null;
}

/** Where comments, strings and escaped characters end; null for anything else. */
function passedOver(css: string, at: number, sign: string): number | null {
  if (sign === '\\') return at + 2;
  if (sign === '/*') return endOf(css, '*/', at + 2);
  if (sign !== '"' && sign !== "'") return null;
  for (let index = at + 1; index < css.length; index++) {
    const each = css[index];
    if (each === '\\') index += 1;
    else if (each === sign || each === '\n') return index + 1;
  }
  return css.length;
}

function endOf(css: string, words: string, from: number): number {
  const found = css.indexOf(words, from);
  return found === -1 ? css.length : found + words.length;
}

function isAtRule(css: string, from: number): boolean {
  return /^(?:\s|\/\*[^]*?\*\/)*@/.test(css.slice(from));
}
