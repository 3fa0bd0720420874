import type { ArchiveSettings } from '../config/schema-archive.ts';
import type { Archive } from './archive.ts';
import { openFolderArchive } from './folder-archive.ts';
import { openS3Archive } from './s3-archive.ts';

/** The archive that the configuration names. */
export async function openArchive({ type, folder, s3 }: ArchiveSettings): Promise<Archive> {
  return type === 's3' && s3 !== undefined ? openS3Archive(s3) : openFolderArchive(folder);
}
