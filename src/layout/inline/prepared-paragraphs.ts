import type { Box, InlineFlowBox } from '../../box/box.ts';
import type { Length, Style } from '../../style/style.ts';
import type { LayoutContext } from '../context.ts';
import type { AtomSize } from './atom.ts';
import type { Part } from './paragraph.ts';
import { prepareParagraph, type Prepared } from './prepare-paragraph.ts';

/** Paragraphs kept at a time: an item's widths are asked for shortly before its lines. */
const MAX_KEPT = 32;

/** A prepared paragraph: the one that its widths were measured with, where the width of its room says nothing of it. */
export function preparedFor(
  flow: InlineFlowBox,
  width: number,
  context: LayoutContext,
  sizeAtom: (box: Box) => AtomSize,
): Prepared {
  const { prepared } = context.textMemory;
  const known = prepared.get(flow);
  if (known !== undefined) return known;
  const made = prepareParagraph(flow, width, context, sizeAtom);
  if (!made.paragraph.parts.every(isFree)) return made;
  if (prepared.size >= MAX_KEPT) prepared.clear();
  prepared.set(flow, made);
  return made;
}

/** Whether a part is the same in a room of any width. */
function isFree({ kind, box }: Part): boolean {
  if (kind === 'atom' || kind === 'anchor') return false;
  return kind !== 'open' || isFreeSpan(box.style);
}

function isFreeSpan(style: Style): boolean {
  if (style.position === 'relative') return false;
  return (
    isFixed(style.marginLeft) &&
    isFixed(style.marginRight) &&
    isFixed(style.paddingTop) &&
    isFixed(style.paddingRight) &&
    isFixed(style.paddingBottom) &&
    isFixed(style.paddingLeft)
  );
}

function isFixed(length: Length | 'auto'): boolean {
  return length === 'auto' || length.percent === 0;
}
