import { createHash } from 'node:crypto';
import { failed, failure, type Outcome } from '../failure.ts';

/** Pixels of the largest bitmap. */
export const MOST_PIXELS = 64_000_000;

/** Bytes of the largest bitmap once inflated. */
export const MOST_SAMPLE_BYTES = 4 * MOST_PIXELS;

/** Answer that a picture cannot be used. */
export function refuse(
  name: string,
  message: string,
  expected: string,
  found: string,
): Outcome<never> {
  return failed([failure('box', name, message, { expected, found })]);
}

/** A key for equal content: 32 hex digits. */
export function contentKey(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
