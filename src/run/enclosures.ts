import { createHash } from 'node:crypto';
import type { NewObject } from '../archive/archive.ts';
import type { Attachment } from '../attachment.ts';
import type { LetterSettings } from '../config/settings-mail.ts';

/** A file that goes with the mail beside the PDF. */
export interface Enclosure {
  readonly extension: 'xml' | 'csv';
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Where an enclosure lies in the archive, so that every sending has the same bytes. */
export interface KeptEnclosure extends Pick<Enclosure, 'extension' | 'contentType' | 'sha256'> {
  readonly key: string;
}

/** The files inside of the PDF that this customer's mails have beside it too: at most one of a kind. */
export function enclosuresOf(
  attachments: readonly Attachment[],
  { attach }: Pick<LetterSettings, 'attach'>,
): readonly Enclosure[] {
  return (['xml', 'csv'] as const).flatMap((extension) => {
    const file = attach.includes(extension)
      ? attachments.find(({ name }) => name.endsWith(`.${extension}`))
      : undefined;
    if (file === undefined) return [];
    const bytes = Uint8Array.from(file.bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return [{ extension, contentType: file.mime, bytes, sha256 }];
  });
}

/** Enclosures lie in the archive beside their PDF, under its key with their own extension. */
export function enclosedObjects(
  pdf: Pick<NewObject, 'key' | 'retention'>,
  enclosures: readonly Enclosure[],
): readonly NewObject[] {
  return enclosures.map(({ extension, contentType, bytes, sha256 }) => ({
    key: pdf.key.replace(/pdf$/, extension),
    bytes,
    sha256,
    contentType,
    retention: pdf.retention,
  }));
}

/** What the letter keeps of its enclosures. */
export function keptEnclosures(
  pdf: Pick<NewObject, 'key' | 'retention'>,
  enclosures: readonly Enclosure[],
): readonly KeptEnclosure[] {
  return enclosures.map(({ extension, contentType, sha256 }) => ({
    key: pdf.key.replace(/pdf$/, extension),
    extension,
    contentType,
    sha256,
  }));
}
