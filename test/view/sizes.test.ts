import { expect, test } from 'vitest';
import { headSize } from '../../src/view/sizes.ts';

test('a head has room for its longest word, and no more than figures can spare', () => {
  expect(headSize('Quantity', 7)).toBe(7);
  expect(headSize('Quantidade', 7)).toBe(8);
  expect(headSize('Effective price', 10)).toBe(10);
  expect(headSize('数量', 7)).toBe(7);
  expect(headSize('', 7)).toBe(7);
  expect(headSize('Donaudampfschifffahrt', 7)).toBe(14);
});
