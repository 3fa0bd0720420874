import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/style/read-declaration.ts';
import { declared, styleOf, stylePage, warningsOf } from './style-of.ts';

const length = (px: number, percent = 0): { px: number; percent: number } => ({ px, percent });

describe('calc()', () => {
  it.each([
    ['calc(1px + 2px)', length(3)],
    ['calc(100% - 2 * 10px)', length(-20, 100)],
    ['calc((1em + 4px) / 2)', length(10)],
    ['calc(2 * (3px + 25%))', length(6, 50)],
    ['calc(1px - 2px - 3px)', length(-4)],
    ['calc(10px / 4 * 2)', length(5)],
    ['calc(-1 * calc(1px + 1%))', length(-1, -1)],
    ['min(1em, 10px)', length(10)],
    ['max(10%, 20%, 5%)', length(0, 20)],
    ['clamp(1px, 5px, 3px)', length(3)],
    ['clamp(10px, 1px, 30px)', length(10)],
  ])('%s', (css, expected) => {
    expect(declared(`margin-top: ${css}`).marginTop).toEqual(expected);
  });

  it.each([
    'calc(1px + 2)',
    'calc(1px * 1px)',
    'calc(1 / 1px)',
    'calc(1px+2px)',
    'calc(min(1px, 10%) + 1px)',
    'calc()',
    'calc(1px +)',
    'clamp(1px, 2px)',
    'calc(1px 2px)',
  ])('refuses %s', (css) => {
    expect(readText('margin-top', css)).toBeNull();
  });

  it('keeps min(), max() and clamp() of lengths with percentages for layout', () => {
    const extreme = (kind: string, ...lengths: readonly unknown[]): unknown => ({
      ...length(0, 100),
      extreme: { kind, lengths },
    });
    expect(declared('margin-top: min(1px, 10%)').marginTop).toEqual(
      extreme('min', length(1), length(0, 10)),
    );
    expect(declared('margin-top: clamp(1px, 10%, 3em)').marginTop).toEqual(
      extreme('max', length(1), extreme('min', length(0, 10), length(48))),
    );
  });

  it('clamps what is out of range', () => {
    expect(declared('padding-top: calc(1px - 5px)').paddingTop).toEqual(length(0));
    expect(declared('width: calc(1px * 1e300)').width).toEqual(length(1e7));
  });

  it('adds as JavaScript does', () => {
    const whole = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(whole, whole, whole, (a, b, c) => {
        const css = `margin-top: calc(${a}px + ${b}% * 2 - ${c}px)`;
        expect(declared(css).marginTop).toEqual(length(a - c, 2 * b));
      }),
      { numRuns: 50 },
    );
  });
});

describe('colours', () => {
  it.each([
    ['#1a2b3c', [26, 43, 60, 1]],
    ['#abc', [170, 187, 204, 1]],
    ['#0008', [0, 0, 0, 136 / 255]],
    ['#11223380', [17, 34, 51, 128 / 255]],
    ['rgb(1, 2, 3)', [1, 2, 3, 1]],
    ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 0.5]],
    ['rgb(100% 0% 50% / 25%)', [255, 0, 128, 0.25]],
    ['rgb(300 -5 0)', [255, 0, 0, 1]],
    ['hsl(120, 100%, 25%)', [0, 128, 0, 1]],
    ['hsl(0.5turn 100% 50% / 0.5)', [0, 255, 255, 0.5]],
    ['hsl(-120deg 100% 50%)', [0, 0, 255, 1]],
    ['RebeccaPurple', [102, 51, 153, 1]],
    ['transparent', [0, 0, 0, 0]],
    ['color-mix(in srgb, white, black)', [128, 128, 128, 1]],
    ['color-mix(in srgb, red 25%, blue)', [64, 0, 191, 1]],
    ['color-mix(in srgb, #f00 10%, #0f0 10%)', [128, 128, 0, 0.2]],
  ])('%s', (css, [red, green, blue, alpha]) => {
    expect(declared(`background-color: ${css}`).backgroundColor).toEqual({
      red,
      green,
      blue,
      alpha,
    });
  });

  it.each([
    '#12',
    '#ggg',
    'rgb(1, 2)',
    'rgb(1 2, 3)',
    'rgb(1px 2 3)',
    'hsl(1, 2)',
    'lab(1 2 3)',
    'color-mix(in lab, red, blue)',
    'constructor',
  ])('refuses %s', (css) => {
    expect(readText('color', css)).toBeNull();
  });
});

describe('var()', () => {
  const root = (css: string, own = 'width: var(--a)'): unknown =>
    styleOf(`<style>:root { ${css} } #x { ${own} }</style><div id="x">`).width;

  it.each([
    ['--a: 1px', 'width: var(--a)', length(1)],
    ['--a: 1px', 'width: VAR( --a )', length(1)],
    ['--a: var(--b); --b: 2px', 'width: var(--a)', length(2)],
    ['--b: 2', 'width: calc(var(--b) * 1px + var(--c, 3%))', length(2, 3)],
    ['', 'width: var(--none, var(--also-none, 4px))', length(4)],
    ['--a: 1px', '--a: 5px; width: var(--a)', length(5)],
    ['--A: 1px; --a: 2px', 'width: var(--A)', length(1)],
    ['--a: 1px', '--a: initial; width: var(--a, 6px)', length(6)],
    ['--a: 1px', '--a: inherit; width: var(--a, 6px)', length(1)],
    ['--a: var(--a)', 'width: var(--a, 7px)', length(7)],
    ['--a: var(--b, 1px); --b: var(--a, 2px)', 'width: var(--a, 8px)', length(8)],
    ['--c: var(--a, 3px); --a: var(--b); --b: var(--a)', 'width: var(--c)', length(3)],
    ['--a: 1', 'width: var(--a)px', 'auto'],
    ['--a: ;', 'width: var(--a, 3px)', 'auto'],
  ])('%s | %s', (css, own, expected) => {
    expect(root(css, own)).toEqual(expected);
  });

  it('that comes to nonsense counts as unset and is told of once', () => {
    const page = stylePage(
      '<style>p { color: red; --a: 3px } p { color: var(--a) } b { color: var(--none) }</style><p id="x"><b></b><b></b></p>',
    );
    expect(page.byId.get('x')?.style.color).toMatchObject({ red: 0 });
    expect(page.warnings[0]).toMatchObject({
      place: 'page.html:1:39',
      message: 'invalid value for color',
      found: '3px',
    });
  });

  it('keeps custom properties apart from those of the prototype', () => {
    expect(root('', 'width: var(--constructor, 9px)')).toEqual(length(9));
    expect(root('--__proto__: 2px', 'width: var(--__proto__)')).toEqual(length(2));
  });

  it('resolves brand colours in shorthands', () => {
    expect(
      warningsOf(':root { --line: 1px solid #ccc } div { border-bottom: var(--line) }'),
    ).toEqual([]);
    expect(declared('--line: 1px solid #ccc; border-bottom: var(--line)')).toMatchObject({
      borderBottomWidth: 1,
      borderBottomColor: { red: 204, green: 204, blue: 204, alpha: 1 },
    });
  });
});
