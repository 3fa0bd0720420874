import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFace } from '../../src/font/open-face.ts';
import { ARABIC, face, fontBytes, HEBREW, INTER, LATIN, THAI } from './fonts.ts';

const NAMED = { family: 'Test', weight: 400, slant: 'normal' } as const;

test('Inter has the metrics of its tables', () => {
  const inter = face(INTER);
  expect(inter.postscriptName).toBe('Inter-Regular');
  expect(inter.key).toBe('Inter-Regular');
  expect(inter.metrics).toMatchObject({
    unitsPerEm: 2048,
    ascent: 1984,
    descent: 494,
    lineGap: 0,
    capHeight: 1490,
    xHeight: 1118,
    italicAngle: 0,
  });
});

test('covers() knows what the face has', () => {
  const inter = face(INTER);
  expect([0x41, 0x20ac, 0x416, 0xe9].map((code) => inter.covers(code))).toEqual(
    Array.from({ length: 4 }, () => true),
  );
  expect([0x5d0, 0x8acb, 0xd800, 0x10ffff, 0x110000, -1].some((code) => inter.covers(code))).toBe(
    false,
  );
});

/** A copy of the file with one 16-bit number changed. */
function patched(
  file: string,
  tag: string,
  changes: readonly (readonly [number, number])[],
): Uint8Array {
  const bytes = Uint8Array.from(fontBytes(file));
  const view = new DataView(bytes.buffer);
  const start = view.getUint32(entryOf(bytes, tag) + 8);
  for (const [offset, value] of changes) view.setUint16(start + offset, value);
  return bytes;
}

function entryOf(bytes: Uint8Array, tag: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
    if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) === tag) return entry;
  }
  throw new Error(`no table ${tag}`);
}

function measure(bytes: Uint8Array): readonly number[] {
  const opened = openFace(bytes, NAMED);
  if (!opened.ok) throw new Error('cannot be opened');
  const { ascent, descent, lineGap } = opened.value.metrics;
  return [ascent, descent, lineGap];
}

describe('line measures', () => {
  const TYPO = [
    [68, 1500],
    [70, 65536 - 500],
    [72, 90],
  ] as const;
  const fsSelection = 62;

  test('come from hhea where USE_TYPO_METRICS is off', () => {
    expect(measure(patched(INTER, 'OS/2', [...TYPO, [fsSelection, 0x40]]))).toEqual([1984, 494, 0]);
  });
  test('come from OS/2 where it is on', () => {
    expect(measure(patched(INTER, 'OS/2', [...TYPO, [fsSelection, 0xc0]]))).toEqual([
      1500, 500, 90,
    ]);
  });
  test('come from OS/2 where hhea has none', () => {
    const none = patched(HEBREW, 'hhea', [
      [4, 0],
      [6, 0],
    ]);
    const view = new DataView(none.buffer);
    const os2 = view.getUint32(entryOf(none, 'OS/2') + 8);
    for (const [offset, value] of [...TYPO, [fsSelection, 0] as const]) {
      view.setUint16(os2 + offset, value);
    }
    expect(measure(none)).toEqual([1500, 500, 90]);
  });
});

test('strokes are named by their middle', () => {
  const bytes = patched(INTER, 'post', [
    [8, 65536 - 200],
    [10, 100],
  ]);
  const opened = openFace(bytes, NAMED);
  // Its top lies 200 below the baseline, it is 100 thick: the middle is 200 + 100 / 2 below.
  expect(opened.ok && opened.value.metrics.underlinePosition).toBe(250);
});

test('a font that forbids embedding is named', () => {
  const opened = openFace(patched(INTER, 'OS/2', [[8, 2]]), NAMED);
  expect(opened.warnings.map(({ message }) => message)).toEqual([
    'The font says that it must not be embedded.',
  ]);
});

