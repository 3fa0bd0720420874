import { failure } from '../failure.ts';
import type { ArchiveTrouble } from './archive.ts';

interface Advice {
  readonly kind: ArchiveTrouble['kind'];
  readonly hint: string;
}

/** What to do about an error of the file system, by its code. */
const ADVICE: Readonly<Record<string, Advice>> = {
  ENOSPC: { kind: 'unreachable', hint: 'The disk is full: make room, then start the run again.' },
  EDQUOT: {
    kind: 'unreachable',
    hint: 'The quota is used up: make room, then start the run again.',
  },
  EROFS: {
    kind: 'refused',
    hint: 'The file system is read-only: mount it for writing, or set archive.folder.',
  },
  EACCES: {
    kind: 'refused',
    hint: 'Give this user the right to write to the folder, or set archive.folder.',
  },
  EPERM: {
    kind: 'refused',
    hint: 'Give this user the right to write to the folder, or set archive.folder.',
  },
  ENOTDIR: {
    kind: 'refused',
    hint: 'A file stands where a folder is needed: move it, or set archive.folder.',
  },
  ELOOP: { kind: 'refused', hint: 'A symbolic link stands where a file is needed: remove it.' },
  EISDIR: {
    kind: 'refused',
    hint: 'A folder stands where a file is needed: move it, or change archive.pattern.',
  },
  ENAMETOOLONG: { kind: 'refused', hint: 'Shorten archive.pattern or the invoice number.' },
};

const OTHERWISE: Advice = {
  kind: 'unreachable',
  hint: 'Check the disk, then start the run again.',
};

/** An error of the file system as a value that says what to do. */
export function folderTrouble(key: string, error: unknown): ArchiveTrouble {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const { kind, hint } = ADVICE[code] ?? OTHERWISE;
  const found = error instanceof Error ? error.message : String(error);
  const message = 'The archive folder does not take or give this file';
  return { kind, failure: failure('archive', key, message, { found, hint }) };
}
