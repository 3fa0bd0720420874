import type * as HarfBuzz from 'harfbuzzjs';
import { beforeEach, expect, test, vi } from 'vitest';
import { face, INTER, LATIN } from './fonts.ts';

const calls = vi.hoisted(() => ({ count: 0 }));

vi.mock('harfbuzzjs', async (load) => {
  const real = await load<typeof HarfBuzz>();
  const shape: typeof real.shape = (...given) => {
    calls.count++;
    real.shape(...given);
  };
  return { ...real, shape };
});

beforeEach(() => {
  calls.count = 0;
});

test('20,000 different amounts need the shaper for not even 2,000', () => {
  const inter = face(INTER);
  for (let index = 0; index < 20_000; index++) {
    const cents = String((index * 37) % 100).padStart(2, '0');
    inter.shape(`${String(1 + (index % 19))},${String(100 + (index % 899))}.${cents}`, LATIN);
  }
  // 500 whole ones, 300 probes, and one for each window that the probes did not have; there are only so many windows.
  expect(calls.count).toBeLessThan(2_000);
});

test('200 different words set 100 times need the shaper 200 times', () => {
  const inter = face(INTER);
  const word = (index: number): string =>
    String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26));
  for (let index = 0; index < 20_000; index++) inter.shape(word(index % 200), LATIN);
  expect(calls.count).toBe(200);
});

test('texts with digits that are no number are kept too', () => {
  const inter = face(INTER);
  for (let index = 0; index < 1_000; index++) inter.shape('gpt-4o-mini', LATIN);
  expect(calls.count).toBe(1);
});
