import type { LayoutContext } from '../context.ts';
import type { ItemMark, Leaf, Overlay } from '../item.ts';
import type { Room } from './fill-lines.ts';
import { lineMark, type PlainText } from './plain-text.ts';
import type { Extent } from './used-font.ts';

const BREAKS = { before: 'auto', after: 'auto', inside: 'auto' } as const;
const NO_OVERLAYS: readonly Overlay[] = [];

/** A line box as the page breaker sees it. */
export function lineLeaf(
  { width, extent }: { readonly width: number; readonly extent: Extent },
  marks: readonly ItemMark[],
  overlays: readonly Overlay[],
): Leaf {
  return {
    kind: 'leaf',
    width,
    height: extent.above + extent.below,
    breaks: BREAKS,
    decoration: null,
    overlays: overlays.length > 0 ? overlays : NO_OVERLAYS,
    group: null,
    layer: 0,
    baseline: extent.above,
    name: 'line',
    marks,
  };
}

/** The line boxes of a plain text. */
export function plainLeaves(
  text: PlainText,
  { width, indent }: Room,
  context: LayoutContext,
): readonly Leaf[] {
  const { extent, lines } = text;
  return lines.map((line, index) => {
    const place = { x: 0, y: 0, width, indent: index === 0 ? indent : 0 };
    const mark = lineMark(text, line, place, context);
    return lineLeaf({ width, extent }, [mark], NO_OVERLAYS);
  });
}
