import { existsSync, readFileSync } from 'node:fs';
import type { FontBook } from '../../src/font/font-book.ts';
import type { World } from '../../src/world.ts';

/** The world of the standard template with some of its files replaced; null takes a file away. */
export function templateWorld(files: Readonly<Record<string, string | null>> = {}): World {
  const values = new Map<string, unknown>();
  return {
    fonts: {} as FontBook,
    resource(name) {
      if (Object.hasOwn(files, name)) {
        const text = files[name] ?? null;
        return text === null ? null : { name, bytes: new TextEncoder().encode(text) };
      }
      const file = `templates/standard/${name}`;
      return existsSync(file) ? { name, bytes: readFileSync(file) } : null;
    },
    memo<T>(key: string, make: () => T): T {
      if (!values.has(key)) values.set(key, make());
      return values.get(key) as T;
    },
  };
}
