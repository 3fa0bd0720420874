import type { Style } from '../../style/style.ts';
import type { Participant, StylePropertyValues } from './taffy.ts';

/** The margin on the side of an item that faces the one before it. */
const FACING: Readonly<Record<Style['flexDirection'], keyof Sides>> = {
  row: 'marginLeft',
  'row-reverse': 'marginRight',
  column: 'marginTop',
  'column-reverse': 'marginBottom',
};

type Sides = Pick<StylePropertyValues, 'marginLeft' | 'marginRight' | 'marginTop' | 'marginBottom'>;

/**
 * A container whose items together grow by less than 1, its gap turned into margins: Taffy takes the gap off the free space
 * once more there (CSS Flexbox 1, section 9.7, step 4b).
 */
export function withGapAsMargins(
  container: StylePropertyValues,
  items: readonly Participant[],
  style: Style,
): { readonly container: StylePropertyValues; readonly items: readonly Participant[] } {
  const isRow = style.flexDirection.startsWith('row');
  const gap = isRow ? container.columnGap : container.rowGap;
  const grown = items.reduce((sum, item) => sum + (item.style.flexGrow ?? 0), 0);
  const side = facingSide(style);
  const unaffected = grown === 0 || grown >= 1 || style.flexWrap !== 'nowrap' || gap === 0;
  if (unaffected || typeof gap !== 'number') return { container, items };
  if (items.some((item) => item.style[side] === 'auto')) return { container, items };
  const parted = items.map((item, index) => (index === 0 ? item : moved(item, side, gap)));
  return {
    container: { ...container, ...(isRow ? { columnGap: 0 } : { rowGap: 0 }) },
    items: parted,
  };
}

function facingSide({ flexDirection, direction }: Style): keyof Sides {
  const side = FACING[flexDirection];
  if (direction === 'ltr') return side;
  if (side === 'marginLeft') return 'marginRight';
  return side === 'marginRight' ? 'marginLeft' : side;
}

function moved(item: Participant, side: keyof Sides, gap: number): Participant {
  const own = item.style[side];
  return { ...item, style: { ...item.style, [side]: (typeof own === 'number' ? own : 0) + gap } };
}
