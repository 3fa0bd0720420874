import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, DrawFuncs, Face as ShaperFace, Font } from 'harfbuzzjs';
import { describe, expect, test, vi } from 'vitest';
import { openFace } from '../../src/font/open-face.ts';
import { LATIN } from './fonts.ts';

const blobs = vi.hoisted(() => ({ bytes: 0 }));

vi.mock('harfbuzzjs', async (load) => {
  const real = await load<object & { Blob: typeof Blob }>();
  class Counted extends real.Blob {
    constructor(data: Uint8Array) {
      super(data);
      blobs.bytes += data.length;
    }
  }
  return { ...real, Blob: Counted };
});

const FILE = '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf';
const bytes = readFileSync(createRequire(import.meta.url).resolve(FILE));

const opened = openFace(bytes, { family: 'Test', weight: 400, slant: 'normal' });
if (!opened.ok) throw new Error('cannot be opened');
const japanese = opened.value;
const copied = blobs.bytes;
const whole = new Font(new ShaperFace(new Blob(bytes)));

/** The outline as the shaper draws it from the whole file, one number after the other. */
function drawn(glyph: number): readonly number[] {
  const numbers: number[] = [];
  const add = (...given: readonly number[]): void => void numbers.push(...given);
  const functions = new DrawFuncs();
  functions.setMoveToFunc((x, y) => add(x, y));
  functions.setLineToFunc((x, y) => add(x, y));
  functions.setCubicToFunc((...given) => add(...given.slice(0, 6).map(Number)));
  whole.drawGlyph(glyph, functions);
  return numbers;
}

const numbersOf = (step: object): readonly number[] =>
  Object.values(step).filter((value): value is number => typeof value === 'number');

describe('a face of megabytes', () => {
  test('is given to the shaper without its outlines', () => {
    expect(copied).toBeGreaterThan(0);
    expect(copied).toBeLessThan(bytes.length / 4);
  });

  test('has its outlines all the same', () => {
    const { glyphs } = japanese.shape('請求 Ag', { ...LATIN, script: 'Hani' });
    for (const glyph of glyphs) {
      expect(japanese.outline(glyph).flatMap(numbersOf)).toEqual(drawn(glyph));
    }
    expect(japanese.outline(glyphs[0] ?? 0).length).toBeGreaterThan(10);
  });

  test('sets text as wide', () => {
    const { glyphs, width } = japanese.shape('請求書', { ...LATIN, script: 'Hani' });
    expect([...glyphs].every((glyph) => glyph > 0)).toBe(true);
    expect(width).toBe(3 * japanese.metrics.unitsPerEm);
  });
});
