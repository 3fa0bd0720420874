import { Blob, Buffer, Direction, Face as ShaperFace, Feature, Font, shape } from 'harfbuzzjs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GlyphRun, PlainGlyphs, Shaping } from '../../src/font/face.ts';
import { ARABIC, DEVANAGARI, face, fontBytes, HEBREW, INTER, LATIN, THAI } from './fonts.ts';

const inter = face(INTER);

const upTo = ({ glyphs, advances }: PlainGlyphs, length: number) => [
  glyphs.slice(0, length),
  advances.slice(0, length),
];

/** What HarfBuzz itself says, without any of our code. */
function shapeDirectly(text: string, features: readonly string[]): readonly number[][] {
  const font = new Font(new ShaperFace(new Blob(fontBytes(INTER))));
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.setDirection(Direction.LTR);
  buffer.setScript('Latn');
  buffer.setLanguage('en');
  shape(
    font,
    buffer,
    features.flatMap((feature) => Feature.fromString(feature) ?? []),
  );
  const glyphs = buffer.getGlyphInfos().map((info) => info.codepoint);
  return [glyphs, buffer.getGlyphPositions().map((position) => position.xAdvance)];
}

test('an amount has the width that HarfBuzz gives it as Latin text', () => {
  // 7 and "." are kerned from both sides: 903 + 413 + 833 + 1159, where 7 alone is 1159 and "." 590.
  const run = inter.shape('7.17', LATIN);
  expect(run.advances).toEqual([903, 413, 833, 1159]);
  expect(run.width).toBe(3308);
  expect(inter.advance(run.glyphs[0] ?? 0)).toBe(1159);
});

test('tabular figures all advance equally', () => {
  const { advances } = inter.shape('0123456789', { ...LATIN, features: ['tnum'] });
  expect(new Set(advances).size).toBe(1);
  expect(new Set(inter.shape('0123456789', LATIN).advances).size).toBeGreaterThan(1);
});

test('kerning draws a pair together unless it is off', () => {
  const [a = 0, v = 0] = inter.shape('AV', LATIN).glyphs;
  const apart = inter.advance(a) + inter.advance(v);
  expect(inter.shape('AV', LATIN).width).toBeLessThan(apart);
  expect(inter.shape('AV', { ...LATIN, features: ['-kern'] }).width).toBe(apart);
});

test('3x4 keeps its letter unless contextual alternates are asked for', () => {
  const [letter] = inter.shape('x', LATIN).glyphs;
  expect(inter.shape('3x4', LATIN).glyphs[1]).toBe(letter);
  expect(inter.shape('3x4', { ...LATIN, features: ['calt'] }).glyphs[1]).not.toBe(letter);
});

test('a feature or language that means nothing changes nothing', () => {
  const odd: Shaping = {
    ...LATIN,
    language: 'e\u0301!',
    features: ['\u00e9', 'x'.repeat(500), 'tn um'],
  };
  expect(inter.shape('Total', odd).advances).toEqual(inter.shape('Total', LATIN).advances);
});

test('Hebrew comes in visual order, clusters falling', () => {
  const hebrew: Shaping = { script: 'Hebr', language: 'he', direction: 'rtl', features: [] };
  const font = face(HEBREW);
  const run = font.shape('שלום', hebrew);
  expect(run.clusters).toEqual([3, 2, 1, 0]);
  expect(run.glyphs.at(-1)).toBe(font.shape('ש', hebrew).glyphs[0]);
});

test('Arabic letters join: the glyph depends on the place in the word', () => {
  const arabic: Shaping = { script: 'Arab', language: 'ar', direction: 'rtl', features: [] };
  const font = face(ARABIC);
  const alone = font.shape('ح', arabic).glyphs[0];
  const joined = font.shape('ححح', arabic);
  expect(joined.clusters).toEqual([2, 1, 0]);
  expect(new Set([alone, ...joined.glyphs]).size).toBe(4);
});

