import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { FIRST_COMPOUND } from '../../src/font/face.ts';
import { ARABIC, face } from './fonts.ts';

/** A font as fontkit sees it. */
interface ForeignFont {
  getGlyph(id: number): { readonly advanceWidth: number; readonly bbox: Box };
}
interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
const fontkit = createRequire(import.meta.url)('fontkit') as {
  create(bytes: Uint8Array): ForeignFont;
};

test('a compound is a glyph of the subset: its parts moved, its width its own', () => {
  const arabic = face(ARABIC);
  const shaping = { script: 'Arab', language: 'ar', direction: 'rtl', features: [] } as const;
  const [beh = 0] = arabic.shape('\u066e', shaping).glyphs;
  const [stop = 0] = arabic.shape('.', shaping).glyphs;
  const parts = [
    { glyph: beh, x: 0, y: 0 },
    { glyph: stop, x: 300, y: -1400 },
  ];
  const compounds = new Map([[FIRST_COMPOUND, { parts, advance: 777 }]]);
  const subset = arabic.subset(new Set([beh, stop, FIRST_COMPOUND]), compounds);
  const font = fontkit.create(Buffer.from(subset.bytes));
  const glyph = (id: number) => font.getGlyph(subset.ids.get(id) ?? 0);
  const [one, other, both] = [beh, stop, FIRST_COMPOUND].map((id) => glyph(id).bbox);
  // the stop hangs below the letter, so it gives the lower edge and the letter gives the upper one
  expect(both?.minY).toBe((other?.minY ?? 0) - 1400);
  expect(both?.maxY).toBe(one?.maxY);
  expect(both?.minX).toBe(Math.min(one?.minX ?? 0, (other?.minX ?? 0) + 300));
  expect(glyph(FIRST_COMPOUND).advanceWidth).toBe(777);
});
