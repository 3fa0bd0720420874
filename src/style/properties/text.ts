import type { CssNode } from 'css-tree';
import { color } from '../color-grammar.ts';
import {
  always,
  either,
  identifier,
  keywords,
  mapped,
  one,
  titled,
  type Grammar,
} from '../grammar.ts';
import { length, lengthPercentage } from '../numeric-grammar.ts';
import { inherited, reset, type PropertyGroup } from '../property.ts';
import type { Style } from '../style.ts';

const LINES = ['underline', 'overline', 'line-through'] as const;

const decorationLine: Grammar<Style['textDecorationLine']> = {
  syntax: `none | [ ${LINES.join(' || ')} ]`,
  read: (nodes) => {
    const words = nodes.map(identifier);
    if (words.length === 1 && words[0] === 'none') return always([]);
    const lines = LINES.filter((line) => words.includes(line));
    return lines.length === words.length && lines.length > 0 ? always(lines) : null;
  },
};

type Align = Style['textAlign'];

/** `-platen-th` is what browsers' own style sheets give to `th`: centred unless the parent's alignment was set. */
const tableHead: Grammar<Align> = {
  syntax: '',
  read: (nodes: readonly CssNode[]) =>
    identifier(nodes[0]) === '-platen-th'
      ? (context): Align =>
          context.parent.textAlign === 'start' ? 'center' : context.parent.textAlign
      : null,
};

const align: Grammar<Align> = titled(
  'start | end | left | right | center | justify',
  either(keywords('start', 'end', 'left', 'right', 'center', 'justify'), tableHead),
);

const verticalAlign = either(
  keywords('baseline', 'sub', 'super', 'top', 'text-top', 'middle', 'bottom', 'text-bottom'),
  lengthPercentage(),
);

const hyphens: Grammar<'none' | 'manual'> = keywords('none', 'manual');

const wordBreak = keywords('normal', 'break-all', 'keep-all');

const thickness: Grammar<number | 'auto'> = either(
  mapped(keywords('auto', 'from-font'), () => 'auto' as const),
  length('positive'),
);

const BLOCKS = 'block containers';
const TEXT = 'all elements and text';

/** Text, its alignment, decoration and direction (CSS Text 3, CSS Text Decoration 3, CSS Writing Modes 3). */
export const TEXT_PROPERTIES: PropertyGroup<
  | 'textAlign'
  | 'textIndent'
  | 'textTransform'
  | 'textDecorationLine'
  | 'textDecorationStyle'
  | 'textDecorationColor'
  | 'textDecorationThickness'
  | 'whiteSpace'
  | 'overflowWrap'
  | 'wordBreak'
  | 'hyphens'
  | 'verticalAlign'
  | 'direction'
  | 'unicodeBidi'
> = {
  textAlign: inherited('start', align, BLOCKS),
  textIndent: inherited('0', lengthPercentage(), BLOCKS),
  textTransform: inherited('none', keywords('none', 'uppercase', 'lowercase', 'capitalize'), TEXT),
  textDecorationLine: reset('none', decorationLine, 'all elements; drawn on their text'),
  textDecorationStyle: reset(
    'solid',
    keywords('solid', 'double', 'dotted', 'dashed'),
    'decorated elements',
  ),
  textDecorationColor: reset('currentcolor', color, 'decorated elements'),
  textDecorationThickness: reset('auto', thickness, 'decorated elements'),
  whiteSpace: inherited(
    'normal',
    keywords('normal', 'nowrap', 'pre', 'pre-wrap', 'pre-line'),
    TEXT,
  ),
  overflowWrap: inherited('normal', keywords('normal', 'break-word', 'anywhere'), TEXT),
  wordBreak: inherited('normal', wordBreak, TEXT),
  hyphens: inherited('manual', hyphens, TEXT),
  verticalAlign: reset('baseline', verticalAlign, 'inline boxes and table cells'),
  direction: inherited('ltr', keywords('ltr', 'rtl'), 'all elements'),
  unicodeBidi: reset(
    'normal',
    keywords('normal', 'embed', 'isolate', 'bidi-override', 'isolate-override', 'plaintext'),
    'all elements',
  ),
};

/** The words that `list-style-type` takes besides strings. */
export const LIST_STYLES = [
  'none',
  'disc',
  'circle',
  'square',
  'decimal',
  'decimal-leading-zero',
  'lower-alpha',
  'upper-alpha',
  'lower-latin',
  'upper-latin',
  'lower-roman',
  'upper-roman',
  'lower-greek',
] as const;

/** A style's word, or a string to set as it is, kept with its quotation mark: `"– `. */
const listStyleType: Grammar<string> = either(
  keywords(...LIST_STYLES),
  one('<string>', (node) => (node.type === 'String' ? always(`"${node.value}`) : null)),
);

/** Lists and pictures (CSS Lists 3, CSS Images 3). */
export const LIST_PROPERTIES: PropertyGroup<'listStyleType' | 'listStylePosition' | 'objectFit'> = {
  listStyleType: inherited('disc', listStyleType, 'list items'),
  listStylePosition: inherited('outside', keywords('inside', 'outside'), 'list items'),
  objectFit: reset('fill', keywords('fill', 'contain', 'cover', 'none', 'scale-down'), 'pictures'),
};
