import type { Atrule } from 'css-tree';
import generate from 'css-tree/generator';
import { readText } from './read-declaration.ts';

/** Whether the condition of `@supports` holds (CSS Conditional 3, section 6); null where it cannot be read. */
export function readSupports(prelude: Atrule['prelude']): boolean | null {
  const text = prelude ? generate(prelude).trim() : '';
  const reading: Reading = { text, at: 0 };
  const value = readCondition(reading);
  return skip(reading).at === text.length ? value : null;
}

/** The text and the place in it that is read next. */
interface Reading {
  readonly text: string;
  at: number;
}

function skip(reading: Reading): Reading {
  while (/\s/.test(reading.text.charAt(reading.at))) reading.at += 1;
  return reading;
}

function takeWord(reading: Reading, word: string): boolean {
  const { text, at } = skip(reading);
  const end = at + word.length;
  if (text.slice(at, end).toLowerCase() !== word || /[\w-]/.test(text.charAt(end))) return false;
  reading.at = end;
  return true;
}

/** `not` one, or one, or several with `and`, or several with `or`. */
function readCondition(reading: Reading): boolean | null {
  if (takeWord(reading, 'not')) {
    const value = readInParens(reading);
    return value === null ? null : !value;
  }
  let value = readInParens(reading);
  const joint = takeWord(reading, 'and') ? 'and' : takeWord(reading, 'or') ? 'or' : null;
  while (value !== null && joint !== null) {
    const next = readInParens(reading);
    if (next === null) return null;
    value = joint === 'and' ? value && next : value || next;
    if (!takeWord(reading, joint)) break;
  }
  return value;
}

/** Brackets around a condition or a declaration; sheets have no more than 64 of them within each other. */
function readInParens(reading: Reading): boolean | null {
  const { text, at } = skip(reading);
  const end = text.charAt(at) === '(' ? closing(text, at) : -1;
  if (end < 0) return null;
  const inside = text.slice(at + 1, end);
  reading.at = end + 1;
  const [, name, value] = /^\s*(-?[a-z][\w-]*|--[\w-]+)\s*:([^]*)$/i.exec(inside) ?? [];
  if (name !== undefined && value !== undefined) return isSupported(name, value);
  const inner: Reading = { text: inside, at: 0 };
  const held = readCondition(inner);
  return skip(inner).at === inside.length ? held : null;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text.charAt(at) === '(') depth += 1;
    else if (text.charAt(at) === ')' && --depth === 0) return at;
  }
  return -1;
}

function isSupported(name: string, value: string): boolean {
  return name.startsWith('--') || readText(name.toLowerCase(), value.trim()) !== null;
}
