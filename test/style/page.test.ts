import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/failure.ts';
import type { PageStyles } from '../../src/style/page-style.ts';
import { pageStyles } from '../../src/style/page-styles.ts';
import { loadFonts } from '../../src/style/load-fonts.ts';
import { stylePage, warningsOf, worldOf } from './style-of.ts';

function pages(css: string): PageStyles {
  const page = stylePage(`<html id="root"><style>${css}</style>`);
  const root = page.byId.get('root');
  if (!root) throw new Error('there is no root');
  const warnings: Failure[] = [];
  const styles = pageStyles(page.cascade, root, warnings);
  expect([...page.warnings, ...warnings]).toEqual([]);
  return styles;
}

const MM = 96 / 25.4;

describe('@page', () => {
  it('is A4 with margins of 1cm where nothing is said', () => {
    const { first, rest } = pages('');
    expect(first).toBe(rest);
    expect(rest.size).toEqual({ width: 210 * MM, height: 297 * MM });
    expect(rest.margin.left).toBeCloseTo(37.795, 3);
    expect(rest.marginBoxes).toEqual([]);
  });

  it.each([
    ['Letter', 816, 1056],
    ['letter landscape', 1056, 816],
    ['landscape', 297 * MM, 210 * MM],
    ['A5 portrait', 148 * MM, 210 * MM],
    ['100px', 100, 100],
    ['8.5in 11in', 816, 1056],
    ['calc(1in + 4px) 50px', 100, 50],
  ])('size: %s', (size, width, height) => {
    expect(pages(`@page { size: ${size} }`).rest.size).toEqual({ width, height });
  });

  it('takes margins in percent of the sheet', () => {
    const { rest } = pages('@page { size: 200px 400px; margin: 10% 5% auto }');
    expect(rest.margin).toEqual({ top: 40, right: 10, bottom: 0, left: 10 });
  });

  it('lets :first differ in single values', () => {
    const { first, rest } = pages(
      '@page :first { margin-top: 50px; @bottom-left { content: "one" } } @page { margin: 20px; @bottom-left { content: "all" } }',
    );
    expect(first.margin).toEqual({ top: 50, right: 20, bottom: 20, left: 20 });
    expect(rest.margin.top).toBe(20);
    expect(first.marginBoxes[0]?.content).toEqual([{ kind: 'string', text: 'one' }]);
    expect(rest.marginBoxes[0]?.content).toEqual([{ kind: 'string', text: 'all' }]);
  });

  it('lets :first take a margin box away', () => {
    const css =
      '@page { @top-right { content: "x" } } @page :first { @top-right { content: none } }';
    const { first, rest } = pages(css);
    expect(first.marginBoxes).toEqual([]);
    expect(rest.marginBoxes).toHaveLength(1);
  });

  it('reads counters and styles of margin boxes, inherited from the root element', () => {
    const css =
      ':root { --c: red; font-size: 20px } @page { font-size: 10px; @bottom-center { content: "Page " counter(page) "/" counter(pages); color: var(--c); font-weight: bold } @top-right-corner { content: "x"; text-align: center } }';
    const [corner, center] = pages(css).rest.marginBoxes;
    expect(corner).toMatchObject({
      name: 'top-right-corner',
      style: { textAlign: 'center', verticalAlign: 'middle' },
    });
    expect(center).toMatchObject({
      name: 'bottom-center',
      content: [
        { kind: 'string', text: 'Page ' },
        { kind: 'counter', counter: 'page' },
        { kind: 'string', text: '/' },
        { kind: 'counter', counter: 'pages' },
      ],
      style: { fontSize: 10, fontWeight: 700, textAlign: 'center', color: { red: 255 } },
    });
  });

  it.each([
    ['@page :left { margin: 0 }', '@page :left is not supported'],
    ['@page { size: 1 }', 'invalid value for size'],
    ['@page { @left-top { content: "x" } }', '@left-top is not supported'],
    ['@page { @top-left { content: attr(x) } }', 'invalid value for content'],
    ['@page { @top-left { content: counter(item) } }', 'invalid value for content'],
    ['@page { marks: crop }', 'unknown property marks'],
  ])('warns: %s', (css, message) => {
    expect(warningsOf(css).map((warning) => warning.message)).toEqual([message]);
  });
});

describe('@font-face', () => {
  const load = (css: string): { rules: unknown; warnings: readonly Failure[] } => {
    const page = stylePage(`<style>${css}</style>`);
    const warnings: Failure[] = [...page.warnings];
    const world = worldOf({ 'b.ttf': 'bytes' });
    return { rules: loadFonts(page.cascade.fontFaces, world, warnings), warnings };
  };

  it('takes the first file that is there', () => {
    const css =
      '@font-face { font-family: "My Font"; font-weight: bold; font-style: italic; src: local(x), url(a.ttf), url("b.ttf") format("truetype") }';
    expect(load(css)).toEqual({
      rules: [
        {
          family: 'My Font',
          weight: 700,
          slant: 'italic',
          bytes: new TextEncoder().encode('bytes'),
        },
      ],
      warnings: [],
    });
  });

  it('takes data: URLs', () => {
    expect(
      load('@font-face { font-family: A B; src: url("data:font/ttf;base64,AQID") }').rules,
    ).toEqual([{ family: 'A B', weight: 400, slant: 'normal', bytes: new Uint8Array([1, 2, 3]) }]);
  });

  it.each([
    ['src: url(http://x.y/a.ttf); font-family: A', 'there is no font file for "A"'],
    ['src: local(x); font-family: A', '@font-face needs font-family and src: url(…)'],
    ['src: url(b.ttf)', '@font-face needs font-family and src: url(…)'],
    [
      'src: url(b.ttf); font-family: A; font-weight: 100 900',
      'the font-weight of @font-face must be one number, normal or bold',
    ],
    [
      'src: url(b.ttf); font-family: A; unicode-range: U+26',
      'the descriptor unicode-range of @font-face is not supported',
    ],
  ])('warns: %s', (css, message) => {
    expect(load(`@font-face { ${css} }`).warnings.map((warning) => warning.message)).toEqual([
      message,
    ]);
  });
});
