import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import type { FontBook } from './font/font-book.ts';
import type { Resource, World } from './world.ts';

/** Larger files are treated as not there: nothing that a page needs comes near. */
const MAXIMUM_BYTES = 32 * 1024 * 1024;

/**
 * The world of a real run: files of the folders, searched in order. A name that is absolute, has a scheme, or leads out
 * of its folder (symbolic links included) is not found. Files are read once and kept.
 */
export function createNodeWorld(folders: readonly string[], fonts: FontBook): World {
  const resources = new Map<string, Resource | null>();
  const values = new Map<string, unknown>();
  return {
    fonts,
    resource: (name) => remember(resources, name, () => find(folders, name)),
    memo: <T>(key: string, make: () => T) => remember(values, key, make) as T,
  };
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key);
  if (value !== undefined || known.has(key)) return value as T;
  const made = make();
  known.set(key, made);
  return made;
}

function find(folders: readonly string[], name: string): Resource | null {
  if (name === '' || isAbsolute(name) || /^[a-z][a-z0-9+.-]*:/i.test(name) || name.includes('\0'))
    return null;
  for (const folder of folders) {
    const bytes = readInside(folder, name);
    if (bytes !== null) return { name, bytes };
  }
  return null;
}

function readInside(folder: string, name: string): Uint8Array | null {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, name));
    const { size } = statSync(file);
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep) || size > MAXIMUM_BYTES)
      return null;
    return readFileSync(file);
  } catch {
    return null;
  }
}
