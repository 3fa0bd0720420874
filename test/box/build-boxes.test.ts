import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/box/box.ts';
import { buildBoxes } from '../../src/box/build-boxes.ts';
import { elementsOf, worldOf } from '../style/style-of.ts';
import { boxesOf, lines, treeOf, warningsOf } from './boxes-of.ts';

describe('anonymous blocks', () => {
  it('stand around inline content beside blocks; white space between blocks vanishes', () => {
    expect(boxesOf('<div>one <b>two</b>\n <p>three</p>\n <p>four</p> </div>')).toBe(
      lines(`
        block Div
          inline-flow Div
            "one " Div
            span Div
              "two" Div
            "\\n " Div
          block P
            inline-flow P
              "three" P
          block P
            inline-flow P
              "four" P
      `),
    );
  });

  it('are not made of white space, unless it is kept', () => {
    expect(boxesOf('<div> \n </div>')).toBe('block Div');
    expect(boxesOf('<pre> </pre>')).toBe('block P\n  inline-flow P\n    " " P');
  });

  it('inherit from the block and have nothing of their own', () => {
    const tree = treeOf(
      '<style>p { color: red; background: blue; margin: 9px; order: 3 }</style><p>x',
    );
    const paragraph = find(tree.root, 'P');
    const [flow] = paragraph.kind === 'block' ? paragraph.children : [];
    expect(flow?.style).toMatchObject({
      display: 'block',
      color: { red: 255 },
      order: 0,
      marginTop: { px: 0 },
    });
    expect(flow?.style.backgroundColor.alpha).toBe(0);
  });
});

/** The first box with this role. */
function find(box: Box, role: string): Box {
  const found = search(box, role);
  if (!found) throw new Error(`there is no ${role}`);
  return found;
}

function search(box: Box, role: string): Box | null {
  if (box.tag.role === role) return box;
  const children = 'children' in box ? box.children : [];
  for (const child of children) {
    const found = search(child, role);
    if (found) return found;
  }
  return null;
}

describe('blocks in inline boxes', () => {
  it('split them', () => {
    expect(boxesOf('<div>a<span>b<div>c</div>d</span>e</div>')).toBe(
      lines(`
        block Div
          inline-flow Div
            "a" Div
            span Div
              "b" Div
          block Div
            inline-flow Div
              "c" Div
          inline-flow Div
            span Div
              "d" Div
            "e" Div
      `),
    );
  });

  it('leave the edges at the ends only', () => {
    const css = 'span { padding: 0 5px; border-left: 2px solid; border-right: 3px solid }';
    const tree = treeOf(`<style>${css}</style><div><span>a<div>b</div>c</span></div>`);
    const div = find(tree.root, 'Div');
    const spans = (div.kind === 'block' ? div.children : []).flatMap((box) =>
      box.kind === 'inline-flow' ? box.content : [],
    );
    expect(
      spans.map(
        (span) =>
          span.kind === 'span' && [
            span.style.borderLeftWidth,
            span.style.paddingLeft.px,
            span.style.borderRightWidth,
            span.style.paddingRight.px,
          ],
      ),
    ).toEqual([
      [2, 5, 0, 0],
      [0, 0, 3, 5],
    ]);
  });

  it('leave no empty pieces', () => {
    expect(boxesOf('<div><span><div>c</div></span></div>')).toBe(
      'block Div\n  block Div\n    inline-flow Div\n      "c" Div',
    );
  });

  it('split several levels of them', () => {
    expect(boxesOf('<div><b><i>a<div>b</div></i>c</b></div>')).toBe(
      lines(`
        block Div
          inline-flow Div
            span Div
              span Div
                "a" Div
          block Div
            inline-flow Div
              "b" Div
          inline-flow Div
            span Div
              "c" Div
      `),
    );
  });
});

describe('display', () => {
  it('none leaves out, contents leaves the content', () => {
    const html = '<div style="display: none">a</div><div style="display: contents"><p>b</p>c</div>';
    expect(boxesOf(html)).toBe(
      'block P\n  inline-flow P\n    "b" P\ninline-flow Document\n  "c" Div',
    );
  });

  it('inline-block, inline-flex and the like are atoms', () => {
    const html =
      '<p>a<span style="display: inline-block">b</span><span style="display: inline-flex">c</span></p>';
    expect(boxesOf(html)).toBe(
      lines(`
        block P
          inline-flow P
            "a" P
            atom
              block P
                inline-flow P
                  "b" P
            atom
              flex P
                block P
                  inline-flow P
                    "c" P
      `),
    );
  });

  it('flex makes items of text and of every child', () => {
    const html =
      '<div style="display: flex"> a <b>b</b> <img alt="d"> <i style="position: absolute">c</i></div>';
    expect(boxesOf(html)).toBe(
      lines(`
        flex Div
          block Div
            inline-flow Div
              " a " Div
          block Div
            inline-flow Div
              "b" Div
          block Figure
            inline-flow Figure
              "d" Figure
          block Div
            inline-flow Div
              "c" Div
      `),
    );
  });

  it('keeps boxes out of flow in their line, or among the blocks', () => {
    const html =
      '<p>a<b style="position: absolute">b</b>c</p><div><b style="position: fixed">d</b><p>e</p></div>';
    expect(boxesOf(html)).toBe(
      lines(`
        block P
          inline-flow P
            "a" P
            anchor
              block P
                inline-flow P
                  "b" P
            "c" P
        block Div
          block Div
            inline-flow Div
              "d" Div
          block P
            inline-flow P
              "e" P
      `),
    );
  });
});

