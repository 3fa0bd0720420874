import { color } from '../color-grammar.ts';
import { either, keywords, named, type Compute, type Grammar } from '../grammar.ts';
import { length, lengthPercentage } from '../numeric-grammar.ts';
import { reset, type PropertyGroup } from '../property.ts';
import type { Corner } from '../style.ts';

const width = either(named({ thin: 1, medium: 3, thick: 5 }), length('positive'));
const style = keywords(
  'none',
  'hidden',
  'solid',
  'dashed',
  'dotted',
  'double',
  'groove',
  'ridge',
  'inset',
  'outset',
);

const radius = lengthPercentage('positive');

/** One radius for both directions, or a horizontal and a vertical one (CSS Backgrounds 3, section 5.1). */
const corner: Grammar<Corner> = {
  syntax: '<length-percentage [0,∞]>{1,2}',
  read: ([first, second, more]): Compute<Corner> | null => {
    const x = first ? radius.read([first]) : null;
    const y = second ? radius.read([second]) : x;
    return more || !x || !y ? null : (context) => ({ x: x(context), y: y(context) });
  },
};

const ALL = 'all elements';
const ROUND = 'all elements but the inner parts of tables with collapsed borders';

/** Borders (CSS Backgrounds 3, sections 4 and 5). */
export const BORDER_PROPERTIES: PropertyGroup<
  | `border${'Top' | 'Right' | 'Bottom' | 'Left'}${'Width' | 'Style' | 'Color'}`
  | `border${'Top' | 'Bottom'}${'Left' | 'Right'}Radius`
> = {
  borderTopWidth: reset('medium', width, ALL),
  borderRightWidth: reset('medium', width, ALL),
  borderBottomWidth: reset('medium', width, ALL),
  borderLeftWidth: reset('medium', width, ALL),
  borderTopStyle: reset('none', style, ALL),
  borderRightStyle: reset('none', style, ALL),
  borderBottomStyle: reset('none', style, ALL),
  borderLeftStyle: reset('none', style, ALL),
  borderTopColor: reset('currentcolor', color, ALL),
  borderRightColor: reset('currentcolor', color, ALL),
  borderBottomColor: reset('currentcolor', color, ALL),
  borderLeftColor: reset('currentcolor', color, ALL),
  borderTopLeftRadius: reset('0', corner, ROUND),
  borderTopRightRadius: reset('0', corner, ROUND),
  borderBottomRightRadius: reset('0', corner, ROUND),
  borderBottomLeftRadius: reset('0', corner, ROUND),
};
