import type { PropertyKey } from './property.ts';
import { anyOrder, pair, type Shorthand } from './shorthand.ts';

const BLOCK: readonly (readonly [string, string])[] = [
  ['block-start', 'top'],
  ['block-end', 'bottom'],
];
const INLINE: readonly (readonly [string, string])[] = [
  ['inline-start', 'left'],
  ['inline-end', 'right'],
];

const edges = (
  logical: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] =>
  logical.flatMap(([from, to]) => [
    [`margin-${from}`, `margin-${to}`],
    [`padding-${from}`, `padding-${to}`],
    [`inset-${from}`, to],
    [`border-${from}`, `border-${to}`],
    [`border-${from}-width`, `border-${to}-width`],
    [`border-${from}-style`, `border-${to}-style`],
    [`border-${from}-color`, `border-${to}-color`],
  ]);

/** Flow-relative names that mean one physical property: text runs horizontally here (CSS Logical 1). */
export const FLOW_RELATIVE: ReadonlyMap<string, string> = new Map([
  ...edges(BLOCK),
  ...edges(INLINE),
  ['border-start-start-radius', 'border-top-left-radius'],
  ['border-start-end-radius', 'border-top-right-radius'],
  ['border-end-start-radius', 'border-bottom-left-radius'],
  ['border-end-end-radius', 'border-bottom-right-radius'],
  ['inline-size', 'width'],
  ['block-size', 'height'],
  ['min-inline-size', 'min-width'],
  ['max-inline-size', 'max-width'],
  ['min-block-size', 'min-height'],
  ['max-block-size', 'max-height'],
]);

const ASPECTS = ['Width', 'Style', 'Color'] as const;

/** `border-block`, `border-inline`: one line for both sides. */
const bothBorders = (name: string, one: 'Top' | 'Left', other: 'Bottom' | 'Right'): Shorthand =>
  anyOrder(
    name,
    '<line-width> || <line-style> || <color>',
    ASPECTS.map((aspect) => [`border${one}${aspect}`, `border${other}${aspect}`] as const),
  );

type Side = 'Top' | 'Right' | 'Bottom' | 'Left';

/** `border-inline-width` and the like. */
const bothOf = (
  axis: string,
  aspect: (typeof ASPECTS)[number],
  [one, other]: readonly [Side, Side],
): Shorthand =>
  pair(`border-${axis}-${aspect.toLowerCase()}`, `<${SYNTAX[aspect]}>`, [
    `border${one}${aspect}`,
    `border${other}${aspect}`,
  ]);

const SYNTAX = { Width: 'line-width', Style: 'line-style', Color: 'color' } as const;

/** Two sides at once. */
export const FLOW_RELATIVE_PAIRS: readonly Shorthand[] = [
  pair('margin-inline', '<length-percentage> | auto', ['marginLeft', 'marginRight']),
  pair('margin-block', '<length-percentage> | auto', ['marginTop', 'marginBottom']),
  pair('padding-inline', '<length-percentage [0,∞]>', ['paddingLeft', 'paddingRight']),
  pair('padding-block', '<length-percentage [0,∞]>', ['paddingTop', 'paddingBottom']),
  pair('inset-inline', '<length-percentage> | auto', ['left', 'right']),
  pair('inset-block', '<length-percentage> | auto', ['top', 'bottom']),
  bothBorders('border-inline', 'Left', 'Right'),
  bothBorders('border-block', 'Top', 'Bottom'),
  ...ASPECTS.flatMap((aspect) => [
    bothOf('inline', aspect, ['Left', 'Right']),
    bothOf('block', aspect, ['Top', 'Bottom']),
  ]),
];

/** Whether left and right change places for this name where text runs from right to left. */
export function followsDirection(name: string): boolean {
  return name.includes('-inline') || /^border-(start|end)-(start|end)-radius$/.test(name);
}

/** The property on the other side. */
export function mirrored(key: PropertyKey): PropertyKey {
  if (key.includes('Left')) return key.replace('Left', 'Right') as PropertyKey;
  if (key.includes('Right')) return key.replace('Right', 'Left') as PropertyKey;
  if (key === 'left') return 'right';
  return key === 'right' ? 'left' : key;
}
