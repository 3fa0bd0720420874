import type { CellBox } from '../../box/box.ts';
import type { Container } from '../block/stack-blocks.ts';
import type { Room } from '../inline/fill-lines.ts';
import { onlyText, type BlockText } from '../inline/plain-text.ts';
import { resolve } from '../used-edges.ts';

/** The text of a cell that has one and nothing else in it; null elsewhere. */
export function cellText(box: CellBox): BlockText | null {
  if (box.text !== null) {
    const { text, textStyle: style, tag } = box;
    return { text, style, tag, block: style };
  }
  const [only] = box.children;
  return only?.kind === 'inline-flow' && box.children.length === 1 ? onlyText(only) : null;
}

/** The room that the lines of such a text have. */
export function textRoom({ block }: BlockText, { space: { width } }: Container): Room {
  return { width, indent: resolve(block.textIndent, width) };
}
