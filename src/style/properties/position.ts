import { always, either, keywords, mapped, named, titled, type Grammar } from '../grammar.ts';
import { integer, lengthPercentage, number, percentage } from '../numeric-grammar.ts';
import { inherited, reset, type PropertyGroup } from '../property.ts';
import type { Corner, Display, Length } from '../style.ts';
import { transformList } from './transform.ts';

const inset = either(keywords('auto'), lengthPercentage());

const display: Grammar<Display> = keywords(
  'none',
  'contents',
  'block',
  'inline',
  'inline-block',
  'list-item',
  'flex',
  'inline-flex',
  'grid',
  'inline-grid',
  'table',
  'inline-table',
  'table-row',
  'table-row-group',
  'table-header-group',
  'table-footer-group',
  'table-cell',
  'table-column',
  'table-column-group',
  'table-caption',
);

const part = (percent: number): Length => ({ px: 0, percent });
const horizontal = either(
  named({ left: part(0), center: part(50), right: part(100) }),
  lengthPercentage(),
);
const vertical = either(
  named({ top: part(0), center: part(50), bottom: part(100) }),
  lengthPercentage(),
);

/** One or two of left, right, top, bottom, center and lengths (CSS Transforms 1, section 5). */
const origin: Grammar<Corner> = {
  syntax:
    '[ left | center | right | <length-percentage> ] [ top | center | bottom | <length-percentage> ]?',
  read: ([first, second, more]) => {
    if (!first || more) return null;
    const middle = always(part(50));
    let x = horizontal.read([first]);
    let y = second ? vertical.read([second]) : middle;
    if ((!x || !y) && (second || !x)) {
      y = vertical.read([first]);
      x = second ? horizontal.read([second]) : middle;
    }
    const [left, top] = [x, y];
    return left && top && ((context) => ({ x: left(context), y: top(context) }));
  },
};

const unit = (value: number): number => Math.min(1, Math.max(0, value));
const opacity = titled(
  '<number> | <percentage>',
  mapped(
    either(
      number(),
      mapped(percentage(), (value) => value / 100),
    ),
    unit,
  ),
);

const POSITIONED = 'positioned boxes';

/** Where boxes stand and whether they are seen (CSS Display 3, CSS Position 3, CSS Transforms 1). */
export const POSITION_PROPERTIES: PropertyGroup<
  | 'display'
  | 'position'
  | 'top'
  | 'right'
  | 'bottom'
  | 'left'
  | 'zIndex'
  | 'visibility'
  | 'overflow'
  | 'opacity'
  | 'transform'
  | 'transformOrigin'
> = {
  display: reset('inline', display, 'all elements'),
  position: reset(
    'static',
    keywords('static', 'relative', 'absolute', 'fixed'),
    'all elements but table columns',
  ),
  top: reset('auto', inset, POSITIONED),
  right: reset('auto', inset, POSITIONED),
  bottom: reset('auto', inset, POSITIONED),
  left: reset('auto', inset, POSITIONED),
  zIndex: reset(
    'auto',
    either(keywords('auto'), integer(-Infinity)),
    'positioned boxes, flex and grid items',
  ),
  visibility: inherited('visible', keywords('visible', 'hidden', 'collapse'), 'all elements'),
  overflow: reset('visible', keywords('visible', 'hidden'), 'block, flex and grid containers'),
  opacity: reset('1', opacity, 'all elements'),
  transform: reset('none', transformList, 'all boxes but inline ones'),
  transformOrigin: reset('50% 50%', origin, 'transformed boxes'),
};
