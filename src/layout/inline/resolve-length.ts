import type { Length } from '../../style/style.ts';
import { resolve } from '../used-edges.ts';

/** Used px of a length whose percentages refer to `base`; `auto` counts as 0. */
export function resolveLength(length: Length | 'auto', base: number): number {
  return length === 'auto' ? 0 : resolve(length, base);
}
