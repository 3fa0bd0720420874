import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Failure, Outcome } from '../../src/failure.ts';
import {
  childrenOf,
  place,
  type Element,
  type ElementTree,
  type Node,
} from '../../src/markup/element.ts';
import { parseMarkup } from '../../src/markup/parse-markup.ts';

const parse = (html: string): Outcome<ElementTree> =>
  parseMarkup({ kind: 'markup', html, file: 'a.html' });

function tree(html: string): ElementTree {
  const outcome = parse(html);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

const root = (html: string): Element => tree(html).root;

/** The tree in brackets: `p[one b[two]]`; text as it is. */
function print(node: Node): string {
  return node.kind === 'text'
    ? node.text
    : `${node.name}[${childrenOf(node).map(print).join(' ')}]`;
}

const child = (element: Element, name: string): Element => {
  const found = childrenOf(element).find((node) => node.kind === 'element' && node.name === name);
  if (found?.kind !== 'element') throw new Error(`there is no ${name}`);
  return found;
};

const body = (html: string): string =>
  childrenOf(child(root(html), 'body'))
    .map(print)
    .join(' ');
const messages = (html: string): readonly string[] =>
  parse(html).warnings.map(({ place, message }: Failure) => `${place} ${message}`);

describe('parseMarkup', () => {
  it.each([
    ['', 'html[head[] body[]]'],
    ['text', 'html[head[] body[text]]'],
    ['<!doctype html>\n<title>T</title>\n<p>x', 'html[head[title[T]] body[p[x]]]'],
    [
      '<html><head><style>a > b</style></head>\n<body><p>x</p></body></html>',
      'html[head[style[a > b]] body[p[x]]]',
    ],
    ['<head><meta name="a"></head><div></div>', 'html[head[meta[]] body[div[]]]'],
  ])('supplies html, head and body: %j', (html, expected) => {
    expect(print(root(html)).replaceAll('\n', '')).toBe(expected);
  });

  it('keeps the attributes of html and body', () => {
    const html = root('<html lang=de class="a"><body id=b>');
    expect(html.attributes).toEqual({ lang: 'de', class: 'a' });
    expect(child(html, 'body').attributes).toEqual({ id: 'b' });
  });

  it.each([
    ['<p>a<p>b', 'p[a] p[b]'],
    ['<p>a<div>b</div>', 'p[a] div[b]'],
    ['<p><b>a<p>c', 'p[b[a]] p[c]'],
    ['<ul><li>a<li>b<ul><li>c</ul><li>d</ul>', 'ul[li[a] li[b ul[li[c]]] li[d]]'],
    ['<ol><li><p>a<li>b</ol>', 'ol[li[p[a]] li[b]]'],
    ['<dl><dt>a<dd>b<dt>c</dl>', 'dl[dt[a] dd[b] dt[c]]'],
    ['<table><tr><td>1<td>2<tr><th>3</table>', 'table[tbody[tr[td[1] td[2]] tr[th[3]]]]'],
    ['<table><td>1', 'table[tbody[tr[td[1]]]]'],
    [
      '<table><thead><tr><th>h<tbody><tr><td>b<tfoot><tr><td>f</table>x',
      'table[thead[tr[th[h]]] tbody[tr[td[b]]] tfoot[tr[td[f]]]] x',
    ],
    [
      '<table><caption>c<colgroup><col><col><tr><td>1',
      'table[caption[c] colgroup[col[] col[]] tbody[tr[td[1]]]]',
    ],
    ['<table><col><tr><td>1', 'table[colgroup[col[]] tbody[tr[td[1]]]]'],
    [
      '<table><tr><td><p>a<td><table><tr><td>b</table>c',
      'table[tbody[tr[td[p[a]] td[table[tbody[tr[td[b]]]] c]]]]',
    ],
    ['<a>x<a>y', 'a[x] a[y]'],
    ['a<br>b<br/>c<hr><img>d', 'a br[] b br[] c hr[] img[] d'],
    ['<div/>a', 'div[a]'],
    ['a</p>b', 'a p[] b'],
    ['a</br>b', 'a br[] b'],
    ['<DIV>a</Div>b', 'div[a] b'],
    ['<!-- a --><p>b<!-- c --></p>', 'p[b]'],
  ])('%s', (html, expected) => {
    expect(body(html)).toBe(expected);
  });

  it('decodes references in text and attributes', () => {
    expect(body('a &amp; &lt;b&gt; &euro; &#x41;&#66; &nbsp;|&copy &unknown;')).toBe(
      'a & <b> € AB \u00a0|© &unknown;',
    );
    expect(
      child(root('<body title="1 &lt; 2 &quot;x&quot;" lang=a&amp;b>'), 'body').attributes,
    ).toEqual({ title: '1 < 2 "x"', lang: 'a&b' });
  });

  it('joins text around references into one node with one place', () => {
    const [text] = childrenOf(child(root('<p>a &amp; b</p>'), 'body')).flatMap((node) =>
      node.kind === 'element' ? childrenOf(node) : [],
    );
    expect(text).toEqual({ kind: 'text', text: 'a & b', source: 3 });
  });

  it('tells line and column from 1', () => {
    const { root, lines } = tree('<div>\n</div>\n  <p\n a="1">x</p>');
    const [, p] = childrenOf(child(root, 'body')).filter((node) => node.kind === 'element');
    const [text] = p?.kind === 'element' ? childrenOf(p) : [];
    expect(p && place(lines.at(p.source))).toBe('a.html:3:3');
    expect(text && place(lines.at(text.source))).toBe('a.html:4:8');
  });

  it('notes what brings style sheets, but for pictures and what is left out', () => {
    const name = fc.constantFrom('p', 'table', 'td', 'svg', 'g', 'style', 'link', 'template', 'br');
    const piece = fc.oneof(
      name.map((word) => `<${word}>`),
      name.map((word) => `</${word}>`),
      fc.constantFrom('<style>a</style>', '<link rel=stylesheet>', '<svg/>', 'text', '<body>'),
    );
    const sheetsIn = (node: Node): readonly Element[] => {
      if (node.kind === 'text' || node.name === 'svg') return [];
      const own = node.name === 'style' || node.name === 'link' ? [node] : [];
      return [...own, ...childrenOf(node).flatMap(sheetsIn)];
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { root, sheets } = tree(pieces.join(''));
        expect(sheets).toEqual(sheetsIn(root));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the case of names within pictures only', () => {
    const svg =
      '<svg viewBox="0 0 1 1"><linearGradient gradientUnits="x"/><g><title>t</title></g></svg><P Title="x">';
    expect(body(svg)).toBe('svg[linearGradient[] g[title[t]]] p[]');
    expect(child(child(root(svg), 'body'), 'svg').attributes).toEqual({ viewBox: '0 0 1 1' });
  });

  it('keeps attributes apart from what objects have anyway', () => {
    const { attributes } = child(root('<body __proto__="x" constructor="y" toString>'), 'body');
    expect(Object.getPrototypeOf(attributes)).toBe(Object.prototype);
    expect(attributes).toMatchObject({ constructor: 'y', tostring: '' });
  });

  it('takes the first of two attributes with one name', () => {
    expect(child(root('<body id="a" ID="b">'), 'body').attributes).toEqual({ id: 'a' });
  });

  it.each([
    ['<p>a<script>alert("</p>")</script>b', 'p[a b]', ['a.html:1:5 <script> is not supported']],
    ['<iframe src="x"></iframe>a', 'a', ['a.html:1:1 <iframe> is not supported']],
    ['<p onclick="x()">a', 'p[a]', ['a.html:1:1 the event handler onclick is not supported']],
    [
      '<video><p>x</p></video>a<input>',
      'a',
      ['a.html:1:1 <video> is not supported', 'a.html:1:25 <input> is not supported'],
    ],
    ['<foo>a</foo><foo>b</foo>', 'foo[a] foo[b]', ['a.html:1:1 <foo> is not a known element']],
    [
      '<tr><td>a</td></tr>',
      'a',
      [
        'a.html:1:1 <tr> stands outside of a table',
        'a.html:1:5 <td> stands outside of a table',
        'a.html:1:10 the end tag </td> has no start tag',
        'a.html:1:15 the end tag </tr> has no start tag',
      ],
    ],
    ['<b>a', 'b[a]', ['a.html:1:1 <b> is not closed']],
    ['a</b>', 'a', ['a.html:1:2 the end tag </b> has no start tag']],
    [
      '<table align="left"></table>',
      'table[]',
      ['a.html:1:1 the attribute align is not supported'],
    ],
  ])('%s warns', (html, expected, warnings) => {
    expect(body(html)).toBe(expected);
    expect(messages(html)).toEqual(warnings);
  });

  it('fails at 5,000 levels without a stack overflow', () => {
    const outcome = parse('<div>'.repeat(1_000_000));
    expect(outcome.ok).toBe(false);
    expect(!outcome.ok && outcome.failures).toMatchObject([
      { stage: 'markup', message: 'the markup is nested too deeply' },
    ]);
    expect(parse('<div>'.repeat(4990) + '</div>'.repeat(4990)).ok).toBe(true);
  });

  it('cuts short what it has to say', () => {
    expect(parse('<p onx=1>'.repeat(5000)).warnings).toHaveLength(1000);
  });

  it('reads any text at all, and loses no words of plain text', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      'p',
      'table',
      'td',
      'tr',
      ' a=',
      '"',
      "'",
      '&',
      '&amp;',
      '<!--',
      '-->',
      '<svg>',
      '</svg>',
      '<![CDATA[',
      ']]>',
      '<?x',
      '\n',
      '\u0000',
      '<li>',
      '<style>',
      '<body>',
      '</html>',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => parse(pieces.join('')).ok),
      { numRuns: 500 },
    );
    const plain = fc
      .string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '€') })
      .filter((text) => text.trim() !== '');
    fc.assert(fc.property(plain, (text) => body(`<pre>\n${text}</pre>`) === `pre[${text}]`));
  });

  it('reads a plain page as it reads the same page in capitals and apostrophes', () => {
    const name = fc.constantFrom('p', 'b', 'div', 'table', 'tr', 'td', 'br', 'svg', 'x-y');
    const attributes = fc.constantFrom(
      '',
      ' class="a"',
      ' id="b" class="a b"',
      ' id="1" id="2"',
      ' onclick="x"',
    );
    const tag = fc.tuple(name, attributes).map(([word, written]) => `<${word}${written}>`);
    const piece = fc.oneof(
      tag,
      name.map((word) => `</${word}>`),
      fc.constantFrom('text', ' ', '\n', 'a &amp; b', '<!-- c -->', '1 < 2', '</', '<p'),
    );
    const capitals = (page: string) =>
      page
        .replace(/<\/?[a-z-]+/g, (start) => (page.includes('<svg') ? start : start.toUpperCase()))
        .replaceAll('"', "'");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const page = `${pieces.join('')}<br>`;
        const read = (html: string) => ({ root: root(html), messages: messages(html) });
        expect(read(capitals(page))).toEqual(read(page));
      }),
      { numRuns: 500 },
    );
  });
});
