import { describe, expect, it } from 'vitest';
import { boxesOf, warningsOf } from './boxes-of.ts';
import { worldOf } from '../style/style-of.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0H30"/></svg>';
const world = worldOf({ 'logo.svg': svg, 'a b.svg': svg });

describe('pictures', () => {
  it.each([
    ['a file', '<img src="logo.svg" alt="L">'],
    ['a file with an escaped name', '<img src="a%20b.svg" alt="L">'],
    ['data in percent', `<img src="data:image/svg+xml,${encodeURIComponent(svg)}" alt="L">`],
    [
      'data in base 64',
      `<img src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}" alt="L">`,
    ],
    ['markup', svg.replace('<path', '<title>L</title><path')],
  ])('from %s', (_, html) => {
    expect(boxesOf(`<p>${html}</p>`, world)).toBe(
      'block P\n  inline-flow P\n    atom\n      picture Figure 30x20',
    );
    expect(warningsOf(`<p>${html}</p>`, world)).toEqual([]);
  });

  it('are blocks where display says so', () => {
    expect(boxesOf('<img src="logo.svg" alt="L" style="display: block">', world)).toBe(
      'picture Figure 30x20',
    );
  });

  it.each([
    ['missing.png', 'there is no picture missing.png'],
    ['https://example.com/x.png', 'there is no picture https://example.com/x.png'],
    ['file:///etc/passwd', 'there is no picture file:///etc/passwd'],
    ['', 'there is no picture without src'],
    ['data:image/png;base64,AAAA', 'the picture is of no kind that a page can hold'],
  ])('%s is replaced by its words', (src, message) => {
    const html = `<p><img src="${src}" alt="Words"></p>`;
    expect(boxesOf(html, world)).toBe(
      'block P\n  inline-flow P\n    span Figure\n      "Words" Figure',
    );
    expect(warningsOf(html, world)).toEqual([`page.html:1:4 ${message}`]);
  });
});
