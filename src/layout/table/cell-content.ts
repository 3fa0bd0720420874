import type { Box, CellBox, Inline, InlineFlowBox, TextCell } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';
import { stackBlocks, type Container, type Stack } from '../block/stack-blocks.ts';
import type { DocumentContext } from '../document.ts';
import type { CellFrame } from './cell-frame.ts';
import type { Tracks } from './measure-cell.ts';

/** The boxes in a cell. */
export function cellChildren(box: CellBox): readonly Box[] {
  return box.text === null ? box.children : [textFlow(box)];
}

/** The anonymous block around the text of a cell. */
export function textFlow({ text, textStyle, textSource, tag, source }: TextCell): InlineFlowBox {
  const inline = { kind: 'text' as const, text, style: textStyle, tag, source: textSource };
  return { kind: 'inline-flow', style: textStyle, tag, source, content: [inline] };
}

/** The content of a cell; what is measured twice is kept, or tables within tables would double the work at each level. */
export function cellStack(box: CellBox, container: Container, document: DocumentContext): Stack {
  const { width, height } = container.space;
  const known = document.caches.cells.get(box) ?? [];
  const found = known.find((each) => each.width === width && each.height === height);
  if (found) return found.stack;
  const stack = stackBlocks(cellChildren(box), container, document);
  document.caches.cells.set(box, [...known, { width, height, stack }]);
  return stack;
}

/** Whether anything that stands directly in the cell has a percentage of its height, and one that counts. */
export function leansOnHeight(box: CellBox, { given }: CellFrame, { model }: Tracks): boolean {
  if (given === null && model.box.style.height === 'auto') return false;
  return box.text === null && box.children.some(isShareOfHeight);
}

function isShareOfHeight(box: Box): boolean {
  if (box.kind === 'inline-flow') return box.content.some(holdsShare);
  return hasPercentHeight(box.style);
}

function holdsShare(inline: Inline): boolean {
  if (inline.kind === 'span') return inline.children.some(holdsShare);
  return inline.kind === 'atom' && isShareOfHeight(inline.box);
}

function hasPercentHeight({ height, minHeight, maxHeight }: Style): boolean {
  return [height, minHeight, maxHeight].some(
    (value) => typeof value !== 'string' && value.percent !== 0,
  );
}
