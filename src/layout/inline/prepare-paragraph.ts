import type { Box, InlineFlowBox } from '../../box/box.ts';
import type { Face } from '../../font/face.ts';
import type { LayoutContext } from '../context.ts';
import type { AtomSize } from './atom.ts';
import { bidiLevels } from './bidi-levels.ts';
import type { Levels } from './bidi-levels.ts';
import { collectText } from './collect-text.ts';
import { fillingOf } from './filling.ts';
import type { Filling } from './filling.ts';
import { runWidth, styleSpacing } from './glyph-run.ts';
import type { Paragraph, Part, TextPart } from './paragraph.ts';
import type { Piece } from './piece.ts';
import { shapeSegments } from './shape-segments.ts';
import type { ShapeBase } from './shape-segments.ts';
import { shapingOf, usedFont } from './used-font.ts';
import type { UsedFont } from './used-font.ts';

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
  const { fonts, language } = context;
  const paragraph = collectText(flow, { fonts, language, width });
  const levels = bidiLevels(paragraph.text, flow.style);
  const base: ShapeBase = { fonts, language, text: paragraph.text, levels: levels?.levels ?? null };
  const pieces: Piece[] = [];
  if (!paragraph.empty) {
    for (const part of paragraph.parts) addPieces(part, base, sizeAtom, pieces);
  }
  const filling = fillingOf(paragraph, pieces, (piece) => hyphenWidth(piece, base));
  return { paragraph, levels, filling };
}

function addPieces(
  part: Part,
  base: ShapeBase,
  sizeAtom: (box: Box) => AtomSize,
  pieces: Piece[],
): void {
  const { start, end, box } = part;
  const level = base.levels?.[start] ?? 0;
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
    case 'late': {
      const font = usedFont(part.style, base.fonts, base.language);
      pieces.push({ kind: 'late', ...place, part, font, width: LATE_EM * font.size });
      return;
    }
    case 'break':
      pieces.push({ kind: 'break', ...place, width: 0 });
      return;
    case 'control':
      return;
  }
}

function edgeWidth(part: Extract<Part, { kind: 'open' | 'close' }>): number {
  const { left, right, style } = part.box;
  return (part.kind === 'open') === (style.direction === 'ltr') ? left : right;
}

function hyphenWidth(piece: Piece | undefined, base: ShapeBase): number {
  if (piece?.kind !== 'text') return 0;
  const run = hyphenRun(piece.part, piece.font, base.language);
  return runWidth(run, piece.font.size, styleSpacing(piece.part.style));
}

/** The hyphen shown where a line ends at a soft hyphen; extracts as the soft hyphen that it is. */
export function hyphenRun(
  part: TextPart,
  font: UsedFont,
  language: string,
): ReturnType<Face['shape']> {
  const face = font.stack.primary;
  const text = face.covers(0x2010) ? '\u2010' : '-';
  return { ...face.shape(text, shapingOf(part.style, language)), text: '\u00AD' };
}
