import { describe, expect, it } from 'vitest';
import { declared, elementsOf, styleOf, stylePage, warningsOf, worldOf } from './style-of.ts';
import { createCascade } from '../../src/style/cascade.ts';
import { parseSheet } from '../../src/style/parse-sheet.ts';
import { UA_SHEET } from '../../src/style/ua-sheet.ts';

const px = (value: number): { px: number; percent: number } => ({ px: value, percent: 0 });
const red = { red: 255, green: 0, blue: 0, alpha: 1 };

describe('the cascade', () => {
  it('has a browser sheet without mistakes', () => {
    const sheet = parseSheet({
      css: UA_SHEET,
      source: { file: 'browser.css', line: 1, column: 1 },
    });
    expect(sheet.warnings).toEqual([]);
    expect(sheet.rules.length).toBeGreaterThan(40);
  });

  it('lets important declarations win, and style attributes over rules', () => {
    const css = '#x { order: 1 } div { order: 2 !important }';
    expect(styleOf(`<style>${css}</style><div id="x" style="order: 3"></div>`).order).toBe(2);
    expect(styleOf(`<style>#x { order: 1 }</style><div id="x" style="order: 3"></div>`).order).toBe(
      3,
    );
    expect(
      styleOf(
        `<style>#x { order: 1 !important }</style><div id="x" style="order: 3 !important"></div>`,
      ).order,
    ).toBe(3);
  });

  it('puts presentational attributes between the browser and the author', () => {
    const table = (css: string): unknown =>
      styleOf(`<style>${css}</style><table><tr><td id="x" width="50%">`).width;
    expect(table('')).toEqual({ px: 0, percent: 50 });
    expect(table('td { width: 10px }')).toEqual(px(10));
    expect(styleOf('<img id="x" width="30" height="20.5">')).toMatchObject({
      width: px(30),
      height: px(20.5),
    });
    expect(styleOf('<p id="x" hidden>').display).toBe('none');
    expect(styleOf('<ol id="x" type="I">').listStyleType).toBe('upper-roman');
    expect(styleOf('<p id="x" dir="rtl">')).toMatchObject({
      direction: 'rtl',
      unicodeBidi: 'isolate',
    });
  });

  it('inherits what is inherited and language from lang', () => {
    const css = 'body { color: red; font: 20px/1.5 x; margin: 3px; text-align: right }';
    const html = `<style>${css}</style><body lang="de"><div id="x" style="width: 2em"></div>`;
    expect(styleOf(html)).toMatchObject({
      color: red,
      fontSize: 20,
      lineHeight: { factor: 1.5 },
      textAlign: 'right',
      marginTop: px(0),
      width: px(40),
      language: 'de',
    });
  });

  it('computes em of the parent for font sizes and of the element elsewhere', () => {
    const html =
      '<style>html { font-size: 10px } p { font-size: 2em } #x { font-size: 1.5em; margin: 1em 1rem }</style>';
    expect(styleOf(`${html}<p><b id="x">`)).toMatchObject({
      fontSize: 30,
      marginTop: px(30),
      marginLeft: px(10),
    });
  });

  it('computes line heights in percent and em to px, numbers not', () => {
    expect(declared('font-size: 20px; line-height: 150%').lineHeight).toEqual({ px: 30 });
    expect(declared('font-size: 20px; line-height: 1.2em').lineHeight).toEqual({ px: 24 });
    expect(declared('line-height: calc(1 + 0.5)').lineHeight).toEqual({ factor: 1.5 });
  });

  it('gives headings, lists and tables what browsers give them', () => {
    expect(styleOf('<h1 id="x">')).toMatchObject({
      fontSize: 32,
      fontWeight: 700,
      marginTop: px(32 * 0.67),
      breakAfter: 'avoid',
    });
    expect(styleOf('<ul><li><ul id="x">')).toMatchObject({
      listStyleType: 'circle',
      marginTop: px(0),
      paddingLeft: px(40),
    });
    expect(styleOf('<ul id="x" dir="rtl">')).toMatchObject({
      paddingRight: px(40),
      paddingLeft: px(0),
    });
    expect(styleOf('<table id="x">')).toMatchObject({
      boxSizing: 'border-box',
      borderSpacing: { x: 2, y: 2 },
    });
    expect(styleOf('<table><tr><td id="x">')).toMatchObject({
      verticalAlign: 'middle',
      paddingTop: px(1),
    });
  });

  it('centres table heads unless the alignment was set around them', () => {
    expect(styleOf('<table><tr><th id="x">').textAlign).toBe('center');
    expect(styleOf('<table style="text-align: right"><tr><th id="x">').textAlign).toBe('right');
    expect(styleOf('<style>th { text-align: left }</style><table><tr><th id="x">').textAlign).toBe(
      'left',
    );
  });

  it('makes boxes block-level where they have to be', () => {
    expect(styleOf('<div style="display: flex"><span id="x">').display).toBe('block');
    expect(
      styleOf('<div style="display: flex"><i style="display: contents"><span id="x">').display,
    ).toBe('block');
    expect(
      styleOf('<div style="display: grid"><b id="x" style="display: inline-flex">').display,
    ).toBe('flex');
    expect(styleOf('<span id="x" style="position: absolute">').display).toBe('block');
    expect(styleOf('<div style="display: flex"><b><span id="x">').display).toBe('inline');
  });

  it('carries decorations into the content but not into atoms', () => {
    const html = (display: string): string => `<u><span id="x" style="display: ${display}">`;
    expect(styleOf(html('inline')).textDecorationLine).toEqual(['underline']);
    expect(styleOf(html('inline-block')).textDecorationLine).toEqual([]);
    expect(styleOf('<u><s id="x">').textDecorationLine).toEqual(['line-through', 'underline']);
  });

  it('computes currentcolor against the element', () => {
    expect(declared('color: red; border: 1px solid').borderTopColor).toEqual(red);
    expect(
      styleOf(
        '<p style="color: red"><b id="x" style="color: currentcolor; background: currentcolor">',
      ),
    ).toMatchObject({
      color: red,
      backgroundColor: red,
    });
  });

  it('reads media, and only what is for print', () => {
    const css =
      '@media screen { div { order: 1 } } @media print { div { order: 2 } } @media screen, all { div { z-index: 3 } }';
    const page = stylePage(
      `<style>${css}</style><style media="screen">div { order: 9 }</style><div id="x">`,
    );
    expect(page.warnings).toEqual([]);
    expect(page.byId.get('x')?.style).toMatchObject({ order: 2, zIndex: 3 });
  });

  it('reads linked sheets from the world and says which are missing', () => {
    const html = '<link rel="stylesheet" href="a.css"><link rel=stylesheet href=b.css><div id="x">';
    const page = stylePage(html, worldOf({ 'a.css': 'div { order: 5; colour: red }' }));
    expect(page.byId.get('x')?.style.order).toBe(5);
    expect(page.warnings.map(({ place, message }) => `${place} ${message}`)).toEqual([
      'page.html:1:37 there is no style sheet b.css',
      'a.css:1:17 unknown property colour',
    ]);
  });

  it.each([
    '-webkit-text-size-adjust: 100%',
    '-webkit-font-smoothing: antialiased',
    'print-color-adjust: exact',
  ])('takes what resets say of screens: %s', (declaration) => {
    expect(warningsOf(`p { ${declaration} }`)).toEqual([]);
  });

  it.each([
    ['p { colour: red }', 'unknown property colour', 'did you mean color?'],
    [
      'p { float: left }',
      'the property float is not supported',
      'use display: flex, or position: absolute',
    ],
    [
      'p { -webkit-user-select: none }',
      'the property -webkit-user-select is not supported',
      'it means nothing on paper: remove it',
    ],
    ['p { text-align: centre }', 'invalid value for text-align', 'did you mean center?'],
    ['@import "x.css";', '@import is not supported', 'use <link rel="stylesheet">'],
    ['p..q { order: 1 }', 'the style sheet cannot be read here: Identifier is expected', null],
    ['@layer x;', '@layer is not supported', 'the rule is left out'],
    [
      '@media (min-width: 3px) { p { order: 1 } }',
      'the media query (min-width:3px) is not supported',
      'use print, screen or all',
    ],
    ['p { & q { order: 1 } }', 'rules within rules are not supported', null],
  ])('warns: %s', (css, message, hint) => {
    const warnings = warningsOf(css);
    expect(warnings.map((warning) => warning.message)).toContain(message);
    expect(warnings.find((warning) => warning.message === message)?.hint).toBe(hint);
  });

  it('gives equal elements one style object', () => {
    const css = 'td { color: red } tr:nth-child(even) td { order: 1 }';
    const cell = (id: number): string => `<tr><td class="n" id="c${id}">${id}</td></tr>`;
    const page = stylePage(
      `<style>${css}</style><table>${[1, 2, 3, 4].map(cell).join('')}</table>`,
    );
    const style = (id: number): unknown => page.byId.get(`c${id}`)?.style;
    expect(style(1)).toBe(style(3));
    expect(style(2)).toBe(style(4));
    expect(style(1)).not.toBe(style(2));
  });

  it.each([
    ['.on b', '<p class="on"><i><b id="x1"></b></i></p><p><i><b id="x2"></b></i></p>'],
    ['#on b', '<p id="on"><i><b id="x1"></b></i></p><p id="off"><i><b id="x2"></b></i></p>'],
    ['[title] b', '<p title="a"><i><b id="x1"></b></i></p><p><i><b id="x2"></b></i></p>'],
    ['p:first-child b', '<p><i><b id="x1"></b></i></p><p><i><b id="x2"></b></i></p>'],
    ['h1 + p b', '<h1></h1><p><i><b id="x1"></b></i></p><p><i><b id="x2"></b></i></p>'],
    [':is(.on) > i > b', '<p class="on"><i><b id="x1"></b></i></p><p><i><b id="x2"></b></i></p>'],
  ])('does not mistake ancestors that differ in what %s asks for', (selector, html) => {
    const page = stylePage(`<style>${selector} { order: 1 }</style><div>${html}</div>`);
    const orders = ['x1', 'x2'].map((id) => page.byId.get(id)?.style.order);
    expect(orders).toEqual([1, 0]);
  });

  it('shares styles between documents with the same sheets', () => {
    const world = worldOf();
    const html = '<style>p { color: red }</style><p id="x">';
    const [first, second] = [stylePage(html, world), stylePage(`${html} other`, world)];
    expect(first.byId.get('x')?.style).toBe(second.byId.get('x')?.style);
  });

  it('forgets styles that are no longer needed', () => {
    const world = worldOf();
    const one = (order: number): string => `<b style="order: ${order}"></b>`;
    const html = Array.from({ length: 2600 }, (_, order) => one(order)).join('');
    const cache = (): unknown => stylePage(`<style></style>${html}`, world).cascade.cache;
    expect(cache()).not.toBe(cache());
  });
});

describe('createCascade', () => {
  it('finds style elements anywhere but in pictures', () => {
    const outcome = createCascade(
      elementsOf('<svg><style>p{colr:1}</style></svg><div><style>p{colr:1}</style></div>'),
      worldOf(),
    );
    expect(outcome.warnings.map(({ place }) => place)).toEqual(['page.html:1:50']);
  });
});
