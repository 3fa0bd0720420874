import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readCatalogue } from './font/catalogue.ts';
import { createFontBook } from './font/create-font-book.ts';
import type { FontBook } from './font/font-book.ts';

const require = createRequire(import.meta.url);

/** The fonts of `fonts/catalogue.json`, read from their npm packages when they are first needed. */
export function openCatalogue(file: string): FontBook {
  const catalogue = readCatalogue(JSON.parse(readFileSync(file, 'utf8')));
  if (!catalogue.ok) throw new Error(catalogue.failures.map(({ message }) => message).join('; '));
  return createFontBook(catalogue.value, readPackageFile);
}

/** A file within an installed package; null where the package is not installed. */
function readPackageFile(file: string): Uint8Array | null {
  const [scope = '', name = '', ...path] = file.split('/');
  try {
    const manifest = require.resolve(`${scope}/${name}/package.json`);
    return readFileSync(join(manifest, '..', ...path));
  } catch {
    return null;
  }
}
