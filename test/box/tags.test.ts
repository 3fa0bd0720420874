import { describe, expect, it } from 'vitest';
import type { Box, BoxTree, Inline } from '../../src/box/box.ts';
import type { Tag } from '../../src/box/tag.ts';
import { treeOf, warningsOf } from './boxes-of.ts';

/** Every tag that content hangs in, with those around it, in document order. */
function tagsOf(tree: BoxTree): readonly Tag[] {
  const tags = new Set<Tag>();
  const add = (tag: Tag | null): void => {
    for (let above = tag; above; above = above.parent) tags.add(above);
  };
  const visitInline = (inline: Inline): void => {
    if (inline.kind === 'atom' || inline.kind === 'anchor') visit(inline.box);
    else add(inline.tag);
    if (inline.kind === 'span') inline.children.forEach(visitInline);
  };
  const visit = (box: Box): void => {
    add(box.tag);
    if (box.kind === 'block') add(box.marker?.tag ?? null);
    if (box.kind === 'inline-flow') box.content.forEach(visitInline);
    if (box.kind === 'table') {
      if (box.caption) visit(box.caption);
      for (const group of box.groups)
        for (const row of group.rows)
          for (const cell of row.cells) {
            add(cell.tag);
            if (cell.text === null) cell.children.forEach(visit);
          }
    }
    if ('children' in box) box.children.forEach(visit);
  };
  visit(tree.root);
  return [...tags].sort((a, b) => a.order - b.order);
}

/** The tags as nested brackets. */
function structure(html: string): string {
  const tags = tagsOf(treeOf(html));
  const print = (tag: Tag): string => {
    const inner = tags.filter((other) => other.parent === tag).map(print);
    return inner.length > 0 ? `${tag.role}(${inner.join(' ')})` : tag.role;
  };
  return tags
    .filter((tag) => tag.parent?.role === 'Document')
    .map(print)
    .join(' ');
}

const only = (html: string, role: string): Tag => {
  const found = tagsOf(treeOf(html)).find((tag) => tag.role === role);
  if (!found) throw new Error(`there is no ${role}`);
  return found;
};

describe('tags', () => {
  it.each([
    ['<h1>a</h1><p>b <b>c</b></p>', 'H1 P'],
    ['<section><h2>a</h2><article>b</article></section>', 'Sect(H2 Sect)'],
    ['<header>a</header><main>b</main><div>c</div>', 'Div Div Div'],
    ['<ul><li>a<li>b</ul>', 'L(LI(Lbl LBody) LI(Lbl LBody))'],
    ['<ol style="list-style: none"><li>a</ol>', 'L(LI(LBody))'],
    ['<table><thead><tr><th>a<tbody><tr><td>b</table>', 'Table(THead(TR(TH)) TBody(TR(TD)))'],
    [
      '<p><a href="https://x.y">a</a> <span lang="fr">b</span> <code>c</code></p>',
      'P(Link Span Code)',
    ],
    ['<a href="https://x.y"><div>a</div></a>', 'Link(Div)'],
    ['<blockquote><p>a</blockquote>', 'BlockQuote(P)'],
    ['<p>a</p><div aria-hidden="true"><p>b</p></div>', 'P Artifact'],
    ['<img alt="">a', 'Artifact'],
    ['<table role="presentation"><tr><td>a<td><p>b</table>', 'P'],
    ['<div><li>a</div>', 'Div(P)'],
  ])('of %s are %s', (html, expected) => {
    expect(
      structure(
        html.replace(
          '<img alt="">',
          '<img alt="" src="data:image/svg+xml,<svg width=1 height=1/>">',
        ),
      ),
    ).toBe(expected);
  });

  it('have unique orders that grow in document order', () => {
    const html = '<table><tfoot><tr><td>1<tbody><tr><td>2</table><ul><li>3<ul><li>4</ul></ul><p>5';
    const orders = tagsOf(treeOf(html)).map((tag) => tag.order);
    expect(new Set(orders).size).toBe(orders.length);
    const foot = only(html, 'TFoot').order;
    expect(foot).toBeLessThan(only(html, 'TBody').order);
    for (const tag of tagsOf(treeOf(html))) expect(tag.parent?.order ?? -1).toBeLessThan(tag.order);
  });

  it('tell the language where it changes', () => {
    const html = '<html lang="en"><p lang="de">a <i lang="de">b</i> <i lang="fr">c</i></p>';
    expect(only(html, 'P').properties?.language).toBe('de');
    expect(only(html, 'Span').properties?.language).toBe('fr');
    expect(tagsOf(treeOf(html))).toHaveLength(3);
  });

  it('tell the words of figures and the targets of links', () => {
    const svg = '<svg width="1" height="1"><title>Logo</title></svg>';
    expect(only(svg, 'Figure').properties?.alternative).toBe('Logo');
    expect(only('<a href=" mailto:a@b.c ">x</a>', 'Link').properties?.link).toBe('mailto:a@b.c');
    expect(warningsOf('<img src="data:,x"><a href="javascript:x">y</a>')).toEqual([
      'page.html:1:1 <img> has no text for those who cannot see it',
      'page.html:1:1 the picture is of no kind that a page can hold',
      'page.html:1:20 the link to javascript:x is not supported',
    ]);
  });

  it('of cells tell spans, scope and headers', () => {
    const html =
      '<table><thead><tr><th id="a">A<th>B<tbody><tr><th>x<td headers="a none" colspan="2">y<tr><td><th>z<th scope="row">w</table>';
    const cells = tagsOf(treeOf(html)).filter(({ role }) => role === 'TH' || role === 'TD');
    expect(cells.map((tag) => tag.properties?.cell?.scope ?? null)).toEqual([
      'Column',
      'Column',
      'Row',
      null,
      null,
      'Column',
      'Row',
    ]);
    expect(cells[3]?.properties?.cell).toEqual({
      scope: null,
      columnSpan: 2,
      rowSpan: 1,
      headers: [cells[0]?.order],
    });
  });
});
