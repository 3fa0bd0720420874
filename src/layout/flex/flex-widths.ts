import type { Box, FlexBox } from '../../box/box.ts';
import type { IntrinsicWidths } from '../context.ts';
import type { DocumentContext } from '../document.ts';
import { isOutOfFlow, measureContent, outerWidths, stackWidths } from '../intrinsic-widths.ts';
import { usedEdges } from '../used-edges.ts';
import { borderBox } from '../used-size.ts';

/** The size that an item starts from, as far as it is known without the container: percentages count as content. */
function basisOf(box: Box, document: DocumentContext): number {
  const { style } = box;
  const given = style.flexBasis === 'auto' ? style.width : style.flexBasis;
  if (typeof given === 'string' || given.percent !== 0) return measureContent(box, document).max;
  const edges = usedEdges(style, 0, document.caches);
  return borderBox(given.px, style, edges.left + edges.right);
}

/** An item that cannot grow is never wider than its basis, one that cannot shrink never narrower. */
function itemWidths(box: Box, document: DocumentContext): IntrinsicWidths {
  const outer = outerWidths(box, document);
  if (box.kind === 'inline-flow') return outer;
  const { flexGrow, flexShrink, flexBasis } = box.style;
  if (flexBasis === 'auto' && flexShrink > 0) return outer;
  const { max } = document.intrinsicWidths(box);
  const margins = outer.max - max;
  const basis = basisOf(box, document) + margins;
  const hold = (width: number): number => {
    const grown = flexGrow === 0 ? Math.min(width, basis) : width;
    return flexShrink === 0 ? Math.max(grown, basis) : grown;
  };
  return { min: hold(outer.min), max: hold(outer.max) };
}

function rowWidths(box: FlexBox, document: DocumentContext): IntrinsicWidths {
  const inFlow = box.children.filter((child) => !isOutOfFlow(child));
  const items = inFlow.map((child) => itemWidths(child, document));
  const gaps = Math.max(0, items.length - 1) * box.style.columnGap.px;
  const sum = (side: 'min' | 'max'): number =>
    items.reduce((total, widths) => total + widths[side], gaps);
  const isSingle = box.style.flexWrap === 'nowrap';
  const widest = items.reduce((most, { min }) => Math.max(most, min), 0);
  return { min: isSingle ? sum('min') : widest, max: sum('max') };
}

/** Widths of a flex container's content: items add up along a row (CSS Flexbox 1, section 9.9). */
export function flexWidths(box: FlexBox, document: DocumentContext): IntrinsicWidths {
  const isRow = box.style.flexDirection === 'row' || box.style.flexDirection === 'row-reverse';
  return isRow ? rowWidths(box, document) : stackWidths(box.children, document);
}
