import type { Box, InlineFlowBox } from '../../box/box.ts';
import { failure } from '../../failure.ts';
import type { Failure } from '../../failure.ts';
import type { Levels } from '../../font/bidi-levels.ts';
import { lastResortFace } from '../../font/last-resort.ts';
import { place } from '../../markup/element.ts';
import type { Style } from '../../style/style.ts';
import type { LayoutContext, Space } from '../context.ts';
import type { Column, Leaf } from '../item.ts';
import { layoutAtom } from './atom.ts';
import { fillLines } from './fill-lines.ts';
import type { Part } from './paragraph.ts';
import type { Piece } from './piece.ts';
import { lateLine } from './late-line.ts';
import { plainLeaves } from './line-leaf.ts';
import { onlyText, plainText } from './plain-text.ts';
import { placeLine } from './place-line.ts';
import type { LineFrame } from './place-line.ts';
import { preparedFor } from './prepared-paragraphs.ts';
import type { Prepared } from './prepare-paragraph.ts';
import { resolveLength } from './resolve-length.ts';

/** The lines of a flow that has nothing but a plain text, or a running total, in it; null where there is more to it. */
export function simpleLines(
  box: InlineFlowBox,
  { width }: Space,
  context: LayoutContext,
): readonly Leaf[] | null {
  const room = { width, indent: resolveLength(box.style.textIndent, width) };
  const text = onlyText(box);
  const plain = text && plainText(text, room, context);
  if (plain) return plainLeaves(plain, room, context);
  const late = lateLine(box, room, context);
  return late && [late];
}

/** Lay a flow of inline content out in line boxes (CSS 2.1, section 9.4.2): a column of lines, empty where nothing shows. */
export function layoutInlineFlow(box: InlineFlowBox, space: Space, context: LayoutContext): Column {
  const simple = simpleLines(box, space, context);
  return simple ? column(box, space.width, simple) : layoutParagraph(box, space, context);
}

/** The same for any flow, however simple. */
export function layoutParagraph(box: InlineFlowBox, space: Space, context: LayoutContext): Column {
  const prepared = preparedFor(box, space.width, context, (atom) =>
    layoutAtom(atom, space, context),
  );
  const { filling, paragraph } = prepared;
  const still = stillOf(box.style, space, context);
  if (filling.pieces.length === 0)
    return withAnchors(column(box, space.width, []), anchorsOf(paragraph.parts), still);
  warnMissing(filling.pieces, context);
  const frame: LineFrame = {
    text: paragraph.text,
    pieces: filling.pieces,
    root: paragraph.root,
    language: context.language,
    width: space.width,
    isRtl: directionOf(box, prepared),
    placeStill: still.placeStill,
  };
  const indent = resolveLength(box.style.textIndent, space.width);
  const lines = fillLines(filling, { width: space.width, indent });
  const leaves = lines.map((line) => placeLine(frame, line));
  const left = anchorsOf(filling.pieces.slice(lines.at(-1)?.end.piece ?? 0));
  return withAnchors(column(box, space.width, leaves), left, still);
}

/** How boxes out of flow of a paragraph are placed. */
interface Still {
  readonly placeStill: LineFrame['placeStill'];
  readonly rtl: boolean;
}

/** `x` is the box's left edge where text runs from left to right, else its right edge. */
function stillOf(style: Style, space: Space, context: LayoutContext): Still {
  const rtl = style.direction === 'rtl';
  const right = rtl ? space.width : 0;
  const placeStill: LineFrame['placeStill'] = (box, { x, y }) =>
    context.placeStill(box, { x: x - right, y, space, style });
  return { placeStill, rtl };
}

function anchorsOf(parts: readonly (Part | Piece)[]): readonly Box[] {
  return parts.flatMap((part) => (part.kind === 'anchor' ? [part.content] : []));
}

/** A paragraph with the boxes out of flow that no line has: beneath its lines. */
function withAnchors(paragraph: Column, boxes: readonly Box[], { placeStill, rtl }: Still): Column {
  if (boxes.length === 0) return paragraph;
  const x = rtl ? paragraph.width : 0;
  const overlays = boxes.map((box) => placeStill(box, { x, y: paragraph.height }));
  return { ...paragraph, overlays: overlays.filter((overlay) => overlay !== null) };
}

function column(box: InlineFlowBox, width: number, lines: readonly Leaf[]): Column {
  const { style } = box;
  return {
    kind: 'column',
    width,
    height: lines.reduce((sum, line) => sum + line.height, 0),
    breaks: { before: 'auto', after: 'auto', inside: style.breakInside },
    decoration: null,
    overlays: [],
    group: null,
    layer: 0,
    baseline: lines[0]?.baseline ?? null,
    name: { kind: 'text', source: box.source },
    children: lines.map((item) => ({ x: 0, gap: 0, item })),
    top: 0,
    bottom: 0,
    slack: 0,
    isSet: false,
    marks: [],
    head: null,
    foot: null,
    orphans: style.orphans,
    widows: style.widows,
    cut: 'slice',
  };
}

/** Direction of the line that begins at an offset: the flow's, or that of its text (`unicode-bidi: plaintext`). */
function directionOf(box: InlineFlowBox, { levels }: Prepared): LineFrame['isRtl'] {
  const rtl = box.style.direction === 'rtl';
  if (box.style.unicodeBidi !== 'plaintext') return () => rtl;
  if (levels === null) return () => false;
  return (offset) => baseLevel(levels, offset) % 2 === 1;
}

function baseLevel({ bases }: Levels, offset: number): number {
  return bases.findLast(({ start }) => start <= offset)?.level ?? 0;
}

/** Say which characters no face has, each once in a document. */
function warnMissing(pieces: readonly Piece[], context: LayoutContext): void {
  const { missing } = context.textMemory;
  for (const piece of pieces) {
    if (piece.kind !== 'text' || piece.run.face !== lastResortFace) continue;
    for (const char of piece.run.text.trimEnd()) {
      if (!missing.has(char)) {
        const where = place(context.lines.at(piece.part.source));
        context.warn(missingCharacter(char, where, context));
      }
      missing.add(char);
    }
  }
}

function missingCharacter(char: string, where: string, { fonts }: LayoutContext): Failure {
  const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const found = `U+${code}`;
  const words = `No font has the character ${found}.`;
  return failure('layout', where, words, { found, hint: fonts.remedy(char) });
}
