import { createHash } from 'node:crypto';
import { place } from '../markup/element.ts';
import type { SheetText } from './parse-sheet.ts';

/** What documents with equal style sheets share, each made once as a rule. Bounded by what it takes. */
export interface SheetMemory {
  /** The value of a key, made when it is not known; `bytes` says about how many it takes by now. */
  recall<T>(key: string, make: () => T, bytes: (value: T) => number): T;
  /** What tells a text at its place from all others; made once for each object. */
  keyOf(text: SheetText): string;
}

interface Kept {
  readonly value: unknown;
  readonly measure: () => number;
  /** When it was last measured. */
  bytes: number;
}

/** Room for the styles of some twenty brands; documents that bring sheets of their own take no more. */
const MOST_BYTES = 16_000_000;

/** Up to here everything is kept; from here on what is asked for a second time: most documents have a rule of their own. */
const PLENTY_OF_ROOM = MOST_BYTES / 2;
const PLENTY_OF_VALUES = 64;

/** Keys remembered without their values. */
const MOST_KEYS = 1000;

/** An empty memory. */
export function createSheetMemory(): SheetMemory {
  const known = new Map<string, Kept>();
  const keys = new WeakMap<SheetText, string>();
  const once = new Set<string>();
  let sum = 0;
  let latest: Kept | null = null;
  /** Only what was asked for last can have grown since. */
  const remeasure = (kept: Kept): void => {
    const bytes = kept.measure();
    sum += bytes - kept.bytes;
    kept.bytes = bytes;
  };
  const isWorthKeeping = (key: string): boolean => {
    const isRoomy = sum < PLENTY_OF_ROOM && known.size < PLENTY_OF_VALUES;
    if (once.delete(key) || isRoomy) return true;
    if (once.size >= MOST_KEYS) once.clear();
    once.add(key);
    return false;
  };
  return {
    recall: <T>(key: string, make: () => T, bytes: (value: T) => number): T => {
      if (latest !== null) remeasure(latest);
      const found = known.get(key);
      const value = found === undefined ? make() : (found.value as T);
      if (found === undefined && !isWorthKeeping(key)) return value;
      const kept = found ?? { value, measure: () => bytes(value), bytes: 0 };
      known.delete(key);
      known.set(key, kept);
      remeasure(kept);
      sum = forgetOldest(known, sum);
      latest = kept;
      return value;
    },
    keyOf: (text) => {
      const known = keys.get(text);
      if (known !== undefined) return known;
      const key = `${place(text.source)}:${textKey(text)}`;
      keys.set(text, key);
      return key;
    },
  };
}

/** Texts up to here are told apart by themselves: to look a short one up is quicker than to digest it. */
const SHORT = 500;

function textKey({ css }: SheetText): string {
  if (css.length <= SHORT) return `text:${css}`;
  return `digest:${createHash('sha256').update(css).digest('base64')}`;
}

/** Forget what is longest out of use until the rest has room; the last one may be as large as it is. Gives the sum that is left. */
function forgetOldest(known: Map<string, Kept>, sum: number): number {
  let left = sum;
  for (const [key, kept] of known) {
    if (left <= MOST_BYTES || known.size === 1) break;
    left -= kept.bytes;
    known.delete(key);
  }
  return left;
}