describe('own elements', () => {
  it('br, wbr and running-total', () => {
    expect(boxesOf('<p>a<br>b<wbr>c<running-total of="net"></running-total></p>')).toBe(
      'block P\n  inline-flow P\n    "a" P\n    break\n    "b" P\n    "\u200b" P\n    "c" P\n    running-total net',
    );
    expect(warningsOf('<p><running-total></running-total>')).toEqual([
      'page.html:1:4 <running-total> does not say what it adds up',
    ]);
  });

  it('amounts are exact decimals with a name', () => {
    const cell = (attributes: string): string =>
      boxesOf(`<table><tr><td ${attributes}>`).split('\n').at(-1) ?? '';
    expect(cell('data-amount="-12.50" data-total="net"')).toBe('      cell TD net=-12.50');
    expect(cell('data-amount="1,5" data-total="net"')).toBe('      cell TD');
    expect(warningsOf('<table><tr><td data-amount="1,5" data-total=a><td data-amount=1>')).toEqual([
      'page.html:1:12 data-amount="1,5" is not a decimal number',
      'page.html:1:47 data-amount without data-total',
    ]);
  });
});

describe('the tree', () => {
  it('knows the document', () => {
    const html = '<html lang="de-CH"><title> A\n B </title><meta name="Author" content="C"><p>';
    expect(treeOf(html)).toMatchObject({ language: 'de-CH', title: 'A B', meta: { author: 'C' } });
    expect(treeOf('<p>')).toMatchObject({ language: 'en', title: '', meta: {} });
  });

  it('has pages and fonts', () => {
    const css = '@page { size: 100px 200px } @font-face { font-family: A; src: url(a.ttf) }';
    const tree = treeOf(`<style>${css}</style>`, worldOf({ 'a.ttf': 'x' }));
    expect(tree.pages.rest.size).toEqual({ width: 100, height: 200 });
    expect(tree.fontFaces).toHaveLength(1);
  });

  it('tells of every mistake, of each once', () => {
    const html =
      '<style>p { colour: red } b { color: var(--no) }</style><p><b>a</b><b>c</b><img src="no.png" alt="x">';
    expect(warningsOf(html)).toEqual([
      'page.html:1:12 unknown property colour',
      'page.html:1:30 invalid value for color',
      'page.html:1:75 there is no picture no.png',
    ]);
  });

  it('tells of fonts that are not there, once for each list of them', () => {
    const html = (families: string): string =>
      `<style>p { font-family: ${families} }</style><p>a</p><p>b</p>`;
    expect(warningsOf(html('Nowhere'))).toEqual(['page.html:1:42 there is no font "Nowhere"']);
    expect(warningsOf(html('Nowhere, serif'))).toEqual([]);
    const twice = '<p style="font-family: Nowhere">a</p><p style="font-family: nowhere">b</p>';
    expect(warningsOf(twice)).toEqual(['page.html:1:1 there is no font "Nowhere"']);
    const face = '<style>@font-face { font-family: nowhere; src: url(data:,x) }</style>';
    expect(warningsOf(face + html('Nowhere'))).toEqual([]);
  });

  it('fails beyond 500 levels', () => {
    const outcome = buildBoxes(elementsOf('<div>'.repeat(600) + '</div>'.repeat(600)), worldOf());
    expect(!outcome.ok && outcome.failures).toMatchObject([
      { stage: 'box', place: 'page.html:1:2496', message: 'elements are nested too deeply' },
    ]);
    expect(buildBoxes(elementsOf('<div>'.repeat(490)), worldOf()).ok).toBe(true);
  });
});

describe('boxes out of flow', () => {
  it.each([
    '<p class="out">x',
    '<p><b class="out">x</b>',
    '<div style="display: flex"><p class="out">x</div>',
    '<table><tr><td class="out">x<td>y</table>',
    '<table><tr class="out"><td>x</table>',
    '<p><svg class="out" aria-label="x" width="1" height="1"></svg>',
    '<style>i::after { content: "x"; position: fixed }</style><i></i>',
  ])('are noticed in %s', (html) => {
    const css = '<style>.out { position: absolute }</style>';
    expect(treeOf(css + html).hasOutOfFlow).toBe(true);
  });

  it('are not noticed where there are none', () => {
    expect(treeOf('<p style="position: relative">x').hasOutOfFlow).toBe(false);
  });
});
