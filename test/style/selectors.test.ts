import { describe, expect, it } from 'vitest';
import { stylePage, warningsOf } from './style-of.ts';

const PAGE = `
<body id="b">
<section id="s" class="one two" lang="de-CH"><h1 id="h">H</h1><p id="p1">1</p><p id="p2" class="two">2</p><span id="e"></span><p id="p3" title="Hello World">3</p></section>
<div id="d"><ul id="u"><li id="l1">a</li><li id="l2">b</li><li id="l3">c</li><li id="l4">d</li><li id="l5">e</li></ul></div>
</body>`;

/** The ids of the elements that a selector matches, in document order. */
function matched(selector: string): string {
  const page = stylePage(`<style>${selector} { z-index: 7 }</style>${PAGE}`);
  expect(page.warnings).toEqual([]);
  return [...page.byId].flatMap(([id, node]) => (node.style.zIndex === 7 ? [id] : [])).join(' ');
}

describe('selectors', () => {
  it.each([
    ['p', 'p1 p2 p3'],
    ['P', 'p1 p2 p3'],
    ['.two', 's p2'],
    ['.one.two', 's'],
    ['p.two', 'p2'],
    ['#p1', 'p1'],
    ['#p1#p2', ''],
    ['section *', 'h p1 p2 e p3'],
    ['section > p', 'p1 p2 p3'],
    ['body > p', ''],
    ['h1 + p', 'p1'],
    ['h1 ~ p', 'p1 p2 p3'],
    ['span + p', 'p3'],
    ['.two ~ p', 'p3'],
    ['#p1 ~ p ~ p', 'p3'],
    ['div li', 'l1 l2 l3 l4 l5'],
    ['body > div > ul > li:first-child', 'l1'],
    ['[title]', 'p3'],
    ['[title="Hello World"]', 'p3'],
    ['[title="hello world" i]', 'p3'],
    ['[title="hello world"]', ''],
    ['[title~=World]', 'p3'],
    ['[title^=Hel]', 'p3'],
    ['[title$=rld]', 'p3'],
    ['[title*="o W"]', 'p3'],
    ['[title*=""]', ''],
    ['[lang|=de]', 's'],
    [':lang(de)', 's h p1 p2 e p3'],
    ['p:lang(en, "DE-ch")', 'p1 p2 p3'],
    [':lang(d)', ''],
    ['[constructor]', ''],
    ['li:first-child', 'l1'],
    ['li:last-child', 'l5'],
    ['li:nth-child(2)', 'l2'],
    ['li:nth-child(odd)', 'l1 l3 l5'],
    ['li:nth-child(even)', 'l2 l4'],
    ['li:nth-child(2n+3)', 'l3 l5'],
    ['li:nth-child(-n+2)', 'l1 l2'],
    ['li:nth-child(3n-1)', 'l2 l5'],
    ['li:nth-last-child(2)', 'l4'],
    ['li:nth-last-child(-2n+3)', 'l3 l5'],
    ['p:nth-of-type(2)', 'p2'],
    ['p:first-of-type', 'p1'],
    ['section > :last-of-type', 'h e p3'],
    ['p:nth-last-of-type(3)', 'p1'],
    ['section > :only-of-type', 'h e'],
    ['ul:only-child', 'u'],
    [':root > body', 'b'],
    ['section > :empty', 'e'],
    ['section > :not(p)', 'h e'],
    ['section > :not(.two):not(h1)', 'p1 e p3'],
    ['section > :not(p, span)', 'h'],
    [':is(section, div) > :is(h1, ul)', 'h u'],
    ['li:not(:first-child):not(:last-child)', 'l2 l3 l4'],
    [':where(ul) > li:nth-child(1)', 'l1'],
    ['li:is(:nth-child(1), ul > :nth-child(2))', 'l1 l2'],
    ['section > p.two + span ~ p', 'p3'],
    ['div > ul li + li + li', 'l3 l4 l5'],
    ['section div li', ''],
    ['div > li', ''],
    ['p1, #p2, p:first-child, #l1', 'p2 l1'],
    ['p::before, #l1::after', ''],
  ])('%s matches %s', (selector, ids) => {
    expect(matched(selector)).toBe(ids);
  });

  it.each([
    [':hover', ':hover'],
    ['p::first-line', '::first-line'],
    ['li:nth-child(2 of .x)', '2 of.x'],
    ['a:visited', ':visited'],
    ['& p', '&'],
  ])('%s is refused by name with its rule', (selector, refused) => {
    const warnings = warningsOf(`${selector} { color: red }`);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toContain(refused);
    expect(warnings[0]?.place).toBe('page.html:1:8');
  });

  it('in a list with a bad one are bad as well', () => {
    const page = stylePage('<style>p, :hover { z-index: 7 }</style><p id="x">');
    expect(page.byId.get('x')?.style.zIndex).toBe('auto');
  });
});

describe('specificity', () => {
  it.each([
    ['#x', 'div.a.b.c.d.e.f.g.h.i.j.k', 1],
    ['.a', 'html body div', 1],
    ['div.a', '.a', 1],
    ['.a', 'div.a', 2],
    ['div', 'div', 2],
    [':where(#x) div', 'div', 2],
    [':is(#x, p)', '.a.b', 1],
    [':not(#y)', '.a.b', 1],
    [':not(.z)', '.a.b', 2],
    ['[id]', 'div', 1],
    [':first-child', '.a', 2],
  ])('%s against %s: the %d. wins', (first, second, winner) => {
    const css = `${first} { order: 1 } ${second} { order: 2 }`;
    const html = `<style>${css}</style><div id="x" class="a b c d e f g h i j k"></div>`;
    expect(stylePage(html).byId.get('x')?.style.order).toBe(winner);
  });
});
