import type { Box } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';
import type { StylePropertyValues } from './taffy.ts';

const PERCENT_SIZES = ['width', 'minWidth', 'maxWidth'] as const;
const PERCENT_EDGES = [
  'marginLeft',
  'marginRight',
  'marginTop',
  'marginBottom',
  'paddingLeft',
  'paddingRight',
  'paddingTop',
  'paddingBottom',
] as const;

function isPercent(value: Style['width'] | Style['maxWidth']): boolean {
  return typeof value !== 'string' && value.percent !== 0;
}

/** Whether a size or an edge of an item is in percent of its area. */
export function hasPercent({ style }: Box): boolean {
  return [...PERCENT_SIZES, ...PERCENT_EDGES].some((key) => isPercent(style[key]));
}

/** Percentages of an item refer to its area, which is not known before the columns are; until then they count as auto. */
export function withoutPercent({ style }: Box): StylePropertyValues {
  const open: StylePropertyValues = {};
  for (const key of PERCENT_SIZES) if (isPercent(style[key])) open[key] = 'auto';
  return open;
}
