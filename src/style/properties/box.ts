import { either, keywords } from '../grammar.ts';
import { color } from '../color-grammar.ts';
import { lengthPercentage } from '../numeric-grammar.ts';
import { reset, type PropertyGroup } from '../property.ts';

const positive = lengthPercentage('positive');
const size = either(keywords('auto', 'min-content', 'max-content', 'fit-content'), positive);
const least = either(keywords('auto', 'min-content', 'max-content'), positive);
const most = either(keywords('none', 'min-content', 'max-content'), positive);
const margin = either(keywords('auto'), lengthPercentage());

const SIZED = 'all boxes but inline ones, table rows and row groups';
const LIMITED = 'all boxes but inline ones, table cells, rows and row groups';
const MARGIN = 'all boxes but the inner parts of tables';
const PADDING = 'all boxes but table rows, row groups, columns and column groups';

/** Sizes, margins, padding and background (CSS Box 3, CSS Sizing 3). */
export const BOX_PROPERTIES: PropertyGroup<
  | 'boxSizing'
  | 'width'
  | 'height'
  | 'minWidth'
  | 'minHeight'
  | 'maxWidth'
  | 'maxHeight'
  | 'marginTop'
  | 'marginRight'
  | 'marginBottom'
  | 'marginLeft'
  | 'paddingTop'
  | 'paddingRight'
  | 'paddingBottom'
  | 'paddingLeft'
  | 'backgroundColor'
> = {
  boxSizing: reset(
    'content-box',
    keywords('content-box', 'border-box'),
    'boxes that take a width or height',
  ),
  width: reset('auto', size, SIZED),
  height: reset('auto', size, 'all boxes but inline ones and table columns'),
  minWidth: reset('auto', least, SIZED),
  minHeight: reset('auto', least, LIMITED),
  maxWidth: reset('none', most, SIZED),
  maxHeight: reset('none', most, LIMITED),
  marginTop: reset('0', margin, MARGIN),
  marginRight: reset('0', margin, MARGIN),
  marginBottom: reset('0', margin, MARGIN),
  marginLeft: reset('0', margin, MARGIN),
  paddingTop: reset('0', positive, PADDING),
  paddingRight: reset('0', positive, PADDING),
  paddingBottom: reset('0', positive, PADDING),
  paddingLeft: reset('0', positive, PADDING),
  backgroundColor: reset('transparent', color, 'all elements'),
};
