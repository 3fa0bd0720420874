import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePng } from '../../src/picture/decode-png.ts';
import type { Bitmap } from '../../src/picture/picture.ts';
import { filterRows, makePng, type PngRecipe } from './make-png.ts';

function decoded(recipe: PngRecipe): Bitmap {
  const outcome = decodePng(makePng(recipe), 'logo.png');
  if (!outcome.ok) throw new Error(outcome.failures.map(({ found }) => found).join());
  return outcome.value;
}

const bytes = (deflated: Uint8Array | null) =>
  deflated === null ? null : [...inflateSync(deflated)];

test('an opaque picture keeps its rows and their filters', () => {
  const rows = [new Uint8Array([1, 2, 3, 4, 5, 6])];
  const { samples, alpha, width, height } = decoded({ width: 2, height: 1, colorType: 2, rows });
  expect({ width, height, alpha }).toEqual({ width: 2, height: 1, alpha: null });
  expect(samples).toMatchObject({ colors: 'rgb', bits: 8, coding: 'png', palette: null });
  expect(bytes(samples.bytes)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('colour and transparency of RGBA come apart', () => {
  const rows = [new Uint8Array([1, 2, 3, 10, 4, 5, 6, 255])];
  const { samples, alpha } = decoded({ width: 2, height: 1, colorType: 6, rows });
  expect(bytes(samples.bytes)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(bytes(alpha)).toEqual([10, 255]);
  expect(samples.coding).toBe('deflate');
});

test('16-bit grey with alpha keeps the upper bytes', () => {
  const rows = [new Uint8Array([0x12, 0x34, 0x80, 0x00])];
  const { samples, alpha } = decoded({ width: 1, height: 1, depth: 16, colorType: 4, rows });
  expect(bytes(samples.bytes)).toEqual([0x12]);
  expect(bytes(alpha)).toEqual([0x80]);
});

test('palette entries may be transparent; 2-bit indices are read from the left', () => {
  const palette = new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  const extra = [
    ['PLTE', palette],
    ['tRNS', new Uint8Array([255, 128])],
  ] as const;
  // indices 2, 1, 0: bits 10 01 00 00
  const rows = [new Uint8Array([0b10010000])];
  const { samples, alpha } = decoded({ width: 3, height: 1, depth: 2, colorType: 3, rows, extra });
  expect(bytes(samples.bytes)).toEqual([3, 2, 1, 6, 5, 4, 9, 8, 7]);
  expect(bytes(alpha)).toEqual([255, 128, 255]);
});

test('one colour may be declared transparent', () => {
  const extra = [['tRNS', new Uint8Array([0, 7])]] as const;
  const rows = [new Uint8Array([7, 8])];
  const { alpha } = decoded({ width: 2, height: 1, colorType: 0, rows, extra });
  expect(bytes(alpha)).toEqual([0, 255]);
});

test('a picture whose alpha is full everywhere has none', () => {
  const rows = [new Uint8Array([1, 2, 3, 255])];
  expect(decoded({ width: 1, height: 1, colorType: 6, rows }).alpha).toBeNull();
});

const STEP = 4;
const pixels = fc
  .record({ width: fc.integer({ min: 1, max: 17 }), height: fc.integer({ min: 1, max: 17 }) })
  .chain(({ width, height }) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      values: fc.uint8Array({ minLength: width * height * STEP, maxLength: width * height * STEP }),
      types: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: height, maxLength: height }),
    }),
  );

function rowsOf(values: Uint8Array, width: number): Uint8Array[] {
  const length = width * STEP;
  return Array.from({ length: values.length / length }, (_, row) =>
    values.subarray(row * length, (row + 1) * length),
  );
}

test('whatever the filters, the same pixels come out', () => {
  fc.assert(
    fc.property(pixels, ({ width, height, values, types }) => {
      const plain = rowsOf(values, width);
      const rows = filterRows(plain, types, STEP);
      const { samples, alpha } = decoded({ width, height, colorType: 6, rows, filters: types });
      const colors = [...values].filter((_, index) => index % STEP !== 3);
      const opacities = [...values].filter((_, index) => index % STEP === 3);
      expect(bytes(samples.bytes)).toEqual(colors);
      expect(bytes(alpha) ?? opacities.map(() => 255)).toEqual(opacities);
    }),
    { numRuns: 50 },
  );
});

/** Pass number of each pixel of an 8 by 8 tile (PNG 3, section 8.1). */
const TILE = [
  '16462646',
  '77777777',
  '56565656',
  '77777777',
  '36463646',
  '77777777',
  '56565656',
  '77777777',
].map((line) => [...line].map(Number));

test('interlaced and plain files of one picture are the same picture', () => {
  fc.assert(
    fc.property(pixels, ({ width, height, values }) => {
      const passes = [1, 2, 3, 4, 5, 6, 7].flatMap((pass) => interlacedRows(values, width, pass));
      const interlaced = decoded({ width, height, colorType: 6, rows: passes, interlaced: true });
      const plain = decoded({ width, height, colorType: 6, rows: rowsOf(values, width) });
      expect(bytes(interlaced.samples.bytes)).toEqual(bytes(plain.samples.bytes));
      expect(bytes(interlaced.alpha)).toEqual(bytes(plain.alpha));
    }),
    { numRuns: 50 },
  );
});

function interlacedRows(values: Uint8Array, width: number, pass: number): Uint8Array[] {
  return rowsOf(values, width)
    .map((row, y) => row.filter((_, index) => TILE[y % 8]?.[Math.floor(index / STEP) % 8] === pass))
    .filter((row) => row.length > 0);
}

test.each([
  ['a cut file', (file: Buffer) => file.subarray(0, 60)],
  ['a changed byte', (file: Buffer) => Buffer.from(file.fill(7, 45, 46))],
  ['only a signature', (file: Buffer) => file.subarray(0, 8)],
])('%s is refused with a reason', (_, damage) => {
  const whole = makePng({ width: 1, height: 1, colorType: 6, rows: [new Uint8Array(4)] });
  const outcome = decodePng(damage(whole), 'logo.png');
  expect(outcome.ok).toBe(false);
  if (!outcome.ok) expect(outcome.failures[0]).toMatchObject({ place: 'logo.png', stage: 'box' });
});

test('a small file that claims to be a large picture is refused before it is unpacked', () => {
  const bomb = makePng({ width: 60_000, height: 60_000, colorType: 6, rows: [] });
  expect(decodePng(bomb, 'bomb.png')).toMatchObject({
    ok: false,
    failures: [{ found: '60000 × 60000' }],
  });
});

test('a file that unpacks to more or less than its size says is refused', () => {
  const rows = [new Uint8Array(4), new Uint8Array(4)];
  expect(decodePng(makePng({ width: 1, height: 1, colorType: 6, rows }), 'x').ok).toBe(false);
  expect(decodePng(makePng({ width: 1, height: 3, colorType: 6, rows }), 'x').ok).toBe(false);
});
