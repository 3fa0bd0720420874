import { expect, test } from 'vitest';
import { restateRun } from '../../src/draw/restate-run.ts';
import type { CompoundGlyph, GlyphRun } from '../../src/font/face.ts';
import { arabic, inter, shaped } from './sample.ts';

function restated(run: GlyphRun) {
  const named: { drawn: CompoundGlyph; text: string }[] = [];
  const result = restateRun(run, (drawn, text) => named.push({ drawn, text }) - 1);
  return { result, named, texts: named.map(({ text }) => text) };
}

/** A run in a face whose glyphs are all 500 wide. */
function runOf(changes: Partial<GlyphRun>): GlyphRun {
  const face = { ...inter, advance: () => 500 };
  const none = { glyphs: [], advances: [], clusters: [], offsets: null, width: 0 };
  return { face, text: '', direction: 'ltr', ...none, ...changes };
}

test('a letter with its accent becomes one glyph, the accent where the shaper put it', () => {
  const run = runOf({
    text: 'x\u0301y',
    glyphs: [10, 11, 12],
    advances: [480, 0, 500],
    clusters: [0, 0, 2],
    offsets: [0, 0, -200, 30, 0, 0],
  });
  const { result, named } = restated(run);
  // kerned by -20: the accent is at 480 - 200, and the width stays that of the letter
  expect(named[0]).toEqual({
    drawn: {
      parts: [
        { glyph: 10, x: 0, y: 0 },
        { glyph: 11, x: 280, y: 30 },
      ],
      advance: 500,
    },
    text: 'x\u0301',
  });
  expect(result).toMatchObject({ advances: [480, 500], clusters: [0, 2], offsets: null });
});

test('from right to left a letter keeps its dots, and each mark is a glyph beside it', () => {
  // two characters drawn by mark, dots and letter, from left to right
  const run = runOf({
    text: 'ش\u0651',
    glyphs: [30, 20, 10],
    advances: [0, 0, 500],
    clusters: [0, 0, 0],
    offsets: [100, 50, 120, 0, 0, 0],
    direction: 'rtl',
  });
  const { named, result } = restated(run);
  expect(named.map(({ text, drawn }) => [text, drawn.parts.length, drawn.advance])).toEqual([
    ['\u0651', 1, 0],
    ['ش', 2, 500],
  ]);
  expect(result.advances).toEqual([0, 500]);
});

test('real Arabic says every character once, and is as wide as before', () => {
  const text = 'السَّلَامُ';
  const run = shaped(text, arabic, { script: 'Arab', language: 'ar', direction: 'rtl' });
  const { texts, result } = restated(run);
  expect(texts.toReversed().join('')).toBe(text);
  expect(result.advances.reduce((sum, advance) => sum + advance, 0)).toBe(run.width);
});
