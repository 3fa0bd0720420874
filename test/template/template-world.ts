import { existsSync, readFileSync } from 'node:fs';
import type { FontBook } from '../../src/font/font-book.ts';
import type { Resource, World } from '../../src/world.ts';

const FOLDERS = ['templates/standard', 'templates/shared'];

/** The world of the standard template with some of its files replaced; null takes a file away. */
export function templateWorld(files: Readonly<Record<string, string | null>> = {}): World {
  const values = new Map<string, unknown>();
  const everyResource = (name: string): readonly Resource[] => {
    if (Object.hasOwn(files, name)) {
      const text = files[name] ?? null;
      return text === null ? [] : [{ name, bytes: new TextEncoder().encode(text) }];
    }
    const found = FOLDERS.map((folder) => `${folder}/${name}`).filter(existsSync);
    return found.map((file) => ({ name, bytes: readFileSync(file) }));
  };
  return {
    fonts: {} as FontBook,
    isTooLarge: () => false,
    syntaxTree: () => null,
    styleTree: () => null,
    localeFacts: () => null,
    resource: (name) => everyResource(name)[0] ?? null,
    everyResource,
    memo<T>(key: string, make: () => T): T {
      if (!values.has(key)) values.set(key, make());
      return values.get(key) as T;
    },
  };
}
