import type { BlockBox } from '../box/box.ts';
import { placeOnPage } from './absolute/place-absolute.ts';
import type { Size } from '../geometry.ts';
import type { DocumentContext } from './document.ts';
import type { Item } from './item.ts';
import { plainColumn } from './plain-column.ts';
import { usedMargins } from './used-edges.ts';

/** Add the boxes whose containing block is the page area itself (CSS 2.1, section 10.1). */
function withInitial(item: Item, root: BlockBox, area: Size, document: DocumentContext): Item {
  const { initial } = document.outOfFlow;
  if (initial.length === 0) return item;
  const margins = usedMargins(root.style, area.width);
  const overlays = initial.map((box) => {
    const content = { x: margins.left ?? 0, y: margins.top ?? 0, item };
    const { x, y, item: own } = placeOnPage(box, area, document, content);
    return { x: x - content.x, y: y - content.y, item: own };
  });
  return { ...item, overlays: [...item.overlays, ...overlays] };
}

/** Measure the root box in the page area; its margins do not collapse (CSS 2.1, section 8.3.1). */
export function layoutRoot(root: BlockBox, area: Size, document: DocumentContext): Item {
  const laid = document.layoutBox(root, { width: area.width, height: area.height });
  const item = withInitial(laid, root, area, document);
  const margins = usedMargins(root.style, area.width);
  const [top, left, bottom] = [margins.top ?? 0, margins.left ?? 0, margins.bottom ?? 0];
  if (top === 0 && left === 0 && bottom === 0) return item;
  const outer = plainColumn(item.name, area.width, [{ x: left, gap: top, item }]);
  return { ...outer, height: outer.height + bottom, slack: bottom };
}
