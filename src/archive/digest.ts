import { createHash } from 'node:crypto';
import { failure, type Failure } from '../failure.ts';
import type { NewObject } from './archive.ts';
import { keyFault } from './check-key.ts';

/** SHA-256 in lower-case hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What is wrong with an object before it is stored: its key, or bytes that changed since the digest was made. */
export function objectFault({ key, bytes, sha256 }: NewObject): Failure | null {
  const fault = keyFault(key);
  if (fault !== null) return noKey(key, fault);
  const found = sha256Of(bytes);
  if (found === sha256) return null;
  return failure('archive', key, 'The bytes are not those that were announced', {
    expected: `SHA-256 ${sha256}`,
    found: `SHA-256 ${found}`,
    hint: 'They changed between rendering and archiving; render the invoice again.',
  });
}

/** The failure for a text that is no key. */
export function noKey(key: string, fault: string): Failure {
  return failure('archive', key, `This is no key for the archive: ${fault}`, {
    hint: 'Change archive.pattern or the invoice number.',
  });
}

/** The failure for other bytes under the same key. */
export function conflictOf(key: string, expected: string, found: string): Failure {
  return failure('archive', key, 'Other content is archived under this key; it was left as it is', {
    expected: `no object, or SHA-256 ${expected}`,
    found,
    hint: 'Two invoices share a number, or one was rendered differently; a correction needs a new revision.',
  });
}
