/** A source of choices that gives the same ones for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True in so many of a hundred cases. */
  percent(share: number): boolean;
  /** Something made up to `most` times, at least once. */
  some<T>(most: number, make: () => T): readonly T[];
}

/** The generator “mulberry32” of a seed; any two whole numbers give a stream of their own. */
export function createRandom(seed: number, stream = 0): Random {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), bits | 61)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: <T>(choices: readonly T[]): T => choices[below(choices.length)] as T,
    percent: (share) => next() * 100 < share,
    some: (most, make) => Array.from({ length: 1 + below(most) }, make),
  };
}
