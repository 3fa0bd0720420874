import { anyValue, declarations, length } from './css-values.ts';
import type { Random } from './random.ts';

const SIMPLE = [
  'div',
  'p',
  'td',
  'tr',
  'table',
  'span',
  '*',
  'li',
  '.a',
  '.b',
  '#c',
  ':root',
  'body',
];
const PSEUDO = [
  ':first-child',
  ':last-child',
  ':nth-child(2n+1)',
  ':nth-child(-99999999999n + 5)',
  ':not(.a)',
  ':is(div, .b)',
  ':nth-last-of-type(odd)',
  ':empty',
  ':hover',
  '::before',
  '[class]',
  '[style*="px" i]',
  ':not(:not(:not(p)))',
];
const COMBINATORS = [' ', ' > ', ' + ', ' ~ ', ', ', ' || '];

function compound(random: Random): string {
  return random.pick(SIMPLE) + (random.percent(35) ? random.pick(PSEUDO) : '');
}

function selector(random: Random): string {
  return random.some(3, () => compound(random)).join(random.pick(COMBINATORS));
}

function rule(random: Random): string {
  const open = random.percent(97) ? ' { ' : ' ';
  return selector(random) + open + declarations(random) + (random.percent(97) ? ' }' : '');
}

const SIZES = ['A4', 'Letter landscape', 'A6', '300px 200px', '100px', '500px 400px'];
const ABSURD = ['0', '1px 1px', '1e9px', '-5px', '1e308mm 1px', 'banana', '4px 99999px', '50%'];
const MARGIN_BOXES = ['top-left', 'bottom-center', 'bottom-right-corner', 'left-middle', 'nosuch'];
const CONTENT = [
  'counter(page) " / " counter(pages)',
  '"\\A \\202e text"',
  'counter(nosuch)',
  'none',
  'string(x)',
];

function page(random: Random): string {
  const size = random.pick(random.percent(20) ? ABSURD : SIZES);
  const margin = random.percent(80) ? random.pick(['0', '10px', '1cm 5mm']) : length(random);
  const box = `@${random.pick(MARGIN_BOXES)} { content: ${random.pick(CONTENT)}; ${declarations(random, 2)} }`;
  const extra = random.percent(40) ? box : '';
  return `@page ${random.pick(['', '', ':first', ':left'])} { size: ${size}; margin: ${margin}; ${extra} }`;
}

const AT_RULES = [
  '@media print { p { color: red } }',
  '@media screen { * { display: none } }',
  '@media (min-width: 1px) { p { margin: 0 } }',
  '@import "x.css";',
  '@font-face { font-family: X; src: url(x.ttf) }',
  '@font-face { font-family: X; src: url(data:font/ttf;base64,AAEAAAAA) }',
  '@supports (display: grid) { p { color: red } }',
  '@charset "utf-8";',
  '@',
  '@media {{{{',
  '<!-- -->',
  '/* never ends',
];

/** A style sheet: rules, pages and rubbish. */
export function generateCss(random: Random): string {
  const parts = random.some(8, () => {
    const kind = random.below(100);
    if (kind < 70) return rule(random);
    if (kind < 88) return page(random);
    if (kind < 97) return random.pick(AT_RULES);
    return random.some(4, () => anyValue(random)).join('{');
  });
  return parts.join('\n');
}
