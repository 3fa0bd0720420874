import type { PictureBox } from '../box/box.ts';
import type { Rect, Size } from '../geometry.ts';
import type { Style } from '../style/style.ts';
import type { Space } from './context.ts';
import { decorationOf } from './decoration.ts';
import type { DocumentContext, Settled } from './document.ts';
import { breaksOf, groupOf, layerOf } from './effects.ts';
import { finishItem } from './finish-item.ts';
import type { Item, ItemMark, Leaf } from './item.ts';
import { nameOf } from './name-of.ts';
import { completeSize } from './picture-size.ts';
import { usedEdges } from './used-edges.ts';

/** How much the picture is scaled across and down to fill its content box (CSS Images 3, section 5.5). */
function scale(fit: Style['objectFit'], natural: Size, box: Size): Size {
  const across = natural.width > 0 ? box.width / natural.width : 1;
  const down = natural.height > 0 ? box.height / natural.height : 1;
  const both = (factor: number): Size => ({ width: factor, height: factor });
  switch (fit) {
    case 'fill':
      return { width: across, height: down };
    case 'contain':
      return both(Math.min(across, down));
    case 'cover':
      return both(Math.max(across, down));
    case 'none':
      return both(1);
    case 'scale-down':
      return both(Math.min(1, across, down));
  }
}

/** The part of the content box that the picture fills, centred; it may be larger than the box. */
export function fittedRect(fit: Style['objectFit'], natural: Size, box: Size): Rect {
  const factor = scale(fit, natural, box);
  const width = natural.width * factor.width;
  const height = natural.height * factor.height;
  return { x: (box.width - width) / 2, y: (box.height - height) / 2, width, height };
}

/** Measure a picture at a settled size; an open height follows from its ratio. */
export function layoutPicture(
  box: PictureBox,
  space: Space,
  settled: Settled,
  document: DocumentContext,
): Item {
  const { style, picture, tag } = box;
  const size = completeSize(box, space, settled, document);
  const edges = usedEdges(style, space.width, document.caches);
  const width = Math.max(0, size.width - edges.left - edges.right);
  const height = Math.max(0, size.height - edges.top - edges.bottom);
  const source = fittedRect(style.objectFit, picture, { width, height });
  const marks: readonly ItemMark[] =
    style.visibility === 'visible'
      ? [
          {
            x: edges.left,
            y: edges.top,
            mark: { kind: 'picture', width, height, picture, source, tag },
          },
        ]
      : [];
  const leaf: Leaf = {
    kind: 'leaf',
    ...size,
    breaks: breaksOf(style),
    decoration: decorationOf(style, size, document.caches.decorations),
    overlays: [],
    group: groupOf(style, size),
    layer: layerOf(style),
    baseline: null,
    name: nameOf(box),
    marks,
  };
  return finishItem(box, leaf, space, document);
}
