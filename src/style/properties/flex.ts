import { either, identifier, keywords, mapped, titled, always, type Grammar } from '../grammar.ts';
import { integer, lengthPercentage, number } from '../numeric-grammar.ts';
import { reset, type PropertyGroup } from '../property.ts';
import type { Alignment } from '../style.ts';

const POSITIONS = ['start', 'end', 'flex-start', 'flex-end', 'center'] as const;
const DISTRIBUTIONS = ['stretch', 'space-between', 'space-around', 'space-evenly'] as const;

/** `left` and `right` are start and end: the containers are laid out from left to right where they are set. */
const sides: Grammar<Alignment> = mapped(keywords('left', 'right'), (side) =>
  side === 'left' ? 'start' : 'end',
);

const content: Grammar<Alignment> = keywords('normal', ...POSITIONS, ...DISTRIBUTIONS);
const justify: Grammar<Alignment> = either(content, sides);
const ITEM_WORDS = ['normal', 'stretch', 'baseline', ...POSITIONS] as const;
const items: Grammar<Alignment> = keywords(...ITEM_WORDS);
const self: Grammar<Alignment> = keywords('auto', ...ITEM_WORDS);

const legacy: Grammar<Alignment> = {
  syntax: `legacy | ${items.syntax}`,
  read: (nodes) =>
    nodes.length === 1 && identifier(nodes[0]) === 'legacy' ? always('normal') : items.read(nodes),
};

const gap = titled(
  'normal | <length-percentage [0,∞]>',
  either(
    mapped(keywords('normal'), () => ({ px: 0, percent: 0 })),
    lengthPercentage('positive'),
  ),
);

const CONTAINER = 'flex containers';
const ITEM = 'flex items';
const BOTH = 'flex and grid containers';

/** Flexible boxes and box alignment (CSS Flexbox 1, CSS Align 3). */
export const FLEX_PROPERTIES: PropertyGroup<
  | 'flexDirection'
  | 'flexWrap'
  | 'flexGrow'
  | 'flexShrink'
  | 'flexBasis'
  | 'order'
  | 'justifyContent'
  | 'justifyItems'
  | 'justifySelf'
  | 'alignContent'
  | 'alignItems'
  | 'alignSelf'
  | 'rowGap'
  | 'columnGap'
> = {
  flexDirection: reset(
    'row',
    keywords('row', 'row-reverse', 'column', 'column-reverse'),
    CONTAINER,
  ),
  flexWrap: reset('nowrap', keywords('nowrap', 'wrap', 'wrap-reverse'), CONTAINER),
  flexGrow: reset('0', number('positive'), ITEM),
  flexShrink: reset('1', number('positive'), ITEM),
  flexBasis: reset('auto', either(keywords('auto', 'content'), lengthPercentage('positive')), ITEM),
  order: reset('0', integer(-Infinity), 'flex and grid items'),
  justifyContent: reset('normal', justify, BOTH),
  justifyItems: reset('legacy', legacy, 'grid containers'),
  justifySelf: reset('auto', self, 'grid items'),
  alignContent: reset('normal', content, BOTH),
  alignItems: reset('normal', items, BOTH),
  alignSelf: reset('auto', self, 'flex and grid items'),
  rowGap: reset('normal', gap, BOTH),
  columnGap: reset('normal', gap, BOTH),
};
