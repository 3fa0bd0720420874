import type { CssNode } from 'css-tree';
import { always, identifier, isOperator, type Compute } from '../grammar.ts';
import type { PropertyKey } from '../property.ts';
import { anyOrder, expansion, readLonghand, type Expansion, type Shorthand } from '../shorthand.ts';

const BEFORE_SIZE = ['fontStyle', 'fontWeight'] as const;

/** [ style || weight ] size [ / line-height ] family (CSS Fonts 4, section 2.7); the words for system fonts are refused. */
const font: Shorthand = {
  name: 'font',
  syntax:
    "[ <'font-style'> || <'font-weight'> ]? <'font-size'> [ / <'line-height'> ]? <'font-family'>",
  longhands: [
    'fontStyle',
    'fontWeight',
    'fontSize',
    'lineHeight',
    'fontFamily',
    'fontVariantNumeric',
    'fontKerning',
  ],
  read: (nodes) => {
    const values = new Map<PropertyKey, Compute<unknown>>();
    const start = nodes.findIndex((node) => !takeWord(node, values));
    const size = nodes[start];
    if (!size || start > 3) return null;
    const slash = isOperator(nodes[start + 1], '/');
    const line = slash ? nodes[start + 2] : undefined;
    const rest = expansion([
      ['fontSize', readLonghand('fontSize', [size])],
      ['lineHeight', line ? readLonghand('lineHeight', [line]) : always('normal')],
      ['fontFamily', readLonghand('fontFamily', nodes.slice(start + (slash ? 3 : 1)))],
    ]);
    return rest && new Map([...values, ...rest]);
  },
};

/** Take a style or weight; `normal` stands for any of them. */
function takeWord(node: CssNode, values: Map<PropertyKey, Compute<unknown>>): boolean {
  if (identifier(node) === 'normal') return true;
  const key = BEFORE_SIZE.find((name) => !values.has(name) && readLonghand(name, [node]));
  const value = key && readLonghand(key, [node]);
  if (!key || !value) return false;
  values.set(key, value);
  return true;
}

const DECORATION = [
  'textDecorationStyle',
  'textDecorationColor',
  'textDecorationThickness',
] as const;

/** Line words together, then style, colour and thickness in any order (CSS Text Decoration 4, section 2.5). */
const textDecoration: Shorthand = {
  name: 'text-decoration',
  syntax:
    "<'text-decoration-line'> || <'text-decoration-style'> || <color> || <'text-decoration-thickness'>",
  longhands: ['textDecorationLine', ...DECORATION],
  read: (nodes) => {
    const isLine = (node: CssNode): boolean => readLonghand('textDecorationLine', [node]) !== null;
    const lines = nodes.filter(isLine);
    const others = nodes.filter((node) => !isLine(node));
    const line = lines.length > 0 ? readLonghand('textDecorationLine', lines) : always([]);
    const rest: Expansion | null =
      others.length === 0
        ? new Map()
        : anyOrder(
            '',
            '',
            DECORATION.map((key) => [key]),
          ).read(others);
    if (!line || !rest || nodes.length === 0) return null;
    return new Map<PropertyKey, Compute<unknown>>([['textDecorationLine', line], ...rest]);
  },
};

/** `none` alone is the type (CSS Lists 3, section 3.4); pictures are refused. */
const listStyle = anyOrder('list-style', "<'list-style-position'> || <'list-style-type'>", [
  ['listStylePosition'],
  ['listStyleType'],
]);

/** Shorthands of text. */
export const TEXT_SHORTHANDS: readonly Shorthand[] = [font, textDecoration, listStyle];
