import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PathStep } from '../../src/picture/picture.ts';
import { readPath } from '../../src/picture/svg-path.ts';

const LIMIT = 1000;
const short = (step: PathStep): string => {
  if (step.kind === 'close') return 'Z';
  const end = `${String(Math.round(step.x * 100) / 100)} ${String(Math.round(step.y * 100) / 100)}`;
  if (step.kind !== 'curve') return `${step.kind === 'move' ? 'M' : 'L'}${end}`;
  const controls = [step.x1, step.y1, step.x2, step.y2].map(
    (value) => Math.round(value * 100) / 100,
  );
  return `C${controls.join(' ')} ${end}`;
};
const read = (data: string): string => readPath(data, LIMIT).steps.map(short).join(' ');

test.each([
  ['M1 2L3 4H5V6Z', 'M1 2 L3 4 L5 4 L5 6 Z'],
  ['m1 2l3 4h5v6z', 'M1 2 L4 6 L9 6 L9 12 Z'],
  ['M0 0 1 1 2 2', 'M0 0 L1 1 L2 2'],
  ['m1 1 1 1', 'M1 1 L2 2'],
  ['M1.5.5-2-.25', 'M1.5 0.5 L-2 -0.25'],
  ['M1e1-1E-1', 'M10 -0.1'],
  ['M0 0C1 2 3 4 5 6S9 10 11 12', 'M0 0 C1 2 3 4 5 6 C7 8 9 10 11 12'],
  ['M0 0S3 4 5 6', 'M0 0 C0 0 3 4 5 6'],
  ['M0 0Q3 3 6 0', 'M0 0 C2 2 4 2 6 0'],
  ['M0 0Q3 3 6 0T12 0', 'M0 0 C2 2 4 2 6 0 C8 -2 10 -2 12 0'],
  ['M1 1L2 2ZL5 5', 'M1 1 L2 2 Z M1 1 L5 5'],
  ['M0 0A5 0 0 0 0 7 7', 'M0 0 L7 7'],
])('%s is %s', (data, steps) => {
  expect(read(data)).toBe(steps);
});

test('flags of an arc need nothing between them and what follows', () => {
  expect(read('M0 0a1 1 0 0110 0')).toBe(read('M0 0 a 1 1 0 0 1 10 0'));
});

test('half a circle is two quarters whose controls lie 0.5523 of the radius along the tangents', () => {
  // from (0, 0) to (20, 0) over (10, -10): 10 - 10 × 0.5523 = 4.477
  expect(read('M0 0A10 10 0 0 1 20 0')).toBe(
    'M0 0 C0 -5.52 4.48 -10 10 -10 C15.52 -10 20 -5.52 20 0',
  );
});

test('every arc ends where it should and stays on its circle', () => {
  const near = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(near, near, fc.boolean(), fc.boolean(), (x, y, large, sweep) => {
      fc.pre(Math.hypot(x, y) > 0.01);
      const radius = Math.hypot(x, y);
      const flags = `${large ? 1 : 0} ${sweep ? 1 : 0}`;
      const { steps } = readPath(
        `M0 0A${String(radius)} ${String(radius)} 0 ${flags} ${x.toFixed(9)} ${y.toFixed(9)}`,
        LIMIT,
      );
      const ends = steps.flatMap((step) =>
        step.kind === 'close' ? [] : [[step.x, step.y] as const],
      );
      const [endX, endY] = ends.at(-1) ?? [0, 0];
      expect(Math.hypot(endX - x, endY - y)).toBeLessThan(1e-6);
      expect(steps.length - 1).toBe(large ? 4 : 1);
    }),
  );
});

test.each(['M1 1 L2 2 X 3 3', 'M1 1 L2 2 L3', 'M1 1 L2 2 A1 1 0 2 0 3 3'])(
  '%s is drawn up to the error',
  (data) => {
    expect(readPath(data, LIMIT)).toMatchObject({ whole: false });
    expect(read(data)).toBe('M1 1 L2 2');
  },
);

test('a path that does not begin with a move is nothing', () => {
  expect(readPath('L1 1', LIMIT)).toEqual({ steps: [], whole: false });
});

test('reading stops at the limit, and in linear time at any length', () => {
  const long = `M0 0${' 1 1'.repeat(200_000)}`;
  expect(readPath(long, LIMIT).steps.length).toBeLessThanOrEqual(LIMIT + 1);
  const digits = `M${'1'.repeat(200_000)}`;
  expect(readPath(digits, LIMIT).whole).toBe(false);
});