test.each([
  ['Latin, mark over a letter that has no composed form', INTER, 'Latn', 'x\u0301y'],
  ['Devanagari, vowel sign before its consonant', DEVANAGARI, 'Deva', 'किम'],
  ['Thai, vowel and tone over one consonant', THAI, 'Thai', 'ที่ก'],
])('marks share the cluster of their base: %s', (_, file, script, text) => {
  const run = face(file).shape(text, { ...LATIN, script, language: 'und' });
  expect(new Set(run.clusters)).toEqual(new Set([0, text.length - 1]));
});

test('a mark is placed by offsets; plain text has none', () => {
  const run = face(THAI).shape('ที่', { ...LATIN, script: 'Thai' });
  expect(run.offsets).toHaveLength(run.glyphs.length * 2);
  expect(inter.shape('Total', LATIN).offsets).toBeNull();
});

test('soft hyphens, zero width spaces and controls leave no glyph', () => {
  const plain = inter.shape('ab', LATIN).glyphs;
  const run = inter.shape('a\u00ad\u200b\t\u2066b', LATIN);
  expect(run.glyphs).toEqual(plain);
  expect(run.clusters).toEqual([0, 5]);
});

test('a character without a glyph becomes glyph 0, half a surrogate pair does no harm', () => {
  expect(inter.shape('\u0628', LATIN).glyphs).toEqual([0]);
  expect(inter.shape('a\ud800', LATIN).clusters).toEqual([0, 1]);
  expect(inter.shape('', LATIN)).toMatchObject({ glyphs: [], width: 0 });
});

test('words are shaped once, whatever object says how', () => {
  const first = inter.shape('Storage', LATIN);
  expect(inter.shape('Storage', LATIN)).toBe(first);
  expect(inter.shape('Storage', { ...LATIN })).toBe(first);
  expect(inter.shape('Storage', { ...LATIN, features: ['tnum'] })).not.toBe(first);
});

test.each([[[]], [['tnum']], [['zero', 'tnum']], [['frac']], [['-kern']], [['calt']]])(
  'after any number of amounts they are still shaped as HarfBuzz does it, features %j',
  (features) => {
    const font = face(INTER);
    const shaping: Shaping = { ...LATIN, features };
    const direct = features.includes('calt') ? features : ['-calt', ...features];
    for (let index = 0; index < 600; index++) font.shape(`${String(index)}.50`, shaping);
    const characters = [...'0123456789.,-–−+% /:#()AVTLYKWX€’\u00a0\u202f'];
    const text = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(text, (sample) => {
        const { glyphs, advances, width, plain } = font.shape(`${sample}7`, shaping);
        expect([glyphs, advances]).toEqual(shapeDirectly(`${sample}7`, direct));
        if (plain) expect(upTo(plain, sample.length + 1)).toEqual([glyphs, advances]);
        expect(width).toBe(advances.reduce((sum, advance) => sum + advance, 0));
      }),
      { numRuns: 150, seed: 7 },
    );
  },
);

test('a run is plain where each unit has a glyph in order and on the line', () => {
  const plain = ['Total', '1,204.50', 'AV'].map((text) => inter.shape(text, LATIN));
  for (const run of plain)
    expect(run.plain && upTo(run.plain, 8)).toEqual([run.glyphs, run.advances]);
  expect(inter.shape('x\u0301', LATIN).plain).toBeNull();
  expect(face(THAI).shape('ที่', { ...LATIN, script: 'Thai' }).plain).toBeNull();
  const hebrew: Shaping = { script: 'Hebr', language: 'he', direction: 'rtl', features: [] };
  expect(face(HEBREW).shape('ש', hebrew).plain).toBeNull();
});

test('a run of many different amounts says what a fresh face says of each', () => {
  const used = face(INTER);
  const amounts = Array.from(
    { length: 800 },
    (_, index) => `${String(index * 7919)}.${String(index)} USD`,
  );
  const runs = amounts.map((amount) => used.shape(amount, LATIN));
  const strip = ({ glyphs, advances, clusters }: GlyphRun): unknown => [glyphs, advances, clusters];
  for (const run of runs.slice(-40)) {
    expect(strip(run)).toEqual(strip(face(INTER).shape(run.text, LATIN)));
  }
});
