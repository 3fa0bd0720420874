import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readCatalogue, type Catalogue } from '../../src/font/catalogue.ts';
import { createFontBook } from '../../src/font/create-font-book.ts';
import type { Face, FaceDescription, Shaping } from '../../src/font/face.ts';
import type { FontBook } from '../../src/font/font-book.ts';
import { openFace } from '../../src/font/open-face.ts';

const require = createRequire(import.meta.url);

/** Plain Latin text from left to right. */
export const LATIN: Shaping = { script: 'Latn', language: 'en', direction: 'ltr', features: [] };

/** Packages that a user may leave out; here they are always left out. */
const OPTIONAL = /noto-sans-(jp|sc|kr|tc)|noto-emoji/;

/** The bytes of a file of an installed font package; null where it is not there. */
export function readFontFile(file: string): Uint8Array | null {
  if (OPTIONAL.test(file)) return null;
  try {
    return readFileSync(require.resolve(file));
  } catch {
    return null;
  }
}

/** The bytes of a file that is there. */
export function fontBytes(file: string): Uint8Array {
  const bytes = readFontFile(`@expo-google-fonts/${file}`);
  if (bytes === null) throw new Error(`no font file ${file}`);
  return bytes;
}

export const INTER = 'inter/400Regular/Inter_400Regular.ttf';
export const ARABIC = 'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf';
export const HEBREW = 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf';
export const DEVANAGARI = 'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf';
export const THAI = 'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf';

const REGULAR: FaceDescription = { family: 'Test', weight: 400, slant: 'normal' };

/** A face of an installed package, opened anew. */
export function face(file: string, description: FaceDescription = REGULAR): Face {
  const opened = openFace(fontBytes(file), description);
  if (!opened.ok) throw new Error(opened.failures.map(({ message }) => message).join());
  return opened.value;
}

/** The project's own catalogue. */
export function catalogue(): Catalogue {
  const url = new URL('../../fonts/catalogue.json', import.meta.url);
  const read = readCatalogue(JSON.parse(readFileSync(url, 'utf8')));
  if (!read.ok) throw new Error(read.failures.map(({ message }) => message).join());
  return read.value;
}

/** A new book over the catalogue, and the files that it has read so far. */
export function book(): { readonly fonts: FontBook; readonly files: readonly string[] } {
  const files: string[] = [];
  const read = (file: string): Uint8Array | null => {
    files.push(file);
    return readFontFile(file);
  };
  return { fonts: createFontBook(catalogue(), read), files };
}
