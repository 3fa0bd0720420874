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
