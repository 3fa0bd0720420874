/** A set of code points asked once per character: one bit each, in blocks of 256 that exist only where needed. */
export type Coverage = readonly (Uint32Array | undefined)[];

/** Build the set. Numbers that are no code points are left out. */
export function createCoverage(codePoints: Iterable<number>): Coverage {
  const blocks: (Uint32Array | undefined)[] = new Array<undefined>(0x1100).fill(undefined);
  for (const codePoint of codePoints) {
    if (codePoint > 0x10ffff) continue;
    const block = (blocks[codePoint >> 8] ??= new Uint32Array(8));
    const word = (codePoint >> 5) & 7;
    block[word] = (block[word] ?? 0) | (1 << (codePoint & 31));
  }
  return blocks;
}

/** Whether the code point is in the set. */
export function isCovered(coverage: Coverage, codePoint: number): boolean {
  const word = coverage[codePoint >> 8]?.[(codePoint >> 5) & 7];
  return word !== undefined && ((word >>> (codePoint & 31)) & 1) === 1;
}
