import type { Box, FlexBox, GridBox } from '../../box/box.ts';
import type { Alignment, Style } from '../../style/style.ts';
import { staysAcross } from '../absolute/collect-out-of-flow.ts';
import { placeStatic } from '../absolute/place-absolute.ts';
import type { DocumentContext } from '../document.ts';
import type { Overlay } from '../item.ts';
import { usedMargins } from '../used-edges.ts';
import type { ContainerFrame } from './container-style.ts';

/**
 * Absolute boxes of a flex or grid container at their static position: each stands as if it were the only item (CSS Flexbox
 * 1, section 4.1; CSS Grid 1, section 9.2).
 */
export function stillItems(
  box: FlexBox | GridBox,
  frame: ContainerFrame,
  height: number,
  document: DocumentContext,
): readonly Overlay[] {
  const still = document.outOfFlow.items.get(box);
  if (still === undefined) return NONE;
  const { edges, space } = frame;
  const at = { x: edges.left, y: edges.top, space, style: { ...box.style, direction: LTR } };
  return still.map((child) => {
    const { x, y, item } = placeStatic(child, at, document);
    const margins = usedMargins(child.style, space.width);
    const across = space.width - item.width - (margins.left ?? 0) - (margins.right ?? 0);
    const down = height - item.height - (margins.top ?? 0) - (margins.bottom ?? 0);
    const share = sharesOf(box, child);
    const shift = staysAcross(child.style) ? across * share.x : 0;
    return { x: x + shift, y: y + down * share.y, item };
  });
}

const NONE: readonly Overlay[] = [];
const LTR = 'ltr' as const;

/** The shares of the free space that stand left of and above the only item. */
function sharesOf(box: FlexBox | GridBox, child: Box): { x: number; y: number } {
  const { style } = box;
  const rtl = style.direction === 'rtl';
  const turned = (share: number): number => (rtl ? 1 - share : share);
  if (box.kind === 'grid') {
    const justify = own(child.style.justifySelf, style.justifyItems);
    return {
      x: turned(shareOf(justify)),
      y: shareOf(own(child.style.alignSelf, style.alignItems)),
    };
  }
  const main = mainShare(style);
  const cross = crossShare(style, child);
  return style.flexDirection.startsWith('row')
    ? { x: turned(main), y: cross }
    : { x: turned(cross), y: main };
}

const own = (self: Alignment, items: Alignment): Alignment => (self === 'auto' ? items : self);

function mainShare({ justifyContent, flexDirection }: Style): number {
  const share = shareOf(justifyContent);
  const isFlexWord = justifyContent !== 'start' && justifyContent !== 'end';
  return flexDirection.endsWith('reverse') && isFlexWord ? 1 - share : share;
}

function crossShare({ alignItems, flexWrap }: Style, child: Box): number {
  const align = own(child.style.alignSelf, alignItems);
  const share = shareOf(align);
  const isFlexWord = align !== 'start' && align !== 'end';
  return flexWrap === 'wrap-reverse' && isFlexWord ? 1 - share : share;
}

function shareOf(alignment: Alignment): number {
  switch (alignment) {
    case 'center':
    case 'space-around':
    case 'space-evenly':
      return 0.5;
    case 'end':
    case 'flex-end':
      return 1;
    default:
      return 0;
  }
}
