import type { NewObject } from '../../src/archive/archive.ts';
import { sha256Of } from '../../src/archive/digest.ts';

/** A small object for the archive. */
export function object(key: string, text: string): NewObject {
  const bytes = Buffer.from(text);
  return { key, bytes, sha256: sha256Of(bytes), contentType: 'application/pdf', retention: null };
}
