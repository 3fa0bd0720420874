import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { createOutlineShelf, keepFile } from '../../src/font/heavy-file.ts';
import { openFace } from '../../src/font/open-face.ts';
import { readSfnt } from '../../src/font/sfnt.ts';
import { fontBytes, INTER, LATIN } from './fonts.ts';

const FILE = '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';
const japanese = readFileSync(createRequire(import.meta.url).resolve(FILE));
const NAMED = { family: 'Test', weight: 400, slant: 'normal' } as const;

function kept(bytes: Uint8Array): ReturnType<typeof keepFile> {
  const sfnt = readSfnt(bytes, 'test');
  if (!sfnt.ok) throw new Error('cannot be read');
  return keepFile(bytes, sfnt.value);
}

test('a heavy file is kept without its outlines, any other as it is', () => {
  const heavy = kept(japanese);
  expect(heavy.light).toBe(true);
  expect(heavy.bytes.length).toBeLessThan(japanese.length / 4);
  const inter = fontBytes(INTER);
  const light = kept(inter);
  expect(light.light).toBe(false);
  expect(Buffer.compare(light.bytes, inter)).toBe(0);
});

test('a subset has the same bytes, wherever the outlines come from', () => {
  const shelf = createOutlineShelf();
  const subset = (find?: () => Uint8Array): Uint8Array => {
    const face = openFace(japanese, NAMED, find ? { find } : {});
    if (!face.ok) throw new Error('cannot be opened');
    const { glyphs } = face.value.shape('請求書', { ...LATIN, script: 'Hani' });
    return face.value.subset(new Set(glyphs), new Map()).bytes;
  };
  const found = subset(() => shelf.take(FILE, () => japanese));
  expect(Buffer.compare(found, subset())).toBe(0);
  expect(found.length).toBeGreaterThan(1000);
});

test('outlines are read again when others were needed in the meantime', () => {
  const shelf = createOutlineShelf();
  const reads: string[] = [];
  const take = (file: string): Uint8Array => shelf.take(file, () => (reads.push(file), japanese));
  const files = Array.from({ length: 12 }, (_, index) => `${index}`);
  for (const file of ['0', '0', ...files, '11', '0']) take(file);
  expect(reads).toEqual([...files, '0']);
});

test('a file that is gone is named', () => {
  const shelf = createOutlineShelf();
  expect(() => shelf.take('a.ttf', () => null)).toThrow('a.ttf');
});
