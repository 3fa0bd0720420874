import { describe, expect, it } from 'vitest';
import { markerText } from '../../src/box/list-marker.ts';
import { boxesOf } from './boxes-of.ts';

const markers = (html: string): readonly string[] =>
  [...boxesOf(html).matchAll(/marker="(.*)"/g)].map(([, text = '']) => text);

describe('list markers', () => {
  it.each([
    ['disc', 1, '• '],
    ['circle', 1, '◦ '],
    ['square', 1, '▪ '],
    ['none', 1, null],
    ['"– ', 1, '– '],
    ['decimal', -3, '-3. '],
    ['decimal-leading-zero', 7, '07. '],
    ['lower-alpha', 26, 'z. '],
    ['lower-alpha', 27, 'aa. '],
    ['upper-latin', 703, 'AAA. '],
    ['lower-alpha', 0, '0. '],
    ['lower-greek', 3, 'γ. '],
    ['lower-roman', 1994, 'mcmxciv. '],
    ['upper-roman', 4, 'IV. '],
    ['upper-roman', 4000, '4000. '],
  ])('%s %d is %j', (type, number, expected) => {
    expect(markerText(type, number)).toBe(expected);
  });

  it.each([
    ['<ol><li>a<li>b<li>c</ol>', ['1. ', '2. ', '3. ']],
    ['<ol start="5"><li>a<li value="9">b<li>c</ol>', ['5. ', '9. ', '10. ']],
    ['<ol reversed><li>a<li>b</ol>', ['2. ', '1. ']],
    ['<ol type="i"><li>a<li>b</ol>', ['i. ', 'ii. ']],
    ['<ol><li>a<ol><li>b<li>c</ol><li>d</ol>', ['1. ', '1. ', '2. ', '2. ']],
    ['<ol><div><li>a</div><li>b</ol>', ['1. ', '2. ']],
    ['<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>', ['• ', '◦ ', '▪ ']],
    ['<div style="display: list-item; list-style: decimal">a</div>', ['1. ']],
  ])('%s', (html, expected) => {
    expect(markers(html)).toEqual(expected);
  });
});
