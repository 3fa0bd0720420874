import type { Element, Node, Text } from '../markup/element.ts';
import type { StyledNode } from '../style/style-cache.ts';
import { styleElement } from '../style/style-element.ts';
import { siblingsOf } from '../style/tree-position.ts';
import { inlineFlow } from './arrange-blocks.ts';
import type { Box, CellBox, RowBox } from './box.ts';
import { anonymous, askFor, DEPTH_LIMIT, type Build, type Frame } from './build.ts';
import { makeCell } from './build-table-part.ts';
import { tagOf } from './build-tag.ts';
import { mayGenerate } from './generated.ts';
import { isBlankText, textInline } from './text-inline.ts';

/** A cell that holds one text, or nothing. */
interface PlainCell {
  readonly element: Element;
  readonly node: StyledNode;
  readonly text: Text | null;
}

/**
 * The row of an element that holds nothing but cells with one text each, as nearly all rows of long tables do: it gives
 * what the long way would, without the frames and contents that the long way passes on. Null for any other row.
 */
export function plainRow(frame: Frame, build: Build): RowBox | null {
  if (mayGenerate(frame, build) || frame.depth >= DEPTH_LIMIT) return null;
  const found = plainCells(frame, build);
  if (found === null) return null;
  const { style, tag, element } = frame;
  const cells = found.map((cell) => cellBox(cell, frame, build));
  return { kind: 'row', style, tag, source: element.source, cells };
}

function plainCells(frame: Frame, build: Build): readonly PlainCell[] | null {
  const { children } = frame.element;
  const siblings = siblingsOf(children);
  const cells: PlainCell[] = [];
  for (const child of children) {
    if (child.kind === 'text') {
      if (isBlankText(child.text, anonymous(build, frame.style, 'inline'))) continue;
      return null;
    }
    const text = onlyText(child.children);
    if (text === undefined || (child.name !== 'td' && child.name !== 'th')) return null;
    const position = { element: child, parent: frame.position, siblings, index: cells.length };
    const node = styleElement(build.cascade, position, frame.node);
    if (!isCell(node)) return null;
    cells.push({ element: child, node, text });
  }
  // Growing arrays keep room for 16 entries; most rows have fewer cells.
  return cells.slice();
}

/** The only text of an element, null where it has no children at all. */
function onlyText(children: readonly Node[]): Text | null | undefined {
  const [first] = children;
  if (first === undefined) return null;
  return children.length === 1 && first.kind === 'text' ? first : undefined;
}

/** Boxes out of flow are blocks, whatever they would be in it (CSS Display 3, section 2.7). */
function isCell({ style, warnings }: StyledNode): boolean {
  return style.display === 'table-cell' && warnings.length === 0;
}

function cellBox({ element, node, text }: PlainCell, row: Frame, build: Build): CellBox {
  const { style } = node;
  askFor(build, style.fontFamily, element.source);
  const cell = { style, tag: tagOf(element, style, row, build), element };
  return makeCell(cell, text === null ? NO_BOXES : textBoxes(text, cell, build), build);
}

const NO_BOXES: readonly Box[] = [];

function textBoxes(
  text: Text,
  cell: Pick<Frame, 'style' | 'tag' | 'element'>,
  build: Build,
): readonly Box[] {
  const inline = textInline(text, cell, build);
  return isBlankText(text.text, inline.style)
    ? NO_BOXES
    : [inlineFlow([inline], cell, true, build)];
}
