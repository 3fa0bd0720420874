import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePicture } from '../../src/picture/decode-picture.ts';

const jpeg = (frame: readonly number[], marker = 0xc0, app: readonly number[] = []): Buffer =>
  Buffer.from([
    ...[0xff, 0xd8],
    ...app,
    ...[0xff, marker, 0, frame.length + 2],
    ...frame,
    ...[0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9],
  ]);
const ADOBE = [0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 0, 0, 0, 0, 0, 2];

test('a JPEG keeps its bytes; its size and colours are read from the frame header', () => {
  const file = jpeg([8, 0, 20, 1, 44, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  // width 1 × 256 + 44 = 300
  expect(decodePicture(file, 'a.jpg')).toMatchObject({
    ok: true,
    value: {
      kind: 'bitmap',
      width: 300,
      height: 20,
      samples: { colors: 'rgb', coding: 'jpeg', bytes: file },
    },
  });
});

test.each([
  [1, [], 'grey', false],
  [4, [], 'cmyk', false],
  [4, ADOBE, 'cmyk', true],
])(
  '%i components are told apart, and CMYK by Adobe is inverted',
  (count, app, colors, inverted) => {
    const outcome = decodePicture(jpeg([8, 0, 1, 0, 1, count], 0xc2, app), 'a.jpg');
    expect(outcome).toMatchObject({ ok: true, value: { samples: { colors, inverted } } });
  },
);

/** An APP1 segment that says which way up the picture is; numbers in either byte order. */
function exif(orientation: number, order: 'II' | 'MM', type = 3): readonly number[] {
  const short = (value: number) => (order === 'II' ? [value, 0] : [0, value]);
  const long = (value: number) => (order === 'II' ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const tag = order === 'II' ? [0x12, 1] : [1, 0x12];
  const entry = [...tag, ...short(type), ...long(1), ...short(orientation), 0, 0];
  const tiff = [...Buffer.from(order), ...short(42), ...long(8), ...short(1), ...entry];
  const body = [...Buffer.from('Exif\0\0'), ...tiff];
  return [0xff, 0xe1, 0, body.length + 2, ...body];
}

test.each([
  [1, 'II', 300, 20],
  [3, 'MM', 300, 20],
  [6, 'II', 20, 300],
  [8, 'MM', 20, 300],
] as const)(
  'orientation %i (%s) shows 300 × 20 as %i × %i',
  (orientation, order, width, height) => {
    const file = jpeg([8, 0, 20, 1, 44, 3], 0xc0, exif(orientation, order));
    expect(decodePicture(file, 'a.jpg')).toMatchObject({
      ok: true,
      value: { orientation, width, height },
    });
  },
);

test.each([
  exif(9, 'II'),
  exif(6, 'MM', 4),
  exif(6, 'II').slice(0, 12),
  exif(6, 'II').slice(0, 20),
])('an orientation that cannot be read is none', (...segment) => {
  const app = segment.flat();
  const length = Buffer.from([app.length - 2]);
  const fixed = [...app.slice(0, 3), ...length, ...app.slice(4)];
  const outcome = decodePicture(jpeg([8, 0, 20, 1, 44, 3], 0xc0, fixed), 'a.jpg');
  expect(outcome).toMatchObject({ ok: true, value: { orientation: 1, width: 300 } });
});

test.each([
  ['12 bits for each sample', jpeg([12, 0, 1, 0, 1, 3])],
  ['lossless or arithmetic coding', jpeg([8, 0, 1, 0, 1, 3], 0xc9)],
  ['2 colour components', jpeg([8, 0, 1, 0, 1, 2])],
  ['a picture of 0 × 1 pixels', jpeg([8, 0, 1, 0, 0, 3])],
  ['a file that ends early', jpeg([8, 0, 1, 0, 1, 3]).subarray(0, 8)],
])('a JPEG with %s is refused', (found, file) => {
  expect(decodePicture(file, 'a.jpg')).toMatchObject({ ok: false, failures: [{ found }] });
});

test.each([
  ['a GIF file', Buffer.from('GIF89a')],
  ['a WebP file', Buffer.from('RIFF....WEBP')],
  ['an empty file', Buffer.alloc(0)],
])('%s is named for what it is', (found, file) => {
  expect(decodePicture(file, 'x.png')).toMatchObject({
    ok: false,
    failures: [{ found, expected: 'PNG, JPEG or SVG', place: 'x.png' }],
  });
});

test('the name of a file says nothing about what it is', () => {
  const svg = Buffer.from(
    '<?xml version="1.0"?>\n<svg viewBox="0 0 4 2"><rect width="4" height="2"/></svg>',
  );
  const outcome = decodePicture(svg, 'logo.png');
  expect(outcome).toMatchObject({ ok: true, value: { kind: 'vector', width: 4, height: 2 } });
});

test('no bytes make it throw', () => {
  const starts = ['89504e470d0a1a0a', 'ffd8ff', '3c737667', '3c7376673e'].map((hex) =>
    Buffer.from(hex, 'hex'),
  );
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      const outcome = decodePicture(Buffer.concat([start, rest]), 'x');
      expect(outcome.ok || outcome.failures.length > 0).toBe(true);
    }),
  );
});
