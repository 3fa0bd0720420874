import { constants } from 'node:fs';
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type {
  Archive,
  ArchiveTrouble,
  HeadResult,
  ListEntry,
  NewObject,
  ObjectFacts,
  PutResult,
  ReadResult,
} from './archive.ts';
import { keyFault } from './check-key.ts';
import { conflictOf, noKey, objectFault, sha256Of } from './digest.ts';
import { createExclusive, makeFolders, sweepTemporaries } from './exclusive-file.ts';
import { folderTrouble } from './folder-trouble.ts';

/** Write permission of anybody. */
const WRITABLE = 0o222;

/** An archive in a folder: every file is written once, made durable, and read-only from then on. */
export async function openFolderArchive(folder: string): Promise<Archive> {
  const root = resolve(folder);
  await sweepTemporaries(root);
  return {
    place: `folder ${folder}`,
    put: (object) => put(root, object),
    read: (key) => guarded(key, () => read(join(root, key))),
    head: (key) => guarded(key, () => head(root, key)),
    list: (prefix) => list(root, prefix),
    close: async () => {},
  };
}

async function put(root: string, object: NewObject): Promise<PutResult> {
  const fault = objectFault(object);
  if (fault !== null) return { kind: 'refused', failure: fault };
  const file = join(root, object.key);
  try {
    await makeFolders(root, object.key);
    const created = await createExclusive(file, object.bytes);
    return created ? stored(root, object, false) : await compare(root, object);
  } catch (error) {
    return folderTrouble(object.key, error);
  }
}

async function stored(root: string, { key }: NewObject, already: boolean): Promise<PutResult> {
  const facts = await factsOf(root, key);
  return { kind: 'stored', already, facts };
}

/** The name is taken: by these bytes, or by others. */
async function compare(root: string, object: NewObject): Promise<PutResult> {
  const there = await readRegular(join(root, object.key));
  const found = sha256Of(there);
  if (found === object.sha256) return stored(root, object, true);
  const words = `${there.length} bytes with SHA-256 ${found}`;
  return { kind: 'conflict', failure: conflictOf(object.key, object.sha256, words) };
}

/** Answer for a key that is one, with every error of the file system as a value. */
async function guarded<T>(
  key: string,
  work: () => Promise<T>,
): Promise<T | { readonly kind: 'missing' } | ArchiveTrouble> {
  const fault = keyFault(key);
  if (fault !== null) return { kind: 'refused', failure: noKey(key, fault) };
  try {
    return await work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { kind: 'missing' }
      : folderTrouble(key, error);
  }
}

async function read(file: string): Promise<ReadResult> {
  return { kind: 'found', bytes: await readRegular(file) };
}

async function head(root: string, key: string): Promise<HeadResult> {
  return { kind: 'found', facts: await factsOf(root, key) };
}

/** Bytes of a file; a symbolic link, which may lead out of the archive, is no archived file. */
async function readRegular(file: string): Promise<Uint8Array> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await readFile(handle);
  } finally {
    await handle.close();
  }
}

async function factsOf(root: string, key: string): Promise<ObjectFacts> {
  const { size, mode } = await lstat(join(root, key));
  const exposed = (mode & WRITABLE) !== 0;
  const octal = (mode & 0o777).toString(8).padStart(4, '0');
  const protection = exposed
    ? `file that can be written to (${octal})`
    : `read-only file (${octal})`;
  return { key, size, sha256: null, version: null, retention: null, protection, exposed };
}

async function* list(root: string, prefix: string): AsyncIterable<ListEntry> {
  try {
    for await (const key of walk(root, '')) if (key.startsWith(prefix)) yield { kind: 'key', key };
  } catch (error) {
    yield folderTrouble(prefix, error);
  }
}

/** Files of a folder and below, in order of their keys; temporary files begin with a dot. */
async function* walk(root: string, under: string): AsyncIterable<string> {
  const entries = await readdir(join(root, under), { withFileTypes: true });
  const named = entries
    .filter((entry) => !entry.name.startsWith('.') && (entry.isFile() || entry.isDirectory()))
    .map((entry) => ({ folder: entry.isDirectory(), key: under + entry.name }))
    .map(({ folder, key }) => ({ folder, key: folder ? `${key}/` : key }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { folder, key } of named) {
    if (folder) yield* walk(root, key);
    else yield key;
  }
}
