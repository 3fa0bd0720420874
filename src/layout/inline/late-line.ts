import type { InlineFlowBox } from '../../box/box.ts';
import type { LayoutContext } from '../context.ts';
import type { Leaf } from '../item.ts';
import { paragraphControls } from './bidi-controls.ts';
import { rootInlineBox } from './inline-box.ts';
import { alignedSide, alignedStart } from './justify.ts';
import { lineLeaf } from './line-leaf.ts';
import { lateMark } from './text-marks.ts';
import { textStyle } from './text-memory.ts';

/** The line of a flow with nothing but a running total in it, as the cells that carry sums have; null for any other flow. */
export function lateLine(
  flow: InlineFlowBox,
  room: { readonly width: number; readonly indent: number },
  context: LayoutContext,
): Leaf | null {
  const { content, style, tag } = flow;
  const [total] = content;
  if (total?.kind !== 'running-total' || content.length > 1) return null;
  if (style.direction !== 'ltr' || paragraphControls(style) !== null) return null;
  if (total.style.visibility !== 'visible') return null;
  const box = rootInlineBox(style, tag, { source: context, width: room.width });
  const { extent } = box.font;
  const width = Math.max(0, room.width - room.indent);
  const x = alignedStart(style, room.indent, width, room.width);
  const { of, style: own, tag: ownTag } = total;
  const part = { kind: 'late' as const, start: 0, end: 1, box, of, style: own, tag: ownTag };
  const mark = lateMark(
    { kind: 'late', box, level: 0, part, textStyle: textStyle(own, context), width },
    { x, baseline: extent.above, wordSpacing: 0, language: context.language },
    alignedSide(style, false),
  );
  return lineLeaf({ width: room.width, extent }, [mark], []);
}
