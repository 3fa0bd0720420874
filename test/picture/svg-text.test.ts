import { expect, test } from 'vitest';
import type { PathStep } from '../../src/geometry.ts';
import { decodePicture } from '../../src/picture/decode-picture.ts';
import type { Vector } from '../../src/picture/picture.ts';
import { boundsOf } from '../../src/picture/svg-bounds.ts';
import { emBook } from '../layout/em-font.ts';
import { book } from '../font/fonts.ts';

const BOOK = book().fonts;

function read(content: string, fonts = BOOK): { vector: Vector; warnings: readonly string[] } {
  const svg = Buffer.from(`<svg viewBox="0 0 400 100">${content}</svg>`);
  const outcome = decodePicture(svg, 'chart.svg', fonts);
  if (!outcome.ok || outcome.value.kind !== 'vector') throw new Error('not a vector');
  return {
    vector: outcome.value,
    warnings: outcome.warnings.map(({ place, message }) => `${place}: ${message}`),
  };
}

/** The box of all that a drawing shows. */
function box(content: string) {
  const steps: readonly PathStep[] = read(content).vector.shapes.flatMap((shape) => shape.steps);
  const found = boundsOf(steps);
  if (found === null) throw new Error('nothing is shown');
  return found;
}

test('the anchor is where text begins, has its middle, or ends', () => {
  const [start, middle, end] = ['start', 'middle', 'end'].map((anchor) =>
    box(`<text x="100" y="50" text-anchor="${anchor}">HHHH</text>`),
  );
  const { x = 0, width = 0 } = start ?? {};
  // What stands beside the first stem stands beside the last one too.
  const advance = width + 2 * (x - 100);
  expect(middle?.x).toBeCloseTo(x - advance / 2, 6);
  expect(end?.x).toBeCloseTo(x - advance, 6);
});

test('letters stand on y, as high as the face says', () => {
  const { y, height } = box('<text x="0" y="50" font-size="100">H</text>');
  // Inter: capitals of 1490 in 2048
  expect(y + height).toBeCloseTo(50, 6);
  expect(height).toBeCloseTo((100 * 1490) / 2048, 1);
});

test('white space collapses, or is kept', () => {
  const width = (text: string) => box(`<text ${text}</text>`).width;
  expect(width('>\n a \n\t b ')).toBeCloseTo(width('>a b'), 6);
  expect(width('xml:space="preserve">a   b')).toBeGreaterThan(width('>a b') + 5);
});

test('letter-spacing stands behind each letter: 3 × 10 px between 4', () => {
  const plain = box('<text>HHHH</text>').width;
  expect(box('<text letter-spacing="10">HHHH</text>').width).toBeCloseTo(plain + 30, 6);
});

test('places of characters: the nearest element that lists one counts', () => {
  const steps = read('<text x="0 100"><tspan x="50">H</tspan>H</text>').vector.shapes.map(
    (shape) => boundsOf(shape.steps)?.x ?? 0,
  );
  const side = box('<text>H</text>').x;
  expect(steps.map((x) => Math.round((x - side) * 1000) / 1000)).toEqual([50, 100]);
});

test('a character that no font has is told of with its place, and shows as a box', () => {
  const { vector, warnings } = read('<text>a\u{1F600}</text>');
  expect(warnings).toEqual(['chart.svg:1:28: No font has the character U+1F600.']);
  expect(vector.shapes).toHaveLength(2);
});

test('text is left out where there are no fonts, and said so', () => {
  const outcome = decodePicture(Buffer.from('<svg><text>a</text></svg>'), 'x.svg');
  expect(outcome.warnings).toMatchObject([{ message: 'there are no fonts for SVG text' }]);
});

test('elements within text that are not set are told of', () => {
  const { warnings } = read('<text>a<textPath>b</textPath></text>');
  expect(warnings.join()).toContain('<textPath> within text is not supported');
});

test('too much text is refused like too many steps', () => {
  const svg = Buffer.from(`<svg><text>${'word '.repeat(30_000)}</text></svg>`);
  expect(decodePicture(svg, 'x.svg', emBook())).toMatchObject({
    ok: false,
    failures: [{ message: 'the SVG picture is too large' }],
  });
});

test('tspans within tspans without end do not break the walk', () => {
  const { warnings } = read(`<text>${'<tspan>'.repeat(300)}a${'</tspan>'.repeat(300)}</text>`);
  expect(warnings.join()).toContain('not supported and left out');
});

test('a clip path is the outlines of all its shapes, in the units of the picture', () => {
  const clip =
    '<clipPath id="c"><rect width="10" height="10"/><circle r="1" fill="none"/></clipPath>';
  const { vector } = read(
    `${clip}<g transform="scale(2)"><rect clip-path="url(#c)" width="50" height="50"/></g>`,
  );
  expect(vector.shapes).toHaveLength(1);
  expect(boundsOf(vector.shapes[0]?.clips[0]?.steps ?? [])).toEqual({
    x: -2,
    y: -2,
    width: 22,
    height: 22,
  });
});

test('a clip path that clips itself ends', () => {
  const clip =
    '<clipPath id="c"><g clip-path="url(#c)"><rect width="9" height="9"/></g></clipPath>';
  const { warnings } = read(`${clip}<rect clip-path="url(#c)" width="50" height="50"/>`);
  expect(warnings.join()).toContain('nested too deeply');
});

test('a clip path that is not there is told of and cuts nothing off', () => {
  const { vector, warnings } = read('<rect clip-path="url(#no)" width="5" height="5"/>');
  expect(warnings.join()).toContain('clip-path does not know url(#no)');
  expect(vector.shapes[0]?.clips).toEqual([]);
});
