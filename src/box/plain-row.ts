import { letGo, type Element, type Node } from '../markup/element.ts';
import { PatternedRow } from '../markup/patterned-row.ts';
import type { StyledNode } from '../style/style-cache.ts';
import { styleElement } from '../style/style-element.ts';
import type { Style } from '../style/style.ts';
import { siblingsOf, type Siblings } from '../style/tree-position.ts';
import { directsParagraphs, inlineFlow } from './arrange-blocks.ts';
import { MOST_KEPT_ROWS, type Box, type CellBox, type RowBox } from './box.ts';
import { anonymous, askFor, DEPTH_LIMIT, type Build, type Frame } from './build.ts';
import { cellFacts, type CellFrame } from './build-table-part.ts';
import { filledCell, textCell } from './cell.ts';
import { tagOf } from './build-tag.ts';
import { mayGenerate } from './generated.ts';
import { RereadRow } from './reread-row.ts';
import {
  askForFamilies,
  fitsPlan,
  knownPlan,
  plannedCells,
  planRow,
  tagsIn,
  type RowPlan,
} from './row-plan.ts';
import { isBlankText, textInline } from './text-inline.ts';

/**
 * The row of an element that holds nothing but cells with one text each, as nearly all rows of long tables do: it gives
 * what the long way would, without the frames and contents that the long way passes on. Null for any other row.
 */
export function plainRow(frame: Frame, build: Build): RowBox | null {
  if (mayGenerate(frame, build) || frame.depth >= DEPTH_LIMIT) return null;
  const { element } = frame;
  if (!(element instanceof PatternedRow)) return rowOfCells(frame, build);
  return patternedRow(element, frame, build);
}

/** A row by what is known of its pattern; where nothing is, its cells are looked at, and the next one has a plan. */
function patternedRow(element: PatternedRow, frame: Frame, build: Build): RowBox | null {
  const plan = knownPlan(element, frame.node, build);
  const planned = plan && plannedRow(plan, element, frame, build);
  if (planned !== null) return planned;
  const row = rowOfCells(frame, build);
  if (row !== null && plan === null) planRow(row, element, frame, build);
  return row;
}

function plannedRow(
  plan: RowPlan,
  element: PatternedRow,
  { style, tag, position }: Frame,
  build: Build,
): RowBox | null {
  const { source } = element;
  // What hides a table, or makes it none, is in its tags and not in its style.
  if (tag.role !== 'TR') return null;
  const gaps = element.gaps();
  if (!fitsPlan(plan, gaps)) return null;
  askForFamilies(plan, gaps, { tag, source }, build);
  for (let count = tagsIn(plan); count > 0; count--) build.nextOrder();
  const isLong = position.siblings.elements.length > MOST_KEPT_ROWS;
  if (isLong) return new RereadRow({ style, tag }, element, plan);
  const cells = plannedCells(plan, gaps, { tag, source });
  return { kind: 'row', style, tag, source, columns: cells.length, cells };
}

function rowOfCells(frame: Frame, build: Build): RowBox | null {
  const { style, tag, element } = frame;
  const { content } = element;
  if (typeof content === 'string' || !hasPlainCells(content, style, build)) return null;
  const siblings = siblingsOf(content);
  const nodes = cellNodes(siblings, frame, build);
  if (nodes === null) return null;
  const cells = new Array<CellBox>(nodes.length);
  for (let index = 0; index < nodes.length; index++) {
    const [cell, node] = [siblings.elements[index], nodes[index]];
    if (cell && node) cells[index] = cellBox(cell, node, frame, build);
  }
  letGo(element);
  return { kind: 'row', style, tag, source: element.source, columns: null, cells };
}

/** Whether a row has nothing but cells with one text each, or with nothing at all. */
function hasPlainCells(children: readonly Node[], row: Style, build: Build): boolean {
  const style = anonymous(build, row, 'inline');
  for (const child of children) {
    if (child.kind === 'text') {
      if (!isBlankText(child.text, style)) return false;
    } else {
      if (child.name !== 'td' && child.name !== 'th') return false;
      if (typeof child.content !== 'string' && child.content.length > 0) return false;
    }
  }
  return true;
}

/** The styles of the cells; null where one of them is no cell for its style. */
function cellNodes(siblings: Siblings, row: Frame, build: Build): readonly StyledNode[] | null {
  const { elements } = siblings;
  const nodes = new Array<StyledNode>(elements.length);
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (!element) return null;
    const node = styleElement(
      build.cascade,
      { element, parent: row.position, siblings, index },
      row.node,
    );
    if (!isCell(node)) return null;
    nodes[index] = node;
  }
  return nodes;
}

/** Boxes out of flow are blocks, whatever they would be in it (CSS Display 3, section 2.7). */
function isCell({ style, warnings }: StyledNode): boolean {
  return style.display === 'table-cell' && warnings.length === 0;
}

function cellBox(element: Element, { style }: StyledNode, row: Frame, build: Build): CellBox {
  askFor(build, style.fontFamily, element.source);
  const cell = { style, tag: tagOf(element, style, row, build), element };
  const { content } = element;
  return typeof content === 'string'
    ? cellOfText(content, cell, build)
    : filledCell(cellFacts(cell, build), NO_BOXES);
}

const NO_BOXES: readonly Box[] = [];

function cellOfText(text: string, cell: CellFrame, build: Build): CellBox {
  const style = anonymous(build, cell.style, 'inline');
  if (isBlankText(text, style)) return filledCell(cellFacts(cell, build), NO_BOXES);
  if (!directsParagraphs(cell.style))
    return textCell(cellFacts(cell, build), text, style, cell.element.textSource);
  const flow = inlineFlow(
    [textInline(text, cell.element.textSource, cell, build)],
    cell,
    true,
    build,
  );
  return filledCell(cellFacts(cell, build), [flow]);
}
