import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { FontBook } from './font/font-book.ts';
import { copiedText } from './copied-text.ts';
import type { Resource, World } from './world.ts';

/** Larger files are not read: nothing that a page needs comes near. */
const MAXIMUM_BYTES = 32 * 1024 * 1024;

/** More files, or values that stages keep, than any template has: documents bring some of their own. */
const MAXIMUM_KEPT = 512;

/** What the build made, to be found at need. */
export type BuiltFinds = Pick<World, 'syntaxTree' | 'styleTree' | 'localeFacts'>;

/**
 * The world of a real run: files of the folders, searched in order. A name that is absolute, has a scheme, or leads out
 * of its folder (symbolic links included) is not found. Files are read once and kept.
 */
export function createNodeWorld(
  folders: readonly string[],
  fonts: FontBook,
  built: Partial<BuiltFinds> = {},
): World {
  const resources = new Map<string, { readonly value: Resource | null }>();
  const values = new Map<string, { readonly value: unknown }>();
  return {
    fonts,
    resource(name) {
      const own = copiedText(name);
      return remember(resources, own, () => find(folders, own));
    },
    everyResource: (name) => folders.flatMap((folder) => find([folder], name) ?? []),
    syntaxTree: built.syntaxTree ?? (() => null),
    styleTree: built.styleTree ?? (() => null),
    localeFacts: built.localeFacts ?? (() => null),
    isTooLarge: (name) =>
      folders.some((folder) => (locate(folder, name)?.size ?? 0) > MAXIMUM_BYTES),
    memo: <T>(key: string, make: () => T) => remember(values, key, make) as T,
  };
}

/** The value of a key, made when it is not known; of too many the one longest out of use is forgotten. */
function remember<T>(known: Map<string, { readonly value: T }>, key: string, make: () => T): T {
  const entry = known.get(key) ?? { value: make() };
  known.delete(key);
  known.set(key, entry);
  if (known.size > MAXIMUM_KEPT) known.delete(known.keys().next().value ?? key);
  return entry.value;
}

function find(folders: readonly string[], name: string): Resource | null {
  for (const folder of folders) {
    const bytes = readInside(folder, name);
    if (bytes !== null) return { name, bytes };
  }
  return null;
}

function isSound(name: string): boolean {
  return !(
    name === '' ||
    isAbsolute(name) ||
    /^[a-z][a-z0-9+.-]*:/i.test(name) ||
    name.includes('\0')
  );
}

/** A file inside of a folder; null where there is none, or where the name leads out. */
function locate(folder: string, name: string): { file: string; size: number } | null {
  if (!isSound(name)) return null;
  try {
    const root = realpathSync.native(folder);
    const place = join(root, name);
    // Most names are in one of several folders alone: to ask is cheaper than an exception.
    if (!existsSync(place)) return null;
    const file = realpathSync.native(place);
    if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return null;
    return { file, size: statSync(file).size };
  } catch {
    return null;
  }
}

function readInside(folder: string, name: string): Uint8Array | null {
  const located = locate(folder, name);
  if (located === null || located.size > MAXIMUM_BYTES) return null;
  try {
    return readFileSync(located.file);
  } catch {
    return null;
  }
}

/** Twelve hex digits that change with any name or byte of these folders' files. */
export function digestFolders(folders: readonly string[]): string {
  const hash = createHash('sha256');
  folders.forEach((folder, index) => {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const named = files.map((file) => [relative(folder, file).split(sep).join('/'), file] as const);
    for (const [name, file] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
      const bytes = readFileSync(file);
      hash.update(`${index} ${name} ${bytes.byteLength}\n`).update(bytes);
    }
  });
  return hash.digest('hex').slice(0, 12);
}
