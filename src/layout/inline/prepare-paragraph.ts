import type { Box, InlineFlowBox } from '../../box/box.ts';
import { bidiLevels, type Levels } from '../../font/bidi-levels.ts';
import type { Style } from '../../style/style.ts';
import type { LayoutContext } from '../context.ts';
import type { AtomSize } from './atom.ts';
import { collectText } from './collect-text.ts';
import { fillingOf } from './filling.ts';
import type { Filling } from './filling.ts';
import type { Paragraph, Part } from './paragraph.ts';
import type { Piece } from './piece.ts';
import { shapeSegments } from './shape-segments.ts';
import type { ShapeBase } from './shape-segments.ts';
import { textStyle } from './text-memory.ts';

/** A flow whose text is collected, cut and shaped; lines are still to be filled. */
export interface Prepared {
  readonly paragraph: Paragraph;
  readonly levels: Levels | null;
  readonly filling: Filling;
}

/** Room kept for a running total where nothing says how wide it will be, em. */
const LATE_EM = 6;

/** Collect, cut and shape the content of a flow; `width` is what percentages refer to. */
export function prepareParagraph(
  flow: InlineFlowBox,
  width: number,
  context: LayoutContext,
  sizeAtom: (box: Box) => AtomSize,
): Prepared {
  const paragraph = collectText(flow, { source: context, width });
  const levels = bidiLevels(paragraph.text, baseDirection(flow.style));
  const base = { source: context, text: paragraph.text, levels: levels?.levels ?? null };
  const pieces: Piece[] = [];
  if (!paragraph.empty) {
    for (const part of paragraph.parts) addPieces(part, base, sizeAtom, pieces);
  }
  const filling = fillingOf(paragraph, pieces);
  return { paragraph, levels, filling };
}

const baseDirection = ({ unicodeBidi, direction }: Style): 'ltr' | 'rtl' | 'auto' =>
  unicodeBidi === 'plaintext' ? 'auto' : direction;

function addPieces(
  part: Part,
  base: ShapeBase,
  sizeAtom: (box: Box) => AtomSize,
  pieces: Piece[],
): void {
  const { start, end, box } = part;
  const level = base.levels === null ? 0 : (base.levels[start] ?? endLevel(part));
  const place = { start, end, box, level };
  switch (part.kind) {
    case 'text':
      return shapeSegments(part, base, pieces);
    case 'open':
    case 'close':
      pieces.push({ kind: part.kind, ...place, width: edgeWidth(part) });
      return;
    case 'atom':
      pieces.push({ kind: 'atom', ...place, content: part.content, ...sizeAtom(part.content) });
      return;
    case 'anchor': {
      const { content, inlineLevel } = part;
      pieces.push({ kind: 'anchor', ...place, width: 0, content, inlineLevel });
      return;
    }
    case 'late': {
      const style = textStyle(part.style, base.source);
      const width = LATE_EM * style.font.size;
      pieces.push({ kind: 'late', ...place, part, textStyle: style, width });
      return;
    }
    case 'break':
      pieces.push({ kind: 'break', ...place, width: 0 });
      return;
    case 'control':
      return;
  }
}

/** What stands behind all text has the direction of the paragraph. */
const endLevel = ({ kind, box }: Part): number =>
  kind === 'anchor' && box.style.direction === 'rtl' ? 1 : 0;

function edgeWidth(part: Extract<Part, { kind: 'open' | 'close' }>): number {
  const { left, right, style } = part.box;
  return (part.kind === 'open') === (style.direction === 'ltr') ? left : right;
}
