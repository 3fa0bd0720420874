import type { TagProperties } from '../box/tag.ts';

/** Schemes that a reader of an invoice may be led to; scripts and files are none of them. */
const SCHEME = /^(https?|mailto|tel):/i;
const NOT_URI = /[^\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]/gu;

/** The URI that a link says, in plain ASCII; null where it does not lead out of the document by a safe scheme. */
export function linkTarget(properties: TagProperties | null): string | null {
  const target = properties?.link?.trim() ?? '';
  return SCHEME.test(target) ? target.replace(NOT_URI, percentEncoded) : null;
}

function percentEncoded(char: string): string {
  const bytes = Buffer.from(char, 'utf8');
  return [...bytes].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
