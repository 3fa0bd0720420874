/** Numbers that look random and are the same each time for the same words. */
export interface Chance {
  /** At least 0 and less than 1. */
  next(): number;
  /** A whole number from one bound to the other. */
  whole(from: number, to: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** True in so many of 1 cases. */
  happens(share: number): boolean;
}

/** Chance that depends on these words alone. */
export function chanceOf(...words: readonly (string | number)[]): Chance {
  let state = hashOf(words.join('\n'));
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    happens: (share) => next() < share,
  };
}

/** FNV-1a over UTF-16 code units. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** An identifier of the form of a UUID for these words. */
export function uuidOf(...words: readonly (string | number)[]): string {
  const text = words.join('\n');
  const digits = [0, 1, 2, 3]
    .map((part) => hashOf(`${part}\n${text}`).toString(16).padStart(8, '0'))
    .join('');
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ];
  return parts.join('-');
}
