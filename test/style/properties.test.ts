import { describe, expect, it } from 'vitest';
import { INITIAL_STYLE } from '../../src/style/initial-style.ts';
import { LONGHANDS } from '../../src/style/properties.ts';
import { readText } from '../../src/style/read-declaration.ts';
import { declared, warningsOf } from './style-of.ts';

const px = (value: number): { px: number; percent: number } => ({ px: value, percent: 0 });
const percent = (value: number): { px: number; percent: number } => ({ px: 0, percent: value });
const red = { red: 255, green: 0, blue: 0, alpha: 1 };

/** Property, a good value, what it computes to, and a bad value. The font size is 16px. */
const CASES: readonly (readonly [string, string, unknown, string])[] = [
  ['display', 'inline-flex', 'inline-flex', 'run-in'],
  ['position', 'absolute', 'absolute', 'sticky'],
  ['top', '10%', percent(10), '10'],
  ['right', 'auto', 'auto', 'none'],
  ['bottom', '-1em', px(-16), 'thin'],
  ['left', '1in', px(96), '1px 2px'],
  ['z-index', '-3', -3, '1.5'],
  ['visibility', 'HIDDEN', 'hidden', 'none'],
  ['overflow', 'hidden', 'hidden', 'scroll'],
  ['opacity', '50%', 0.5, 'half'],
  [
    'transform',
    'rotate(-.25turn) scale(2)',
    [
      { kind: 'rotate', angle: -90 },
      { kind: 'scale', x: 2, y: 2 },
    ],
    'skew(1deg)',
  ],
  ['transform-origin', 'bottom left', { x: percent(0), y: percent(100) }, 'left left'],
  ['box-sizing', 'border-box', 'border-box', 'padding-box'],
  ['width', '12.5%', percent(12.5), '-1px'],
  ['height', 'fit-content', 'fit-content', 'none'],
  ['min-width', 'min-content', 'min-content', 'none'],
  ['min-height', '3pc', px(48), 'fit-content'],
  ['max-width', 'none', 'none', 'auto'],
  ['max-height', '2rem', px(32), '-2px'],
  ['margin-top', 'auto', 'auto', 'none'],
  ['margin-right', '-5px', px(-5), '5'],
  ['margin-bottom', '0', px(0), 'a'],
  ['margin-left', '25.4mm', px(96), '2vw'],
  ['padding-top', '1cm', px(96 / 2.54), '-1cm'],
  ['padding-right', '5%', percent(5), 'auto'],
  ['padding-bottom', '40Q', px((40 * 96) / 101.6), '1fr'],
  ['padding-left', '72pt', px(96), '#fff'],
  ['background-color', 'red', red, 'url(x.png)'],
  ['flex-direction', 'column', 'column', 'vertical'],
  ['flex-wrap', 'wrap', 'wrap', 'yes'],
  ['flex-grow', '1.5', 1.5, '-1'],
  ['flex-shrink', '0', 0, '1px'],
  ['flex-basis', 'content', 'content', 'none'],
  ['order', '-1', -1, '0.5'],
  ['justify-content', 'space-between', 'space-between', 'baseline'],
  ['justify-items', 'legacy', 'normal', 'space-around'],
  ['justify-self', 'center', 'center', 'middle'],
  ['align-content', 'stretch', 'stretch', 'top'],
  ['align-items', 'baseline', 'baseline', 'auto'],
  ['align-self', 'auto', 'auto', 'space-evenly'],
  ['row-gap', 'normal', px(0), '-1px'],
  ['column-gap', '1%', percent(1), 'auto'],
  [
    'grid-template-columns',
    'repeat(2, 1fr) minmax(10px, auto)',
    [
      { kind: 'size', size: { fr: 1 } },
      { kind: 'size', size: { fr: 1 } },
      { kind: 'minmax', min: px(10), max: 'auto' },
    ],
    'repeat(auto-fill, 1px)',
  ],
  [
    'grid-template-rows',
    'fit-content(20%)',
    [{ kind: 'fit-content', limit: percent(20) }],
    'minmax(1fr, 2fr)',
  ],
  [
    'grid-template-areas',
    '"a b" "c ."',
    [
      ['a', 'b'],
      ['c', '.'],
    ],
    '"a b" "c"',
  ],
  ['grid-auto-columns', '1fr', [{ kind: 'size', size: { fr: 1 } }], 'none'],
  ['grid-auto-rows', 'min-content', [{ kind: 'size', size: 'min-content' }], '-1px'],
  ['grid-auto-flow', 'dense column', 'column dense', 'row column'],
  ['grid-row-start', 'span 2', { kind: 'span', span: 2 }, 'span 0'],
  ['grid-row-end', '-1', { kind: 'line', line: -1 }, '0'],
  ['grid-column-start', 'sums', { kind: 'area', name: 'sums' }, '1.5'],
  ['grid-column-end', 'auto', 'auto', '1 2'],
  ['color', 'rgb(255 0 0)', red, 'reddish'],
  [
    'font-family',
    '"Noto Sans", Inter Display, serif',
    ['Noto Sans', 'Inter Display', 'serif'],
    '12',
  ],
  ['font-size', '150%', 24, '-1px'],
  ['font-weight', 'bolder', 700, '1001'],
  ['font-style', 'oblique', 'italic', 'slanted'],
  [
    'font-variant-numeric',
    'slashed-zero tabular-nums',
    ['tnum', 'zero'],
    'tabular-nums proportional-nums',
  ],
  ['font-kerning', 'none', 'none', 'yes'],
  ['line-height', '1.5', { factor: 1.5 }, '-1'],
  ['letter-spacing', '-0.5px', -0.5, '5'],
  ['word-spacing', 'normal', 0, 'wide'],
  ['text-align', 'justify', 'justify', 'middle'],
  ['text-indent', '-2em', px(-32), 'hanging'],
  ['text-transform', 'uppercase', 'uppercase', 'full-width'],
  ['text-decoration-line', 'line-through underline', ['underline', 'line-through'], 'blink'],
  ['text-decoration-style', 'dotted', 'dotted', 'wavy'],
  ['text-decoration-color', '#f00', red, '#ff'],
  ['text-decoration-thickness', 'from-font', 'auto', '-1px'],
  ['white-space', 'pre-line', 'pre-line', 'break-spaces'],
  ['overflow-wrap', 'anywhere', 'anywhere', 'always'],
  ['word-break', 'break-all', 'break-all', 'break-word'],
  ['hyphens', 'none', 'none', 'auto'],
  ['vertical-align', '-25%', percent(-25), 'center'],
  ['direction', 'rtl', 'rtl', 'auto'],
  ['unicode-bidi', 'plaintext', 'plaintext', 'both'],
  ['table-layout', 'fixed', 'fixed', 'none'],
  ['border-collapse', 'collapse', 'collapse', 'merge'],
  ['border-spacing', '1px 2px', { x: 1, y: 2 }, '1%'],
  ['caption-side', 'bottom', 'bottom', 'left'],
  ['empty-cells', 'hide', 'hide', 'none'],
  ['list-style-type', '"– "', '"– ', 'hebrew'],
  ['list-style-position', 'inside', 'inside', 'middle'],
  [
    'content',
    '"a" attr(B) counters(c, ".", upper-roman) close-quote',
    [
      { kind: 'string', text: 'a' },
      { kind: 'attribute', name: 'b' },
      { kind: 'counter', name: 'c', style: 'upper-roman', between: '.' },
      { kind: 'quote', opens: false, shows: true },
    ],
    'url(a.png)',
  ],
  [
    'counter-reset',
    'a b 3',
    [
      { name: 'a', value: 0 },
      { name: 'b', value: 3 },
    ],
    '3 a',
  ],
  ['counter-increment', 'a', [{ name: 'a', value: 1 }], 'a 1.5'],
  ['object-fit', 'contain', 'contain', 'crop'],
  ['break-before', 'always', 'page', 'column'],
  ['break-after', 'avoid-page', 'avoid', 'never'],
  ['break-inside', 'avoid', 'avoid', 'page'],
  ['orphans', '3', 3, '0'],
  ['widows', '1', 1, '1.5'],
  ['box-decoration-break', 'clone', 'clone', 'cut'],
  ...['top', 'right', 'bottom', 'left'].flatMap(
    (side): readonly (readonly [string, string, unknown, string])[] => [
      [`border-${side}-style`, 'dashed', 'dashed', 'wavy'],
      [`border-${side}-color`, 'currentcolor', { red: 0, green: 0, blue: 0, alpha: 1 }, 'none'],
    ],
  ),
  ...['top-left', 'top-right', 'bottom-right', 'bottom-left'].map(
    (corner): readonly [string, string, unknown, string] => [
      `border-${corner}-radius`,
      '4px 50%',
      { x: px(4), y: percent(50) },
      '-1px',
    ],
  ),
];

