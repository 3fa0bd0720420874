import type { Box } from '../../box/box.ts';
import type { DocumentContext } from '../document.ts';
import type { Item } from '../item.ts';
import { usedMargins, type UsedMargins } from '../used-edges.ts';
import { usedWidth } from '../used-width.ts';
import { layoutBlock } from './layout-block.ts';
import { marginOf, NO_MARGINS, type Margins } from './margins.ts';
import type { Container } from './stack-blocks.ts';

/** A block-level box in flow: its border box, and the margins about it before they collapse with its neighbours'. */
export interface Piece {
  /** From the left edge of the container's content box. */
  readonly x: number;
  readonly item: Item;
  /** Where the box is `through`, all of its margins. */
  readonly above: Margins;
  readonly below: Margins;
  /** Whether its top and bottom margins adjoin. */
  readonly through: boolean;
}

/**
 * Left edge of a block-level box: auto margins share what is left, and an over-constrained box keeps to the start
 * (CSS 2.1, section 10.3.3).
 */
function leftEdge(margins: UsedMargins, width: number, container: Container): number {
  const free = container.space.width - width - (margins.left ?? 0) - (margins.right ?? 0);
  const isLeftToRight = container.style.direction === 'ltr';
  if (free < 0) return isLeftToRight ? (margins.left ?? 0) : (margins.left ?? 0) + free;
  if (margins.left === null) return margins.right === null ? free / 2 : free;
  return isLeftToRight || margins.right === null ? margins.left : margins.left + free;
}

function paragraph(item: Item): Piece {
  const through = item.height === 0 && (item.kind !== 'column' || item.children.length === 0);
  return { x: 0, item, above: NO_MARGINS, below: NO_MARGINS, through };
}

/** Whether the box's margins may collapse with those of its children: a block container that is no formatting context of its own. */
function isOpen(box: Box): boolean {
  return box.kind === 'block' && box.style.overflow === 'visible';
}

/** Measure one block-level child of a block container. */
export function layoutPiece(box: Box, container: Container, document: DocumentContext): Piece {
  if (box.kind === 'inline-flow') return paragraph(document.layoutBox(box, container.space));
  const margins = usedMargins(box.style, container.space.width);
  const above = marginOf(margins.top ?? 0);
  const below = marginOf(margins.bottom ?? 0);
  if (box.kind !== 'block' || !isOpen(box)) {
    const item = document.layoutBox(box, container.space);
    return { x: leftEdge(margins, item.width, container), item, above, below, through: false };
  }
  const width = usedWidth(box, container.space, document, margins);
  const room = { space: container.space, size: { width, height: null }, outside: { above, below } };
  const laid = layoutBlock(box, room, document);
  return {
    x: leftEdge(margins, width, container),
    item: laid.item,
    above: laid.above,
    below: laid.below,
    through: laid.through,
  };
}
