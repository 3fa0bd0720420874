import { Blob, Face as ShaperFace, Font } from 'harfbuzzjs';
import { expect, test } from 'vitest';
import { lastResortFace } from '../../src/font/last-resort.ts';
import { LATIN } from './fonts.ts';

test('each character with its marks is one box of 0.6 em', () => {
  const run = lastResortFace.shape('請e\u0301求', LATIN);
  expect(run).toMatchObject({ glyphs: [1, 1, 1], clusters: [0, 1, 3], width: 1800 });
  const back = lastResortFace.shape('請求', { ...LATIN, direction: 'rtl' });
  expect(back.clusters).toEqual([1, 0]);
});

test('the subset is a font that draws the box', () => {
  const { bytes, ids } = lastResortFace.subset(new Set([1]));
  const font = new Font(new ShaperFace(new Blob(bytes)));
  const glyph = ids.get(1) ?? 0;
  expect(glyph).toBe(1);
  expect(font.glyphHAdvance(glyph)).toBe(lastResortFace.advance(1));
  // From 80, 700 to 520, 0: the outer edge; the hole lies 50 within.
  expect(font.glyphExtents(glyph)).toEqual({
    xBearing: 80,
    yBearing: 700,
    width: 440,
    height: -700,
  });
  const points = font.glyphToJson(glyph).filter(({ type }) => type !== 'Z');
  expect(points.map(({ values }) => values.join())).toEqual([
    '80,0',
    '80,700',
    '520,700',
    '520,0',
    '80,0',
    '130,50',
    '470,50',
    '470,650',
    '130,650',
    '130,50',
  ]);
});
