import type { Element } from '../markup/element.ts';

const SIZED: ReadonlySet<string> = new Set([
  'img',
  'svg',
  'col',
  'colgroup',
  'td',
  'th',
  'table',
  'hr',
]);

const OL_TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Attributes that say something of the element's style, so that two elements that differ in them are styled apart. */
export const STYLED_ATTRIBUTES: ReadonlySet<string> = new Set([
  'class',
  'style',
  'dir',
  'lang',
  'hidden',
  'width',
  'height',
  'type',
]);

/** Presentational attributes as declarations (HTML, section 15.2): they count before the author's rules. */
export function presentationalHints(element: Element): string {
  const { attributes, name } = element;
  const hints: string[] = [];
  if (SIZED.has(name))
    hints.push(sizeHint('width', attributes['width']), sizeHint('height', attributes['height']));
  if (Object.hasOwn(attributes, 'hidden')) hints.push('display: none;');
  hints.push(directionHint(name, attributes['dir']?.toLowerCase()));
  const type = name === 'ol' || name === 'li' ? OL_TYPES[attributes['type'] ?? ''] : undefined;
  if (type !== undefined) hints.push(`list-style-type: ${type};`);
  return hints.join('');
}

/** HTML, section 2.3.4.4: a number, perhaps with a percent sign; a number alone is px. */
function sizeHint(property: string, text: string | undefined): string {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)(%?)/.exec(text ?? '');
  return match ? `${property}: ${match[1]}${match[2] === '%' ? '%' : 'px'};` : '';
}

function directionHint(name: string, value: string | undefined): string {
  if (value === 'auto') return 'unicode-bidi: plaintext;';
  if (value !== 'ltr' && value !== 'rtl') return '';
  return `direction: ${value}; unicode-bidi: ${name === 'bdo' ? 'isolate-override' : 'isolate'};`;
}
