import { keywords, mapped, type Compute, type Grammar } from '../grammar.ts';
import { integer, length } from '../numeric-grammar.ts';
import { inherited, reset, type PropertyGroup } from '../property.ts';

const space = length('positive');

const spacing: Grammar<{ readonly x: number; readonly y: number }> = {
  syntax: '<length [0,∞]>{1,2}',
  read: ([first, second, more]): Compute<{ x: number; y: number }> | null => {
    const x = first ? space.read([first]) : null;
    const y = second ? space.read([second]) : x;
    return more || !x || !y ? null : (context) => ({ x: x(context), y: y(context) });
  },
};

/** Tables (CSS 2.1, chapter 17). */
export const TABLE_PROPERTIES: PropertyGroup<
  'tableLayout' | 'borderCollapse' | 'borderSpacing' | 'captionSide' | 'emptyCells'
> = {
  tableLayout: reset('auto', keywords('auto', 'fixed'), 'tables'),
  borderCollapse: inherited('separate', keywords('separate', 'collapse'), 'tables'),
  borderSpacing: inherited('0', spacing, 'tables'),
  captionSide: inherited('top', keywords('top', 'bottom'), 'captions'),
  emptyCells: inherited('show', keywords('show', 'hide'), 'table cells'),
};

const between: Grammar<'auto' | 'avoid' | 'page'> = mapped(
  keywords('auto', 'avoid', 'page', 'always', 'avoid-page'),
  (word) =>
    word === 'auto' ? 'auto' : word === 'avoid' || word === 'avoid-page' ? 'avoid' : 'page',
);

const inside: Grammar<'auto' | 'avoid'> = mapped(keywords('auto', 'avoid', 'avoid-page'), (word) =>
  word === 'auto' ? 'auto' : 'avoid',
);

const FLOW = 'block-level boxes, table rows and row groups, flex and grid items';

/** Page breaks (CSS Fragmentation 3). */
export const BREAK_PROPERTIES: PropertyGroup<
  'breakBefore' | 'breakAfter' | 'breakInside' | 'orphans' | 'widows' | 'boxDecorationBreak'
> = {
  breakBefore: reset('auto', between, FLOW),
  breakAfter: reset('auto', between, FLOW),
  breakInside: reset('auto', inside, 'all boxes but inline ones'),
  orphans: inherited('2', integer(1), 'block containers'),
  widows: inherited('2', integer(1), 'block containers'),
  boxDecorationBreak: reset('slice', keywords('slice', 'clone'), 'all boxes'),
};
