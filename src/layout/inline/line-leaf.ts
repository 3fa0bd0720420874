import type { ItemMark, Leaf, Overlay } from '../item.ts';
import type { PlainLine } from './plain-text.ts';
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

/** The line box of a line of plain text. */
export function plainLeaf({ x, y, mark, extent }: PlainLine, width: number): Leaf {
  return lineLeaf({ width, extent }, [{ x, y, mark }], NO_OVERLAYS);
}
