import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { Blob, Face as ShaperFace, Font } from 'harfbuzzjs';
import { describe, expect, test } from 'vitest';
import type { Face } from '../../src/font/face.ts';
import { ARABIC, DEVANAGARI, face, fontBytes, INTER, LATIN } from './fonts.ts';

/** As much of fontkit as is needed to look at a font with other eyes. */
interface ForeignFont {
  readonly numGlyphs: number;
  getGlyph(id: number): { readonly advanceWidth: number; readonly path: { toSVG(): string } };
}
const fontkit = createRequire(import.meta.url)('fontkit') as {
  create(bytes: Uint8Array): ForeignFont;
};

/** The text's glyphs as a set. */
function glyphsOf(from: Face, text: string, script = 'Latn'): Set<number> {
  return new Set(from.shape(text, { ...LATIN, script }).glyphs);
}

function shaperFont(bytes: Uint8Array): Font {
  return new Font(new ShaperFace(new Blob(bytes)));
}

const inter = face(INTER);
// é and Å are composite in Inter; fi, the digits and the signs are simple.
const TEXT = 'Invoice Åé ÄÖÜ fi 0123456789 €%½';

const CASES = [
  ['Inter', INTER, TEXT, 'Latn'],
  ['Arabic', ARABIC, 'فاتورة', 'Arab'],
  ['Devanagari', DEVANAGARI, 'हिन्दी क्ष', 'Deva'],
] as const;

describe.each(CASES)('%s', (_, file, text, script) => {
  const original = fontBytes(file);
  const opened = face(file);
  const glyphs = glyphsOf(opened, text, script);
  const { bytes, ids } = opened.subset(glyphs);

  test('HarfBuzz finds the same outlines and advances under the new ids', () => {
    const before = shaperFont(original);
    const after = shaperFont(bytes);
    expect([...ids.keys()]).toEqual([0, ...glyphs]);
    for (const [old, id] of ids) {
      expect(after.glyphToJson(id)).toEqual(before.glyphToJson(old));
      expect(after.glyphExtents(id)).toEqual(before.glyphExtents(old));
      expect(after.glyphHAdvance(id)).toBe(opened.advance(old));
    }
  });

  test('fontkit agrees', () => {
    const before = fontkit.create(original);
    const after = fontkit.create(bytes);
    for (const [old, id] of ids) {
      expect(after.getGlyph(id).path.toSVG()).toBe(before.getGlyph(old).path.toSVG());
      expect(after.getGlyph(id).advanceWidth).toBe(before.getGlyph(old).advanceWidth);
    }
  });
});

test('new ids are given in the order of the glyphs, glyph 0 first, and the file is small', () => {
  const glyphs = glyphsOf(inter, 'Total');
  const { bytes, ids } = inter.subset(glyphs);
  expect([...ids]).toEqual([0, ...glyphs].map((glyph, id) => [glyph, id]));
  expect(fontkit.create(bytes).numGlyphs).toBe(glyphs.size + 1);
  expect(bytes.length).toBeLessThan(2_000);
});

test('parts of composite glyphs come along', () => {
  const glyphs = glyphsOf(inter, 'é');
  const { bytes, ids } = inter.subset(glyphs);
  expect(ids.size).toBe(2);
  expect(fontkit.create(bytes).numGlyphs).toBeGreaterThan(2);
});

test('equal glyphs give equal bytes, whatever was set before', () => {
  const digest = (from: Face, glyphs: Iterable<number>): string =>
    createHash('sha256')
      .update(from.subset(new Set(glyphs)).bytes)
      .digest('hex');
  const glyphs = [...glyphsOf(inter, TEXT)];
  const fresh = face(INTER);
  expect(digest(inter, glyphs)).toBe(digest(fresh, glyphs));
});

test('a null takes a number, with neither width nor outline', () => {
  const [one = 0, other = 0] = [...glyphsOf(inter, 'no')];
  const { bytes, ids } = inter.subset([one, null, null, other]);
  expect([...ids]).toEqual([
    [0, 0],
    [one, 1],
    [other, 4],
  ]);
  const font = fontkit.create(bytes);
  expect(font.numGlyphs).toBe(5);
  expect(font.getGlyph(2).path.toSVG()).toBe('');
  expect(font.getGlyph(3).advanceWidth).toBe(0);
  const same = fontkit.create(inter.subset([other]).bytes).getGlyph(1);
  expect(font.getGlyph(4).path.toSVG()).toBe(same.path.toSVG());
});

test('ids beyond the face are drawn as glyph 0', () => {
  const { bytes, ids } = inter.subset([65_000, -1, 0]);
  expect(Object.fromEntries(ids)).toEqual({ '0': 0, '65000': 1, '-1': 2 });
  const font = fontkit.create(bytes);
  const shapes = [0, 1, 2].map((id) => font.getGlyph(id).path.toSVG());
  expect(new Set(shapes).size).toBe(1);
});

/** Sum of the words of a part of a file, as table checksums are made. */
function sum(bytes: Uint8Array, start: number, length: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  let total = 0;
  for (let at = start; at < start + length; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}

test('checksums are right: the whole file adds up to 0xB1B0AFBA', () => {
  const { bytes } = inter.subset(glyphsOf(inter, TEXT));
  expect(bytes.length % 4).toBe(0);
  expect(sum(bytes, 0, bytes.length)).toBe(0xb1b0afba);
  const view = new DataView(bytes.buffer);
  const tags: string[] = [];
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    tags.push(tag);
    if (tag === 'head') continue;
    const length = (view.getUint32(entry + 12) + 3) & ~3;
    expect(sum(bytes, view.getUint32(entry + 8), length)).toBe(view.getUint32(entry + 4));
  }
  expect(tags).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'post']);
});

test('a subset too large for short offsets gets long ones', () => {
  const glyphs = new Set(Array.from({ length: 2_500 }, (_, index) => index));
  const { bytes, ids } = inter.subset(glyphs);
  const after = shaperFont(bytes);
  const before = shaperFont(fontBytes(INTER));
  expect(bytes.length).toBeGreaterThan(131_070);
  for (const old of [1, 1_000, 2_499]) {
    expect(after.glyphToJson(ids.get(old) ?? 0)).toEqual(before.glyphToJson(old));
  }
});
