import type { Box } from '../../box/box.ts';
import type { Point } from '../../geometry.ts';
import type { Style } from '../../style/style.ts';
import type { Space } from '../context.ts';
import type { DocumentContext } from '../document.ts';
import type { Item, Leaf, Overlay } from '../item.ts';
import { staysDown } from './collect-out-of-flow.ts';
import { placeStatic } from './place-absolute.ts';

/** A place where an absolute box would have stood, in the container around it. */
export interface StillPlace extends Point {
  readonly space: Space;
  readonly style: Style;
}

/** What marks the static position of a box that its containing block places later. */
export interface Anchor {
  readonly leaf: Leaf;
  /** Whether it is the right edge of the box that stands there. */
  readonly isRight: boolean;
}

/** Place an absolute box where it would have stood, or keep that place for its containing block to find. */
export function placeStill(box: Box, at: StillPlace, document: DocumentContext): Overlay | null {
  if (box.style.position === 'fixed') return null;
  if (staysDown(box.style)) return placeStatic(box, at, document);
  if (!document.outOfFlow.anchored.has(box)) return null;
  const isRight = at.style.direction === 'rtl';
  const leaf: Leaf = { ...NOTHING };
  document.caches.anchors.set(box, { leaf, isRight });
  return { x: at.x + (isRight ? at.space.width : 0), y: at.y, item: leaf };
}

const NOTHING: Leaf = {
  kind: 'leaf',
  width: 0,
  height: 0,
  breaks: { before: 'auto', after: 'auto', inside: 'auto' },
  decoration: null,
  overlays: [],
  group: null,
  layer: 0,
  baseline: null,
  name: 'static position',
  marks: [],
};

/** Where an anchor stands within an item; null where it is not in there. */
export function findAnchor(item: Item, { leaf }: Anchor): Point | null {
  const waiting: Overlay[] = [{ x: 0, y: 0, item }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.item === leaf) return { x: at.x, y: at.y };
    for (const each of partsOf(at.item))
      waiting.push({ x: at.x + each.x, y: at.y + each.y, item: each.item });
  }
  return null;
}

function partsOf(item: Item): readonly Overlay[] {
  if (item.kind === 'leaf' || item.kind === 'flat-row') return item.overlays;
  if (item.kind === 'row') return [...item.overlays, ...item.cells];
  let y = item.top;
  const children = item.children.map((child): Overlay => {
    y += child.gap;
    const placed = { x: child.x, y, item: child.item };
    y += child.item.height;
    return placed;
  });
  return [...item.overlays, ...children];
}
