import { expect, test } from 'vitest';
import { decodePicture } from '../../src/picture/decode-picture.ts';
import type { Shape, Vector } from '../../src/picture/picture.ts';

function read(svg: string): { vector: Vector; warnings: string[] } {
  const outcome = decodePicture(Buffer.from(svg), 'logo.svg');
  if (!outcome.ok || outcome.value.kind !== 'vector') throw new Error('not a vector');
  return { vector: outcome.value, warnings: outcome.warnings.map(({ message }) => message) };
}

const inside = (content: string): readonly Shape[] =>
  read(`<svg viewBox="0 0 100 50">${content}</svg>`).vector.shapes;
const only = (content: string): Shape => {
  const [shape] = inside(content);
  if (shape === undefined) throw new Error('no shape');
  return shape;
};
const color = (red: number, green: number, blue: number, alpha = 1) => ({
  kind: 'color',
  color: { red, green, blue, alpha },
});

test.each([
  ['width="40" height="20"', 40, 20],
  ['width="40"', 40, 20],
  ['height="1in"', 192, 96],
  ['', 100, 50],
  ['width="100%" height="100%"', 100, 50],
])('an svg with %s is %i × %i', (attributes, width, height) => {
  const { vector } = read(`<svg viewBox="0 0 100 50" ${attributes}></svg>`);
  expect(vector).toMatchObject({ width, height, viewBox: { x: 0, y: 0, width: 100, height: 50 } });
});

test.each([
  ['width="1e-320"', 0, 0],
  ['height="1e300"', 1e7, 1e7],
  ['width="1" height="1e-9"', 1, 0],
])('an svg with %s measures no more and no less than can be seen', (attributes, width, height) => {
  const { vector } = read(`<svg viewBox="0 0 100 50" ${attributes}></svg>`);
  expect(vector).toMatchObject({ width, height });
});

test('a view box without an area that can be seen is none', () => {
  const { vector } = read('<svg viewBox="0 0 1e-320 1e300" width="7" height="9"></svg>');
  expect(vector.viewBox).toEqual({ x: 0, y: 0, width: 7, height: 9 });
});

test('without a view box the size is the view box, and 300 × 150 where there is no size either', () => {
  expect(read('<svg width="7" height="9"></svg>').vector.viewBox).toEqual({
    x: 0,
    y: 0,
    width: 7,
    height: 9,
  });
  expect(read('<svg></svg>').vector).toMatchObject({ width: 300, height: 150 });
});

test('shapes are outlines', () => {
  const ends = (content: string) =>
    only(content).steps.map((step) => ('x' in step ? [step.x, step.y] : 'close'));
  expect(ends('<rect x="1" y="2" width="3" height="4"/>')).toEqual([
    [1, 2],
    [4, 2],
    [4, 6],
    [1, 6],
    'close',
  ]);
  expect(ends('<line x1="1" y1="2" x2="3" y2="4" stroke="red"/>')).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(ends('<polygon points="0,0 4,0 4,4"/>')).toEqual([[0, 0], [4, 0], [4, 4], 'close']);
  expect(ends('<circle cx="5" cy="5" r="5"/>')).toEqual([
    [10, 5],
    [5, 10],
    [0, 5],
    [5, 0],
    [10, 5],
    'close',
  ]);
  expect(ends('<rect width="10" height="6" rx="9"/>')).toHaveLength(10);
});

test('paint is inherited, and the nearer word counts: attribute, rule, style', () => {
  expect(only('<g fill="red"><path d="M0 0h1v1z"/></g>').fill).toEqual(color(255, 0, 0));
  const styled = '<style>.a{fill:#00f}</style><path class="a" fill="red" d="M0 0h1"/>';
  expect(only(styled).fill).toEqual(color(0, 0, 255));
  const inline =
    '<style>.a{fill:#00f}</style><path class="a" style="fill: rgb(0 255 0 / 50%)" d="M0 0h1"/>';
  expect(only(inline).fill).toEqual(color(0, 255, 0, 0.5));
});

test('the colour of the surroundings is currentColor', () => {
  expect(only('<g color="#123"><path fill="currentColor" d="M0 0h1"/></g>').fill).toEqual(
    color(0x11, 0x22, 0x33),
  );
});

test('strokes have what SVG says of them', () => {
  const stroke =
    'stroke="red" stroke-width="2" stroke-linecap="round" stroke-dasharray="1 2 3" stroke-opacity=".5"';
  expect(only(`<path d="M0 0h9" fill="none" ${stroke}/>`)).toMatchObject({
    fill: null,
    stroke: {
      paint: color(255, 0, 0, 0.5),
      width: 2,
      cap: 'round',
      dash: [1, 2, 3, 1, 2, 3],
      miterLimit: 4,
    },
  });
});

