import type { Length } from './style.ts';

/** A length against its base. */
export function usedLength({ px, percent, extreme }: Length, base: number): number {
  if (extreme) return Math[extreme.kind](...extreme.lengths.map((one) => usedLength(one, base)));
  return px + (percent / 100) * base;
}
