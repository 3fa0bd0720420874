import { LONGHANDS } from '../../src/style/properties.ts';
import { SHORTHANDS } from '../../src/style/shorthands.ts';
import { UNSUPPORTED_PROPERTIES } from '../../src/style/unsupported.ts';
import type { Random } from './random.ts';

const TAME = ['0', '1', '2', '3', '7', '10', '12.5', '20', '50', '100', '-1', '-10', '0.5', '300'];
const WILD = [
  '1e3',
  '99999',
  '-99999',
  '1e9',
  '-1e9',
  '1e21',
  '1e38',
  '1e308',
  '-1e308',
  '1e400',
  '0.0000001',
  '1e-320',
  '-0',
  'NaN',
  'infinity',
  '00000000000000000001',
  '2147483648',
  '9007199254740993',
];
const UNITS = ['px', 'px', 'px', 'pt', 'em', 'rem', '%', '%', 'mm', 'cm', 'in', 'fr', 'deg', ''];
const STRANGE_UNITS = ['vw', 'q', 'pc', 'turn', 'PX', 'ex', 'lh', 'dpi', 'rad', 's'];
const COLORS = [
  'red',
  '#123',
  '#12345678',
  'transparent',
  'currentcolor',
  'rgb(1e9, -5, 50%)',
  'rgb(0 0 0 / 0.5)',
  'hsl(1e308deg 1000% -5%)',
  'color-mix(in srgb, red 0%, blue)',
  '#12',
  'rgb(',
];
const RUBBISH = [
  '"\\',
  '!important',
  '()',
  '))',
  '/**/',
  ',',
  '/',
  'url(x',
  'url(data:,)',
  '"a b" "c"',
  'inherit',
  'initial',
  'unset',
  'revert',
  '\\31 px',
  'var(--a',
  'attr(x)',
  'U+26',
  '@x',
  '<!--',
];

/** A number as text, wild in a few of a hundred cases. */
export function number(random: Random, wildness = 8): string {
  return random.pick(random.percent(wildness) ? WILD : TAME);
}

/** A length, percentage, angle or flexible length, sometimes of a strange unit or none. */
export function length(random: Random): string {
  return number(random) + random.pick(random.percent(4) ? STRANGE_UNITS : UNITS);
}

function calculated(random: Random, depth: number): string {
  if (depth <= 0 || random.percent(50)) return length(random);
  const operator = random.pick([' + ', ' - ', ' * ', ' / ', '+']);
  const inside = calculated(random, depth - 1) + operator + calculated(random, depth - 1);
  return `${random.pick(['calc', 'calc', 'min', 'max', 'clamp', ''])}(${inside})`;
}

/** A part of a value, of whatever kind. */
export function anyValue(random: Random): string {
  const kind = random.below(100);
  if (kind < 45) return length(random);
  if (kind < 55) return calculated(random, 3);
  if (kind < 65) return random.pick(COLORS);
  if (kind < 75)
    return `var(--${random.pick(['a', 'b', 'c', 'd'])}${random.pick(['', ', 1px', ','])})`;
  if (kind < 90) return random.pick(KEYWORDS);
  return random.pick(RUBBISH);
}

/** The words of a grammar, without the names of its types. */
function keywordsOf(syntax: string): readonly string[] {
  return syntax.replace(/<[^>]*>/g, '').match(/[a-z][a-zA-Z-]*(?:\(\))?/g) ?? [];
}

/** A property with the words that its values are made of. */
export interface KnownProperty {
  readonly name: string;
  readonly keywords: readonly string[];
}

/** Every property of the registry. */
export const PROPERTIES: readonly KnownProperty[] = [...LONGHANDS, ...SHORTHANDS].map(
  (property) => ({
    name: property.name,
    keywords: keywordsOf('grammar' in property ? property.grammar.syntax : property.syntax),
  }),
);

const KEYWORDS = [...new Set(PROPERTIES.flatMap(({ keywords }) => keywords))];

const CYCLES = [
  '--a: var(--b)',
  '--b: var(--c)',
  '--c: var(--a)',
  '--a: 10px',
  '--b: calc(var(--a) * 2)',
  '--d: var(--d)',
  '--c: var(--a) var(--a) var(--a) var(--a) var(--a) var(--a) var(--a) var(--a)',
  '--b: var(--c) var(--c) var(--c) var(--c) var(--c) var(--c) var(--c) var(--c)',
  '--a: {;}',
  '--a:',
];

/** The properties that change a layout most, with words that are sure to be understood. */
const STRONG = [
  'display: flex',
  'display: inline-flex',
  'display: grid',
  'display: table',
  'display: table-cell',
  'display: table-row',
  'display: table-header-group',
  'display: inline-block',
  'display: contents',
  'display: list-item',
  'display: inline',
  'display: block',
  'position: absolute',
  'position: fixed',
  'position: relative',
  'position: absolute; top: 0; bottom: 0; left: 0; right: 0',
  'flex-wrap: wrap; gap: 5px',
  'flex-direction: column',
  'grid-template-columns: repeat(3, minmax(0, 1fr)) auto fit-content(20%)',
  'grid-template-columns: repeat(999, 1px)',
  'grid-template-areas: "a a b" "c a b"',
  'grid-area: a',
  'grid-row: span 1000 / -9999',
  'grid-column: 30000',
  'break-before: page',
  'content: "a" counter(a) attr(class) open-quote',
  'content: ""',
  'counter-reset: a 2 b',
  'counter-increment: a b',
  'break-inside: avoid',
  'break-after: avoid',
  'orphans: 9; widows: 9',
  'box-decoration-break: clone; padding: 20px; border: 9px double red',
  'border-collapse: collapse; border: 3px dotted',
  'table-layout: fixed; width: 100%',
  'overflow: hidden; height: 10px',
  'opacity: 0.3',
  'transform: rotate(30deg) scale(0) translate(1e9px)',
  'white-space: pre',
  'white-space: nowrap',
  'overflow-wrap: anywhere',
  'word-break: break-all; width: 1px',
  'text-align: justify',
  'direction: rtl',
  'unicode-bidi: bidi-override',
  'font-size: 0',
  'font-size: 999px',
  'line-height: 0',
  'letter-spacing: -5px',
  'height: 5000px',
  'width: 0; padding: 0 50%',
  'margin: -100px',
  'margin: auto',
];

/** One declaration. */
export function declaration(random: Random): string {
  const kind = random.below(100);
  if (kind < 35) return random.pick(STRONG);
  if (kind < 42) return random.pick(CYCLES);
  if (kind < 44)
    return `${random.pick([...UNSUPPORTED_PROPERTIES.keys(), 'nosuch', '', '-'])}: 1px`;
  const { name, keywords } = random.pick(PROPERTIES);
  const known = keywords.length > 0 && random.percent(50);
  const values = random.some(random.percent(70) ? 1 : 5, () =>
    known ? random.pick(keywords) : anyValue(random),
  );
  return `${name}: ${values.join(' ')}${random.percent(3) ? ' !important' : ''}`;
}

/** Declarations as they stand in a rule or a `style` attribute. */
export function declarations(random: Random, most = 5): string {
  return random.some(most, () => declaration(random)).join('; ');
}
