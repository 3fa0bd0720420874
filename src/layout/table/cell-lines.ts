import type { CellBox } from '../../box/box.ts';
import type { Style } from '../../style/style.ts';
import type { Container } from '../block/stack-blocks.ts';
import type { Space } from '../context.ts';
import type { DocumentContext } from '../document.ts';
import { linesOfText, plainLines, type PlainLine, type Room } from '../inline/plain-text.ts';
import { resolve } from '../used-edges.ts';

/** The lines of a cell with nothing but one paragraph of plain text in it; null elsewhere. */
export function cellLines(
  box: CellBox,
  { space }: Container,
  document: DocumentContext,
): readonly PlainLine[] | null {
  if (box.text !== null) {
    const { text, textStyle: style, tag } = box;
    return linesOfText({ text, style, tag }, style, roomIn(space, style), document);
  }
  const [only] = box.children;
  if (only?.kind !== 'inline-flow' || box.children.length > 1) return null;
  return plainLines(only, roomIn(space, only.style), document);
}

function roomIn({ width }: Space, { textIndent }: Style): Room {
  return { width, indent: resolve(textIndent, width) };
}
