import type { CssNode } from 'css-tree';
import { always, identifier, splitAt, type Compute } from '../grammar.ts';
import type { PropertyKey } from '../property.ts';
import {
  anyOrder,
  expansion,
  pair,
  readLonghand,
  type Expansion,
  type Shorthand,
} from '../shorthand.ts';

/** `none`, `auto`, a number, or grow, shrink and basis (CSS Flexbox 1, section 7.1). */
const flex: Shorthand = {
  name: 'flex',
  syntax: "none | [ <'flex-grow'> <'flex-shrink'>? || <'flex-basis'> ]",
  longhands: ['flexGrow', 'flexShrink', 'flexBasis'],
  read: (nodes) => {
    const word = nodes.length === 1 ? identifier(nodes[0]) : null;
    if (word === 'none') return flexOf(always(0), always(0), always('auto'));
    const numbers = nodes.filter((node) => node.type === 'Number');
    const [basis, extra] = nodes.filter((node) => node.type !== 'Number');
    const [grow, shrink, zero] = numbers;
    const last = zero ?? basis;
    if (extra || (zero && basis) || numbers.length > 3 || nodes.length === 0) return null;
    if (grow && shrink && basis && nodes[1] === basis) return null;
    return flexOf(
      grow ? readLonghand('flexGrow', [grow]) : always(1),
      shrink ? readLonghand('flexShrink', [shrink]) : always(1),
      last ? readLonghand('flexBasis', [last]) : always({ px: 0, percent: 0 }),
    );
  },
};

type Part = Compute<unknown> | null;

const flexOf = (grow: Part, shrink: Part, basis: Part): Expansion | null =>
  expansion([
    ['flexGrow', grow],
    ['flexShrink', shrink],
    ['flexBasis', basis],
  ]);

/** `start / end`; a name alone counts for both edges (CSS Grid 1, section 8.4). */
function gridEdges(name: string, keys: readonly [PropertyKey, PropertyKey]): Shorthand {
  const read = (nodes: readonly CssNode[]): Expansion | null => {
    const [start = [], end, more] = splitAt(nodes, '/');
    if (more) return null;
    return expansion([
      [keys[0], readLonghand(keys[0], start)],
      [keys[1], end ? readLonghand(keys[1], end) : opposite(start)],
    ]);
  };
  return { name, syntax: '<grid-line> [ / <grid-line> ]?', longhands: keys, read };
}

const isName = ([node, more]: readonly CssNode[]): boolean =>
  node?.type === 'Identifier' && !more && node.name.toLowerCase() !== 'auto';

const opposite = (start: readonly CssNode[]): Part =>
  isName(start) ? readLonghand('gridRowEnd', start) : always('auto');

/** row-start / column-start / row-end / column-end. */
const gridArea: Shorthand = {
  name: 'grid-area',
  syntax: '<grid-line> [ / <grid-line> ]{0,3}',
  longhands: ['gridRowStart', 'gridColumnStart', 'gridRowEnd', 'gridColumnEnd'],
  read: (nodes) => {
    const [rowStart = [], columnStart, rowEnd, columnEnd, more] = splitAt(nodes, '/');
    if (more) return null;
    const column = columnStart ?? (isName(rowStart) ? rowStart : null);
    const line = (given: readonly CssNode[] | undefined, other: readonly CssNode[] | null): Part =>
      given ? readLonghand('gridRowStart', given) : other ? opposite(other) : always('auto');
    return expansion([
      ['gridRowStart', readLonghand('gridRowStart', rowStart)],
      ['gridColumnStart', line(columnStart, column)],
      ['gridRowEnd', line(rowEnd, rowStart)],
      ['gridColumnEnd', line(columnEnd, column)],
    ]);
  },
};

/** `rows / columns`, or `none` (CSS Grid 1, section 7.4, without strings among the rows). */
const gridTemplate: Shorthand = {
  name: 'grid-template',
  syntax: "none | <'grid-template-rows'> / <'grid-template-columns'>",
  longhands: ['gridTemplateRows', 'gridTemplateColumns', 'gridTemplateAreas'],
  read: (nodes) => {
    const [rows = [], columns, more] = splitAt(nodes, '/');
    const none = nodes.length === 1 && identifier(nodes[0]) === 'none';
    if (more || (!columns && !none)) return null;
    return expansion([
      ['gridTemplateRows', readLonghand('gridTemplateRows', rows)],
      ['gridTemplateColumns', readLonghand('gridTemplateColumns', columns ?? rows)],
    ]);
  },
};

const ALIGN = 'normal | stretch | start | end | center | …';

/** Shorthands of flex containers and grids. */
export const FLOW_SHORTHANDS: readonly Shorthand[] = [
  flex,
  anyOrder('flex-flow', "<'flex-direction'> || <'flex-wrap'>", [['flexDirection'], ['flexWrap']]),
  gridEdges('grid-row', ['gridRowStart', 'gridRowEnd']),
  gridEdges('grid-column', ['gridColumnStart', 'gridColumnEnd']),
  gridArea,
  gridTemplate,
  pair('place-content', ALIGN, ['alignContent', 'justifyContent']),
  pair('place-items', ALIGN, ['alignItems', 'justifyItems']),
  pair('place-self', ALIGN, ['alignSelf', 'justifySelf']),
];
