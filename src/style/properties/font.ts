import type { CssNode } from 'css-tree';
import { color } from '../color-grammar.ts';
import {
  always,
  either,
  identifier,
  keywords,
  mapped,
  named,
  one,
  splitAt,
  titled,
  type Compute,
  type Grammar,
} from '../grammar.ts';
import { length, lengthPercentage, number, percentage } from '../numeric-grammar.ts';
import { inherited, type PropertyGroup } from '../property.ts';
import type { FontSlant } from '../../font/face.ts';
import type { Length, Style } from '../style.ts';
import { usedLength } from '../used-length.ts';

/** One family: a string, or identifiers joined by spaces. */
function readFamily(nodes: readonly CssNode[]): string | null {
  const [first] = nodes;
  if (nodes.length === 1 && first?.type === 'String') return first.value;
  if (nodes.length === 0 || nodes.some((node) => node.type !== 'Identifier')) return null;
  return nodes.map((node) => (node.type === 'Identifier' ? node.name : '')).join(' ');
}

const family: Grammar<readonly string[]> = {
  syntax: '[ <family-name> | <generic-family> ]#',
  read: (nodes) => {
    const pieces = splitAt(nodes, ',').map(readFamily);
    const families = pieces.filter((name) => name !== null);
    return families.length === pieces.length ? always(families) : null;
  },
};

/** px of the keywords for a medium of 16px (CSS Fonts 4, section 2.5). */
const absolute = named({
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
  'xxx-large': 48,
});

const relative: Grammar<number> = one('larger | smaller', (node) => {
  const word = identifier(node);
  if (word === 'larger') return (context) => context.parent.fontSize * 1.2;
  return word === 'smaller' ? (context) => context.parent.fontSize / 1.2 : null;
});

const ofParent: Grammar<number> = {
  syntax: '<length-percentage [0,∞]>',
  read: (nodes) => {
    const size = lengthPercentage('positive').read(nodes);
    return size && ((context) => resolved(size(context), context.parent.fontSize));
  },
};

const resolved = (length: Length, base: number): number => Math.max(0, usedLength(length, base));

const FONT_SIZE_LIMIT = 10_000;
const size = mapped(either(either(absolute, relative), ofParent), (px) =>
  Math.min(FONT_SIZE_LIMIT, px),
);

/** CSS Fonts 4, section 2.2.1: bolder and lighter. */
const bolder = (weight: number): number =>
  weight < 350 ? 400 : weight < 550 ? 700 : Math.max(900, weight);
const lighter = (weight: number): number =>
  weight < 100 ? weight : weight < 550 ? 100 : weight < 750 ? 400 : 700;

const weight: Grammar<number> = one(
  'normal | bold | bolder | lighter | <number [1,1000]>',
  (node) => {
    const word = identifier(node);
    if (word === 'normal') return always(400);
    if (word === 'bold') return always(700);
    if (word === 'bolder') return (context) => bolder(context.parent.fontWeight);
    if (word === 'lighter') return (context) => lighter(context.parent.fontWeight);
    const value = node.type === 'Number' ? Number(node.value) : 0;
    return value >= 1 && value <= 1000 ? always(value) : null;
  },
);

const slant: Grammar<FontSlant> = mapped(keywords('normal', 'italic', 'oblique'), (word) =>
  word === 'normal' ? 'normal' : 'italic',
);

/** Words of font-variant-numeric, their features, and the words that exclude each other (CSS Fonts 4, section 6.7). */
const NUMERIC: readonly (readonly [string, string, string])[] = [
  ['lining-nums', 'lnum', 'figure'],
  ['oldstyle-nums', 'onum', 'figure'],
  ['proportional-nums', 'pnum', 'spacing'],
  ['tabular-nums', 'tnum', 'spacing'],
  ['diagonal-fractions', 'frac', 'fraction'],
  ['stacked-fractions', 'afrc', 'fraction'],
  ['ordinal', 'ordn', 'ordinal'],
  ['slashed-zero', 'zero', 'zero'],
];

const variantNumeric: Grammar<readonly string[]> = {
  syntax: `normal | [ ${NUMERIC.map(([word]) => word).join(' || ')} ]`,
  read: (nodes) => {
    const words = nodes.map(identifier);
    if (words.length === 1 && words[0] === 'normal') return always([]);
    const entries = NUMERIC.filter(([word]) => words.includes(word));
    const groups = new Set(entries.map(([, , group]) => group));
    if (entries.length !== words.length || groups.size !== words.length || words.length === 0)
      return null;
    return always(entries.map(([, feature]) => feature));
  },
};

type LineHeight = Style['lineHeight'];

const lineHeight: Grammar<LineHeight> = titled(
  'normal | <number [0,∞]> | <length-percentage [0,∞]>',
  either(
    either(
      keywords('normal'),
      mapped(number('positive'), (factor): LineHeight => ({ factor })),
    ),
    {
      syntax: '',
      read: (nodes): Compute<LineHeight> | null => {
        const value = lengthPercentage('positive').read(nodes);
        return value && ((context) => ({ px: resolved(value(context), context.fontSize) }));
      },
    },
  ),
);

const spacing = either(named({ normal: 0 }), length());

const ofFont = titled(
  'normal | <length> | <percentage>',
  either(spacing, {
    syntax: '',
    read: (nodes): Compute<number> | null => {
      const part = percentage().read(nodes);
      return part && ((context) => (part(context) / 100) * context.fontSize);
    },
  }),
);

const TEXT = 'all elements and text';

/** Fonts, colour of text and its spacing (CSS Fonts 4, CSS Inline 3, CSS Text 3). */
export const FONT_PROPERTIES: PropertyGroup<
  | 'color'
  | 'fontFamily'
  | 'fontSize'
  | 'fontWeight'
  | 'fontStyle'
  | 'fontVariantNumeric'
  | 'fontKerning'
  | 'lineHeight'
  | 'letterSpacing'
  | 'wordSpacing'
> = {
  color: inherited('black', color, TEXT),
  fontFamily: inherited('serif', family, TEXT),
  fontSize: inherited('medium', size, TEXT),
  fontWeight: inherited('normal', weight, TEXT),
  fontStyle: inherited('normal', slant, TEXT),
  fontVariantNumeric: inherited('normal', variantNumeric, TEXT),
  fontKerning: inherited('auto', keywords('auto', 'normal', 'none'), TEXT),
  lineHeight: inherited('normal', lineHeight, 'inline boxes and block containers'),
  letterSpacing: inherited('normal', ofFont, TEXT),
  wordSpacing: inherited('normal', ofFont, TEXT),
};
