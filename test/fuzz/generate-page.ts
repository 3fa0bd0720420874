import { KNOWN_ELEMENTS, REFUSED_ELEMENTS } from '../../src/markup/html-elements.ts';
import { declarations, number } from './css-values.ts';
import { generateCss } from './generate-css.ts';
import { image, svg } from './pictures.ts';
import type { Random } from './random.ts';
import { words } from './words.ts';

const BLOCKS = 'div div div p section ul li h2 blockquote pre dl dd'.split(' ');
const INLINES = 'span b em a sup bdo bdi code mark del'.split(' ');
const ODD = [...KNOWN_ELEMENTS, ...REFUSED_ELEMENTS, 'blink', 'x-y', 'form', 'fieldset'];
const MARKS = ['<br>', '<hr>', '<wbr>', '<br/>', '<!-- x', '<!-->', '<![CDATA[x', '<?x'];
const DIRECTIONS = ['dir="rtl"', 'dir="auto"', 'lang="ar"', 'lang="ja"', 'lang="xx-!"', 'hidden'];
const SPANS = ['1', '2', '3', '4', '0', '-1', '1000', '65534', '99999999999', 'x', ''];

/** A page while it grows: choices, and how many nodes it may still have. */
interface Growth {
  readonly random: Random;
  left: number;
}

function attributes({ random }: Growth): string {
  const parts: string[] = [];
  if (random.percent(35)) parts.push(`style="${declarations(random, 3).replaceAll('"', "'")}"`);
  if (random.percent(25)) parts.push(`class="${random.pick(['a', 'b', 'a b'])}"`);
  if (random.percent(5)) parts.push(`id="${random.pick(['c', 'c', ''])}"`);
  if (random.percent(5)) parts.push(random.pick(DIRECTIONS));
  if (random.percent(2)) parts.push(random.pick(['onclick="x()"', '=', '"', 'a=b=c', 'align=x']));
  return parts.map((part) => ` ${part}`).join('');
}

function tag(growth: Growth, name: string, inside: string): string {
  const { random } = growth;
  const wrong = random.percent(6);
  const end = wrong ? random.pick(['', '', '</div>', '</', `</${name}`]) : `</${name}>`;
  return `<${name}${attributes(growth)}>${inside}${end}`;
}

/** One node; nothing where the page is large enough. */
function node(growth: Growth, depth: number): string {
  const { random } = growth;
  growth.left -= 1;
  if (growth.left < 0) return '';
  const kind = random.below(100);
  if (depth <= 0 || kind < 30) return words(random);
  if (kind < 55) return tag(growth, random.pick(BLOCKS), nodes(growth, depth - 1));
  if (kind < 72) return tag(growth, random.pick(INLINES), nodes(growth, depth - 1));
  if (kind < 84) return table(growth, depth - 1);
  if (kind < 87) return svg(random);
  if (kind < 90) return image(random);
  if (kind < 92) return random.pick(MARKS);
  return tag(growth, random.pick(ODD), nodes(growth, depth - 1));
}

function nodes(growth: Growth, depth: number): string {
  return growth.random.some(4, () => node(growth, depth)).join('');
}

function cell(growth: Growth, depth: number): string {
  const { random } = growth;
  growth.left -= 1;
  const spans = `colspan="${random.pick(SPANS)}" rowspan="${random.pick(SPANS)}"`;
  const amount = `data-total="t" data-amount="${number(random, 30)}"`;
  const extra = `${random.percent(20) ? spans : ''} ${random.percent(20) ? amount : ''}`;
  const content = random.percent(70) ? words(random, 4) : nodes(growth, depth);
  const name = random.pick(['td', 'td', 'th']);
  return `<${name} ${extra}${attributes(growth)}>${content}${random.percent(90) ? `</${name}>` : ''}`;
}

function row(growth: Growth, depth: number): string {
  const { random } = growth;
  if (growth.left < 0) return '';
  const cells = random.percent(95) ? random.some(5, () => cell(growth, depth)).join('') : '';
  return `<tr${attributes(growth)}>${cells}${random.percent(90) ? '</tr>' : ''}`;
}

const TOTAL = '<tr><td colspan="2">carried <running-total of="t"></running-total></td></tr>';

function section(growth: Growth, depth: number): string {
  const { random } = growth;
  const name = random.pick(['thead', 'tbody', 'tbody', 'tbody', 'tfoot']);
  const total = random.percent(40) && name !== 'tbody' ? TOTAL : '';
  const rows = random.some(random.percent(5) ? 60 : 4, () => row(growth, depth)).join('');
  return `<${name}${attributes(growth)}>${rows}${total}</${name}>`;
}

function table(growth: Growth, depth: number): string {
  const { random } = growth;
  const column = `<col span="${random.pick(SPANS)}" width="${number(random)}">`;
  const columns = `<colgroup span="${random.pick(SPANS)}">${column}</colgroup>`;
  const caption = random.percent(10) ? `<caption>${words(random, 3)}</caption>` : '';
  const sections = random.some(3, () => section(growth, Math.min(depth, 2))).join('');
  return tag(growth, 'table', caption + (random.percent(20) ? columns : '') + sections);
}

const NESTS = [
  ['<div style="padding:1px">', '</div>'],
  ['<span>', '</span>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<div style="display:flex">', '</div>'],
  ['<div style="display:grid">', '</div>'],
  ['<div style="display:inline-block">', '</div>'],
  ['<div style="position:absolute">', '</div>'],
  ['<ul><li>', '</li></ul>'],
  ['<b>', ''],
  ['<svg><g>', ''],
] as const;

/** One element many times within itself. */
function deep(random: Random): string {
  const [open, close] = random.pick(NESTS);
  const times = random.pick([5, 20, 60, 120, 250, 500, 5000]);
  return open.repeat(times) + words(random, 3) + close.repeat(times);
}

/** A page out of the grammar. */
export function generatePage(random: Random): string {
  const growth = { random, left: random.pick([5, 10, 20, 40, 80]) };
  const body = random.percent(6) ? deep(random) : random.some(6, () => node(growth, 5)).join('');
  const style = random.percent(70) ? `<style>${generateCss(random)}</style>` : '';
  const head = `<title>${words(random, 3)}</title>${style}`;
  return random.percent(90)
    ? `<!doctype html><html lang="en"><head>${head}</head><body${attributes(growth)}>${body}</body></html>`
    : body + style;
}
