/** Lead bytes with how many bytes follow, and the range of the first that does (Unicode, table 3-7). */
const SEQUENCES: readonly (readonly [
  from: number,
  to: number,
  following: number,
  low: number,
  high: number,
])[] = [
  [0x00, 0x7f, 0, 0x80, 0xbf],
  [0xc2, 0xdf, 1, 0x80, 0xbf],
  [0xe0, 0xe0, 2, 0xa0, 0xbf],
  [0xe1, 0xec, 2, 0x80, 0xbf],
  [0xed, 0xed, 2, 0x80, 0x9f],
  [0xee, 0xef, 2, 0x80, 0xbf],
  [0xf0, 0xf0, 3, 0x90, 0xbf],
  [0xf1, 0xf3, 3, 0x80, 0xbf],
  [0xf4, 0xf4, 3, 0x80, 0x8f],
];

/** Where the first ill-formed sequence of UTF-8 begins to be one; null where the bytes are well-formed. */
export function locateInvalidUtf8(bytes: Uint8Array): number | null {
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes, offset);
    if (length === 0) return offset;
    offset += length;
  }
  return null;
}

/** Bytes of the character at this offset; 0 where there is no well-formed one. */
function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0;
  if (lead < 0x80) return 1;
  const sequence = SEQUENCES.find(([from, to]) => lead >= from && lead <= to);
  if (sequence === undefined) return 0;
  const [, , following, low, high] = sequence;
  const whole =
    isBetween(bytes[offset + 1], low, high) && tailFollows(bytes, offset + 2, following - 1);
  return whole ? following + 1 : 0;
}

function tailFollows(bytes: Uint8Array, offset: number, count: number): boolean {
  for (let index = 0; index < count; index += 1) {
    if (!isBetween(bytes[offset + index], 0x80, 0xbf)) return false;
  }
  return true;
}

function isBetween(byte: number | undefined, low: number, high: number): boolean {
  return byte !== undefined && byte >= low && byte <= high;
}