const camel = (name: string): string =>
  name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

describe('longhand properties', () => {
  it.each(CASES)('%s: %s', (name, good, expected) => {
    expect(warningsOf(`div { ${name}: ${good} }`)).toEqual([]);
    expect(declared(`${name}: ${good}`)).toHaveProperty([camel(name)], expected);
  });

  it.each(CASES)('%s refuses %4$s', (...row) => {
    const [name, , , bad] = row;
    expect(readText(name, bad)).toBeNull();
    const [warning] = warningsOf(`div {\n  ${name}: ${bad} }`);
    expect(warning).toMatchObject({
      stage: 'style',
      place: 'page.html:2:3',
      found: expect.any(String),
    });
    expect(warning?.message).toBe(`invalid value for ${name}`);
    expect(warning?.expected).not.toBe('');
  });

  it('are all in the table above, border widths apart', () => {
    const tested = new Set(CASES.map(([name]) => name));
    const missing = LONGHANDS.map(({ name }) => name).filter((name) => !tested.has(name));
    expect(missing.filter((name) => !/^border-.*-width$/.test(name))).toEqual([]);
  });

  it('take the CSS-wide keywords', () => {
    for (const { name } of LONGHANDS)
      for (const word of ['inherit', 'initial', 'unset']) expect(readText(name, word)).toBe(word);
  });

  it('are computed for every field of a style', () => {
    expect(Object.keys(declared('')).sort()).toEqual(Object.keys(INITIAL_STYLE).sort());
  });
});

describe('border widths', () => {
  it.each([
    ['solid thin', 1],
    ['solid medium', 3],
    ['solid thick', 5],
    ['solid 0.5px', 0.5],
    ['none 5px', 0],
    ['hidden 5px', 0],
  ])('border: %s is %d px', (css, expected) => {
    expect(declared(`border: ${css}`)).toMatchObject({
      borderTopWidth: expected,
      borderLeftWidth: expected,
    });
  });
});