test.each([
  ['wOFF', 'WOFF'],
  ['wOF2', 'WOFF2'],
  ['OTTO', 'OpenType with CFF outlines'],
  ['ttcf', 'a font collection'],
  ['%PDF', 'no font file'],
  ['', 'no font file'],
])('a file that begins with %j is refused with a hint', (signature, found) => {
  const bytes = new Uint8Array([...new TextEncoder().encode(signature), ...new Uint8Array(90)]);
  const opened = openFace(bytes, NAMED);
  expect(opened).toMatchObject({
    ok: false,
    failures: [{ found, place: 'font "Test" 400 normal' }],
  });
  expect(opened.ok ? '' : opened.failures[0]?.hint).toContain('.ttf');
});

/** Use all that a face can do; whatever the font says, this must end without throwing. */
function exercise(bytes: Uint8Array): void {
  const opened = openFace(bytes, NAMED);
  if (!opened.ok) {
    expect(opened.failures.length).toBeGreaterThan(0);
    return;
  }
  const run = opened.value.shape('AVé 7.17 שלום ที่', LATIN);
  expect(run.glyphs).toHaveLength(run.advances.length);
  const { bytes: subset } = opened.value.subset(new Set([...run.glyphs, 1, 2, 3, 70_000]));
  expect(subset.length).toBeGreaterThan(100);
  expect(run.glyphs.map((glyph) => opened.value.advance(glyph))).not.toContain(undefined);
}

const TAGS = [
  'cmap',
  'glyf',
  'head',
  'hhea',
  'hmtx',
  'loca',
  'maxp',
  'name',
  'OS/2',
  'post',
  'GSUB',
  'GPOS',
  'GDEF',
];

describe.each(TAGS)('a hostile %s', (tag) => {
  const whole = fontBytes(THAI);
  const entry = entryOf(whole, tag);

  /** The file with the table's offset or length replaced. */
  function placed(field: number, value: number): Uint8Array {
    const bytes = Uint8Array.from(whole);
    new DataView(bytes.buffer).setUint32(entry + field, value);
    return bytes;
  }

  test.each([0, 1, 3, 11, 40, 0xffffffff])('of length %i', (length) => {
    exercise(placed(12, length));
  });
  test.each([0, 13, 0x7fffffff, 0xffffffff])('at offset %i', (offset) => {
    exercise(placed(8, offset));
  });
  test('missing', () => {
    exercise(placed(0, 0x78787878));
  });
  test('full of ones, of zeros', () => {
    const view = new DataView(whole.buffer, whole.byteOffset);
    const start = view.getUint32(entry + 8);
    const end = start + view.getUint32(entry + 12);
    exercise(Uint8Array.from(whole).fill(0xff, start, end));
    exercise(Uint8Array.from(whole).fill(0, start, end));
  });
});

test('files cut anywhere are refused or used, never a crash', () => {
  const whole = fontBytes(HEBREW);
  for (let length = 0; length < whole.length; length += 1_511) exercise(whole.subarray(0, length));
});

test('random bytes within the tables do no harm', () => {
  const whole = fontBytes(ARABIC);
  const spot = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 60 }), (spots) => {
      const bytes = Uint8Array.from(whole);
      for (const [at, value] of spots) bytes[at] = value;
      exercise(bytes);
    }),
    { numRuns: 60, seed: 11 },
  );
});

test('random bytes after a good signature are refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
      expect(openFace(new Uint8Array([0, 1, 0, 0, ...tail]), NAMED).ok).toBe(false);
    }),
    { numRuns: 100, seed: 5 },
  );
});

test('a composite glyph made of itself ends', () => {
  const bytes = Uint8Array.from(fontBytes(INTER));
  const view = new DataView(bytes.buffer);
  const glyf = view.getUint32(entryOf(bytes, 'glyf') + 8);
  const loca = view.getUint32(entryOf(bytes, 'loca') + 8);
  const start = glyf + view.getUint32(loca + 4);
  // Glyph 1: composite (-1 contours), one component with 2 bytes of arguments, which is glyph 1.
  view.setInt16(start, -1);
  view.setUint16(start + 10, 0);
  view.setUint16(start + 12, 1);
  const opened = openFace(bytes, NAMED);
  const notdef = [0, 0];
  expect(opened.ok && [...opened.value.subset([1]).ids]).toEqual([notdef, [1, 1]]);
});
