import { isOperator, splitAt, identifier } from '../grammar.ts';
import type { PropertyKey } from '../property.ts';
import {
  anyOrder,
  expansion,
  fourSides,
  pair,
  readLonghand,
  type Shorthand,
} from '../shorthand.ts';
import { valueNodes } from '../properties.ts';

const SIDES = ['Top', 'Right', 'Bottom', 'Left'] as const;

type Side = (typeof SIDES)[number];
type Aspect = 'Width' | 'Style' | 'Color';

const border = (side: Side, aspect: Aspect): PropertyKey => `border${side}${aspect}`;

const allSides = (
  aspect: Aspect,
): readonly [PropertyKey, PropertyKey, PropertyKey, PropertyKey] => [
  border('Top', aspect),
  border('Right', aspect),
  border('Bottom', aspect),
  border('Left', aspect),
];

const LINE = '<line-width> || <line-style> || <color>';

const oneSide = (side: Side): Shorthand =>
  anyOrder(`border-${side.toLowerCase()}`, LINE, [
    [border(side, 'Width')],
    [border(side, 'Style')],
    [border(side, 'Color')],
  ]);

const CORNERS = [
  'borderTopLeftRadius',
  'borderTopRightRadius',
  'borderBottomRightRadius',
  'borderBottomLeftRadius',
] as const;

/** Up to four horizontal radii, a slash, up to four vertical ones (CSS Backgrounds 3, section 5.1). */
const radius: Shorthand = {
  name: 'border-radius',
  syntax: '<length-percentage [0,∞]>{1,4} [ / <length-percentage [0,∞]>{1,4} ]?',
  longhands: CORNERS,
  read: (nodes) => {
    const [across = [], down = across, more] = splitAt(nodes, '/');
    if (more || across.length > 4 || down.length > 4 || nodes.some((node) => isOperator(node, ',')))
      return null;
    const corner = (list: typeof across, index: number): typeof across => {
      const [first, second = first, third = first, fourth = second] = list;
      return [first, second, third, fourth]
        .slice(index, index + 1)
        .filter((node) => node !== undefined);
    };
    return expansion(
      CORNERS.map((key, index) => [
        key,
        readLonghand(key, [...corner(across, index), ...corner(down, index)]),
      ]),
    );
  },
};

/** Only the colour: pictures behind boxes are not supported. */
const background: Shorthand = {
  name: 'background',
  syntax: '<color> | none',
  longhands: ['backgroundColor'],
  read: (nodes) => {
    const none = nodes.length === 1 && identifier(nodes[0]) === 'none';
    const value = none ? (valueNodes('transparent') ?? []) : nodes;
    return expansion([['backgroundColor', readLonghand('backgroundColor', value)]]);
  },
};

/** Shorthands of the box model. */
export const BOX_SHORTHANDS: readonly Shorthand[] = [
  fourSides('margin', '<length-percentage> | auto', [
    'marginTop',
    'marginRight',
    'marginBottom',
    'marginLeft',
  ]),
  fourSides('padding', '<length-percentage [0,∞]>', [
    'paddingTop',
    'paddingRight',
    'paddingBottom',
    'paddingLeft',
  ]),
  fourSides('inset', '<length-percentage> | auto', ['top', 'right', 'bottom', 'left']),
  fourSides('border-width', '<line-width>', allSides('Width')),
  fourSides('border-style', '<line-style>', allSides('Style')),
  fourSides('border-color', '<color>', allSides('Color')),
  ...SIDES.map(oneSide),
  anyOrder('border', LINE, [allSides('Width'), allSides('Style'), allSides('Color')]),
  radius,
  background,
  pair('gap', 'normal | <length-percentage [0,∞]>', ['rowGap', 'columnGap']),
];
