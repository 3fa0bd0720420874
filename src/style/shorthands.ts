import { FLOW_RELATIVE, FLOW_RELATIVE_PAIRS } from './logical.ts';
import { LONGHAND_BY_NAME, LONGHANDS } from './properties.ts';
import type { Shorthand } from './shorthand.ts';
import { BOX_SHORTHANDS } from './shorthands/box.ts';
import { FLOW_SHORTHANDS } from './shorthands/flow.ts';
import { TEXT_SHORTHANDS } from './shorthands/text.ts';

/** All shorthand properties. */
export const SHORTHANDS: readonly Shorthand[] = [
  ...BOX_SHORTHANDS,
  ...FLOW_SHORTHANDS,
  ...TEXT_SHORTHANDS,
  ...FLOW_RELATIVE_PAIRS,
];

/** Shorthand properties by name. */
export const SHORTHAND_BY_NAME: ReadonlyMap<string, Shorthand> = new Map(
  SHORTHANDS.map((entry) => [entry.name, entry]),
);

/** Older names of properties (CSS Fragmentation 3, section 3.4; CSS Align 3, section 8.3) and flow-relative ones. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['page-break-before', 'break-before'],
  ['page-break-after', 'break-after'],
  ['page-break-inside', 'break-inside'],
  ['word-wrap', 'overflow-wrap'],
  ['grid-gap', 'gap'],
  ['grid-row-gap', 'row-gap'],
  ['grid-column-gap', 'column-gap'],
  ...FLOW_RELATIVE,
]);

/** Every name that a declaration may have, for suggestions. */
export const PROPERTY_NAMES: readonly string[] = [
  ...LONGHANDS.map((entry) => entry.name),
  ...SHORTHAND_BY_NAME.keys(),
  ...ALIASES.keys(),
];

/** Whether a property of this name exists. */
export function isProperty(name: string): boolean {
  return LONGHAND_BY_NAME.has(name) || SHORTHAND_BY_NAME.has(name) || ALIASES.has(name);
}