test('transformations add up from the outside in: move by 10, then twice the size', () => {
  const shape = only('<g transform="translate(10 0)"><path transform="scale(2)" d="M0 0h1"/></g>');
  expect(shape.transform).toEqual([2, 0, 0, 2, 10, 0]);
});

test('opacities of groups multiply', () => {
  expect(only('<g opacity=".5"><g opacity="50%"><path d="M0 0h1"/></g></g>').opacity).toBe(0.25);
});

test('use shows what it names, moved; a symbol is fitted into its size', () => {
  const used = only('<defs><path id="p" d="M0 0h1"/></defs><use href="#p" x="3" y="4"/>');
  expect(used.transform).toEqual([1, 0, 0, 1, 3, 4]);
  const symbol =
    '<symbol id="s" viewBox="0 0 10 10"><path d="M0 0h1"/></symbol><use xlink:href="#s" width="20" height="40"/>';
  // 10 units on 20: twice the size; (40 - 20) / 2 = 10 down
  expect(only(symbol).transform).toEqual([2, 0, 0, 2, 0, 10]);
});

test('a use that shows itself ends', () => {
  const { vector, warnings } = read('<svg><g id="a"><use href="#a"/><path d="M0 0h1"/></g></svg>');
  expect(warnings).toContain('the use element shows itself');
  expect(vector.shapes.length).toBeLessThan(5);
});

test('use within use cannot multiply without end', () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    const next = `<use href="#l${String(level + 1)}"/>`.repeat(10);
    return `<g id="l${String(level)}">${level === 11 ? '<path d="M0 0h1"/>' : next}</g>`;
  });
  const { warnings } = read(`<svg><defs>${levels.join('')}</defs><use href="#l0"/></svg>`);
  expect(warnings).toContain('the SVG is nested too deeply; the rest is left out');
});

test('nothing outside of the picture is read', () => {
  const { vector, warnings } = read(
    '<svg><use href="http://a.example/x.svg#a"/><image href="file:///etc/passwd"/></svg>',
  );
  expect(vector.shapes).toEqual([]);
  expect(warnings).toHaveLength(2);
});

test('a gradient is laid over the box of the shape', () => {
  const gradient =
    '<linearGradient id="g"><stop offset="10%" stop-color="red"/><stop offset="1" stop-color="blue" stop-opacity=".5"/></linearGradient>';
  expect(
    only(`${gradient}<rect x="10" y="20" width="30" height="40" fill="url(#g)"/>`).fill,
  ).toEqual({
    kind: 'gradient',
    shape: 'linear',
    points: [0, 0, 1, 0],
    transform: [30, 0, 0, 40, 10, 20],
    stops: [
      { offset: 0.1, color: { red: 255, green: 0, blue: 0, alpha: 1 } },
      { offset: 1, color: { red: 0, green: 0, blue: 255, alpha: 0.5 } },
    ],
  });
});

test('a gradient takes over from another, but not from itself', () => {
  const chain =
    '<linearGradient id="a" href="#b" gradientUnits="userSpaceOnUse" x2="7"/><linearGradient id="b" href="#a" y1="3"><stop/><stop offset="1"/></linearGradient>';
  expect(only(`${chain}<path d="M0 0h1v1z" fill="url(#a)"/>`).fill).toMatchObject({
    points: [0, 3, 7, 0],
  });
});

test('a paint that is not there leaves its fallback', () => {
  expect(only('<path d="M0 0h1" fill="url(#none) red"/>').fill).toEqual(color(255, 0, 0));
});

test('what is left out is told once, with its place', () => {
  const outcome = decodePicture(Buffer.from('<svg>\n<image/><image/>\n</svg>'), 'logo.svg');
  expect(outcome.warnings).toMatchObject([
    {
      message: 'the SVG element <image> is not supported and left out',
      place: expect.stringMatching(/^logo\.svg:2:/),
    },
  ]);
});

test('too many steps are refused', () => {
  const path = `<path d="M0 0${' 1 1'.repeat(100_001)}"/>`;
  expect(decodePicture(Buffer.from(`<svg>${path}</svg>`), 'x.svg')).toMatchObject({
    ok: false,
    failures: [{ message: 'the SVG picture is too large' }],
  });
});

test('equal pictures have equal keys', () => {
  const key = (fill: string) => read(`<svg><path d="M0 0h1" fill="${fill}"/></svg>`).vector.key;
  expect(key('red')).toBe(key('#ff0000'));
  expect(key('red')).not.toBe(key('blue'));
});

test.each([
  ['spreadMethod="pad"', 0],
  ['spreadMethod="reflect"', 1],
])('%s gives %i warnings', (attribute, count) => {
  const name = attribute.slice(0, attribute.indexOf('='));
  const { warnings } = read(
    `<svg viewBox="0 0 9 9"><linearGradient id="g" ${attribute}/><rect width="9" height="9"/></svg>`,
  );
  expect(warnings.filter((message) => message.includes(name))).toHaveLength(count);
});
