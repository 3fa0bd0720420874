import type { Box } from '../box/box.ts';
import { layoutBlock } from './block/layout-block.ts';
import type { Space } from './context.ts';
import type { DocumentContext, Settled } from './document.ts';
import { guarded } from './flex/guarded.ts';
import { layoutFlex } from './flex/layout-flex.ts';
import { layoutGrid } from './flex/layout-grid.ts';
import { layoutInlineFlow } from './inline/layout-inline-flow.ts';
import type { Item } from './item.ts';
import { layoutPicture } from './layout-picture.ts';
import { pictureSize } from './picture-size.ts';
import { layoutTable } from './table/layout-table.ts';
import { usedWidth } from './used-width.ts';

/** Measure a box of any kind whose border box its parent has settled. */
export function layoutSettled(
  box: Box,
  space: Space,
  size: Settled,
  document: DocumentContext,
): Item {
  switch (box.kind) {
    case 'block':
      return layoutBlock(box, { space, size, outside: null }, document).item;
    case 'inline-flow':
      return layoutInlineFlow(box, { width: size.width, height: size.height }, document);
    case 'flex':
      return guarded(box, { space, size, layout: layoutFlex }, document);
    case 'grid':
      return guarded(box, { space, size, layout: layoutGrid }, document);
    case 'table':
      return layoutTable(box, space, size, document);
    case 'picture':
      return layoutPicture(box, space, size, document);
  }
}

/** Measure a box of any kind within its containing block. */
export function layoutAnyBox(box: Box, space: Space, document: DocumentContext): Item {
  if (box.kind === 'inline-flow') return layoutInlineFlow(box, space, document);
  if (box.kind === 'picture')
    return layoutPicture(box, space, pictureSize(box, space, document), document);
  return layoutSettled(
    box,
    space,
    { width: usedWidth(box, space, document), height: null },
    document,
  );
}
