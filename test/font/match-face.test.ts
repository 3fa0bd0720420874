import { expect, test } from 'vitest';
import { rankFaces } from '../../src/font/match-face.ts';

const WEIGHTS = [100, 300, 400, 500, 700, 900];
const upright = WEIGHTS.map((weight) => ({ weight, slant: 'normal' as const }));

test.each([
  [400, [400, 500, 300, 100, 700, 900]],
  [450, [500, 400, 300, 100, 700, 900]],
  [500, [500, 400, 300, 100, 700, 900]],
  [350, [300, 100, 400, 500, 700, 900]],
  [600, [700, 900, 500, 400, 300, 100]],
  [950, [900, 700, 500, 400, 300, 100]],
])('weight %i is sought in the order %j', (weight, order) => {
  expect(rankFaces(upright, weight, 'normal').map((face) => face.weight)).toEqual(order);
});

test('slant comes before weight', () => {
  const family = [...upright, { weight: 900, slant: 'italic' as const }];
  expect(rankFaces(family, 400, 'italic')[0]).toEqual({ weight: 900, slant: 'italic' });
  expect(rankFaces(upright, 400, 'italic')[0]).toEqual({ weight: 400, slant: 'normal' });
});
