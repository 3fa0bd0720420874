import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { describe, expect, it } from 'vitest';
import type { InlineFlowBox } from '../../../src/box/box.ts';
import { textBreaks } from '../../../src/layout/inline/break-opportunities.ts';
import type { Style } from '../../../src/style/style.ts';
import { visualOrder } from '../../../src/font/visual-order.ts';
import { emBook } from '../em-font.ts';
import { fakeContext, flow, linesOf, px, source, span, styled, tag, textsOf } from './flow.ts';
import { widthsOf, wordsOf } from './flow.ts';
import type { Changes } from './flow.ts';

/** Text with what white space processing and line breaking tell apart. */
const ALPHABET = 'abc 1,. -/(\n\té請א\u0301';
const wordsOfLetters = (letters: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((chars) => chars.join(''));
const words = wordsOfLetters(ALPHABET);
const styles: fc.Arbitrary<Changes> = fc.record({
  whiteSpace: fc.constantFrom('normal', 'pre', 'pre-wrap', 'pre-line', 'nowrap'),
  overflowWrap: fc.constantFrom('normal', 'break-word', 'anywhere'),
  wordBreak: fc.constantFrom('normal', 'break-all', 'keep-all'),
  textAlign: fc.constantFrom('start', 'right', 'center', 'justify'),
});
const contents = fc.array(fc.tuple(words, fc.option(styles)), { maxLength: 4 });

type Pieces = readonly (readonly [text: string, style: Changes | null])[];

/** A flow of texts, and of spans where a text has a style of its own. */
function flowOf(style: Changes, pieces: Pieces): InlineFlowBox {
  return flow(style, ...pieces.map(([text, own]) => (own ? span(own, text) : text)));
}

/** The characters of content that are no white space, in order. */
function inked(pieces: Pieces): string {
  return pieces
    .map(([text]) => text)
    .join('')
    .replace(/\s/g, '');
}

function widthOf(line: ReturnType<typeof linesOf>[number]): number {
  const [first] = textsOf(line);
  const left = first?.x ?? 0;
  return textsOf(line).reduce((right, { x, mark }) => Math.max(right, x + mark.width), left) - left;
}

describe('laws of inline layout', () => {
  it('every character that is no white space comes out once, in order', () => {
    fc.assert(
      fc.property(contents, styles, fc.integer({ min: 0, max: 300 }), (content, style, width) => {
        fc.pre(!inked(content).includes('א'));
        const lines = linesOf(flowOf(style, content), width);
        expect(wordsOf(lines).join('').replace(/[\s|]/g, '')).toBe(inked(content));
      }),
    );
  });

  it('characters of any direction come out once', () => {
    fc.assert(
      fc.property(contents, styles, fc.integer({ min: 0, max: 300 }), (content, style, width) => {
        const found = wordsOf(linesOf(flowOf(style, content), width))
          .join('')
          .replace(/[\s|]/g, '');
        expect([...found].sort()).toEqual([...inked(content)].sort());
      }),
    );
  });

  it('no line is wider than the room unless it cannot be broken', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 200 }), (text, width) => {
        fc.pre(!text.includes('א'));
        for (const line of linesOf(flow({}, text), width)) {
          const [only = ''] = wordsOf([line]);
          if (widthOf(line) > width) expect(widthsOf(flow({}, only)).min).toBe(widthOf(line));
        }
      }),
    );
  });

  it('a room of the max-content width takes every line unbroken, one of the min-content width holds every line', () => {
    fc.assert(
      fc.property(contents, styles, (content, style) => {
        const box = flowOf(style, content);
        const { min, max } = widthsOf(box);
        const forced = linesOf(box, 1e9).length;
        expect(linesOf(box, max)).toHaveLength(forced);
        for (const line of linesOf(box, min)) expect(widthOf(line)).toBeLessThanOrEqual(min + 0.02);
      }),
    );
  });

  it('text alone is set as text in a span', () => {
    const changes = fc.record({
      whiteSpace: fc.constantFrom('normal', 'nowrap'),
      textAlign: fc.constantFrom('start', 'right', 'justify'),
      letterSpacing: fc.constantFrom(0, 1),
      wordSpacing: fc.constantFrom(0, 3),
      overflowWrap: fc.constantFrom('normal', 'anywhere'),
    } as const);
    const context = fakeContext();
    const padded = wordsOfLetters(`${ALPHABET}\u2007\u2009\u202f\u2212`);
    fc.assert(
      fc.property(padded, changes, fc.integer({ min: 0, max: 400 }), (text, style, width) => {
        const [short, long] = [flow(style, text), flow(style, span(style, text))];
        expect(widthsOf(short)).toEqual(widthsOf(long));
        expect(linesOf(short, width, context)).toEqual(linesOf(long, width, context));
      }),
      { numRuns: 500 },
    );
  });

  it('a running total alone is set as a running total in a span', () => {
    const changes: fc.Arbitrary<Changes> = fc.record({
      textAlign: fc.constantFrom('start', 'end', 'center', 'justify'),
      textIndent: fc.constantFrom(px(0), px(15), px(500), { px: 0, percent: 10 }),
      direction: fc.constantFrom('ltr', 'rtl'),
      lineHeight: fc.constantFrom<Style['lineHeight'][]>('normal', { px: 31 }, { factor: 2 }),
      fontSize: fc.constantFrom(10, 20),
      unicodeBidi: fc.constantFrom('normal', 'bidi-override', 'plaintext'),
    });
    const own: fc.Arbitrary<Changes> = fc.record({
      visibility: fc.constantFrom('visible', 'hidden'),
      fontSize: fc.constantFrom(10, 14),
      letterSpacing: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(changes, own, fc.integer({ min: 0, max: 400 }), (style, ofTotal, width) => {
        const context = fakeContext();
        const all = { ...style, ...ofTotal };
        const total = {
          kind: 'running-total',
          of: 'net',
          style: styled(all),
          tag,
          source,
        } as const;
        const [short, long] = [flow(style, total), flow(style, span(style, total))];
        expect(linesOf(short, width, context)).toEqual(linesOf(long, width, context));
      }),
      { numRuns: 500 },
    );
  });

  it('a paragraph has the lines that it has without its widths being asked for before', () => {
    const changes: fc.Arbitrary<Changes> = fc.record({
      marginLeft: fc.constantFrom(px(0), px(7), { px: 0, percent: 10 }),
      paddingRight: fc.constantFrom(px(0), px(7), { px: 0, percent: 10 }),
      position: fc.constantFrom('static', 'relative'),
      left: fc.constantFrom<Style['left'][]>('auto', { px: 0, percent: 10 }),
    });
    const book = emBook();
    const pieces = fc.array(fc.tuple(words, fc.option(changes)), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 400 }), (content, width) => {
        const box = flowOf({}, content);
        const asked = fakeContext(book);
        const { min, max } = widthsOf(box, asked);
        expect(widthsOf(box, asked)).toEqual({ min, max });
        expect(linesOf(box, width, asked)).toEqual(linesOf(box, width, fakeContext(book)));
      }),
      { numRuns: 300 },
    );
  });

  it('a text has the lines of its room, whatever rooms it had before', () => {
    const fonts = emBook();
    const rooms = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 4 });
    const indents = fc.constantFrom(px(0), px(15), { px: 0, percent: 10 });
    fc.assert(
      fc.property(wordsOfLetters('abc 1.-'), rooms, indents, (text, widths, textIndent) => {
        const box = flow({ language: 'en', textIndent }, text);
        const context = fakeContext(fonts);
        for (const width of [...widths, ...widths]) {
          const anew = flow({ language: 'en', textIndent }, text);
          expect(linesOf(box, width, context)).toEqual(linesOf(anew, width, fakeContext(fonts)));
        }
      }),
    );
  });

  it('lines part after blanks, and between other characters as UAX 14 says, but for pairs of ASCII', () => {
    fc.assert(
      fc.property(words, (text) => {
        const flags = textBreaks(text);
        const known = new Set<number>();
        const breaker = new LineBreaker(text);
        for (let one = breaker.nextBreak(); one; one = breaker.nextBreak()) known.add(one.position);
        for (let at = 1; at < text.length; at++) {
          const pair = text.slice(at - 1, at + 1);
          if (/\s$/.test(pair)) expect(flags[at]).toBe(0);
          else if (/^\s/.test(pair)) expect(flags[at]).toBe(1);
          else if (/[^\0-\x7f]/.test(pair)) expect(flags[at]).toBe(known.has(at) ? 1 : 0);
        }
      }),
    );
  });

  it('reordering is a permutation, and turns a line of one odd level round', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 })), (levels) => {
        const order = visualOrder(levels);
        expect([...order].sort((a, b) => a - b)).toEqual(levels.map((_, index) => index));
      }),
    );
    expect(visualOrder([1, 1, 1])).toEqual([2, 1, 0]);
    expect(visualOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
  });

  it('takes time linear in the length of a word', () => {
    const word = 'x'.repeat(300_000);
    const lines = linesOf(flow({ overflowWrap: 'anywhere' }, word), 300);
    expect(lines).toHaveLength(10_000);
    expect(linesOf(flow({}, word), 300)).toHaveLength(1);
  });
});
