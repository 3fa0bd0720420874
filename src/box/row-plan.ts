import { lastName, type PatternedRow } from '../markup/patterned-row.ts';
import { placeIn, type PatternNode, type RowGaps } from '../markup/row-pattern.ts';
import type { StyledNode } from '../style/style-cache.ts';
import { isShared } from '../style/style-element.ts';
import type { Style } from '../style/style.ts';
import { decimalIn } from './amount.ts';
import type { CellBox, FilledCell, RowBox } from './box.ts';
import { anonymous, type Build, type Frame } from './build.ts';
import { filledCell, textCell } from './cell.ts';
import type { Tag } from './tag.ts';
import { isBlankText } from './text-inline.ts';

/** What the cells of rows have in common that are of one pattern and one style. */
export type RowPlan = readonly CellPlan[];

interface CellPlan {
  readonly place: PatternNode;
  readonly style: Style;
  readonly textStyle: Style;
  /** What its tag says beside its place; null where it has none of its own. */
  readonly tag: Pick<Tag, 'role' | 'properties'> | null;
  /** What it adds to a running total, and whether the row has the value in its gap. */
  readonly amount: CellBox['amount'];
  readonly isAmountOwn: boolean;
}

/** Plans of a document, by the style of the row. */
export type RowPlans = WeakMap<PatternedRow['pattern'], Map<StyledNode, RowPlan>>;

/** The plan that was made for rows like this one. */
export function knownPlan(
  { pattern }: PatternedRow,
  node: StyledNode,
  build: Build,
): RowPlan | null {
  return build.rowPlans.get(pattern)?.get(node) ?? null;
}

/** Make a plan from a row that was built the long way, if the other rows of its pattern differ from it in gaps alone. */
export function planRow(row: RowBox, element: PatternedRow, { node }: Frame, build: Build): void {
  const { pattern } = element;
  const cells = pattern.nodes.filter((place) => place.node.kind === 'element');
  const plan: CellPlan[] = [];
  for (const [index, place] of cells.entries()) {
    const box = row.cells[index];
    const cell = box ? planCell(box, place, row, { node, build }) : null;
    if (cell === null) return;
    plan.push(cell);
  }
  const plans = build.rowPlans.get(pattern) ?? new Map<StyledNode, RowPlan>();
  build.rowPlans.set(pattern, plans.set(node, plan));
}

function planCell(
  box: CellBox,
  place: PatternNode,
  row: RowBox,
  { node, build }: { readonly node: StyledNode; readonly build: Build },
): CellPlan | null {
  const { node: element, data, text } = place;
  if (element.kind === 'text' || !isShared(build.cascade, element, node)) return null;
  const { id, headers, 'data-amount': written } = element.attributes;
  if (id !== undefined || headers !== undefined) return null;
  if (box.columnSpan !== 1 || box.rowSpan !== 1 || row.tag.role !== 'TR') return null;
  if ((box.text === null) !== text < 0 || (box.text === null && box.children.length > 0))
    return null;
  if (written !== undefined && box.amount === null) return null;
  const { style, tag, amount } = box;
  const own = tag === row.tag ? null : { role: tag.role, properties: tag.properties };
  const textStyle = anonymous(build, style, 'inline');
  const last = data < 0 ? null : lastName(element.attributes);
  if (last === 'data-total') return null;
  return { place, style, textStyle, tag: own, amount, isAmountOwn: last === 'data-amount' };
}

/** The row that cells stand in. */
type Place = Pick<RowBox, 'tag' | 'source'>;

/** The cells of a row by its plan, their tags in order behind that of the row; null where a cell is blank or an amount no decimal. */
export function plannedCells(plan: RowPlan, gaps: RowGaps, row: Place): readonly CellBox[] | null {
  const cells = new Array<CellBox>(plan.length);
  let { order } = row.tag;
  for (let index = 0; index < plan.length; index++) {
    const each = plan[index];
    if (each === undefined) return null;
    if (each.tag !== null) order += 1;
    const cell = plannedCell(each, gaps, row, order);
    if (cell === null) return null;
    cells[index] = cell;
  }
  return cells;
}

/** How many tags a row of a plan has beside its own. */
export function tagsIn(plan: RowPlan): number {
  let count = 0;
  for (const { tag } of plan) if (tag !== null) count += 1;
  return count;
}

function plannedCell(plan: CellPlan, gaps: RowGaps, row: Place, order: number): CellBox | null {
  const { place, style, textStyle } = plan;
  const amount = plan.isAmountOwn ? ownAmount(plan, gaps) : plan.amount;
  if (plan.isAmountOwn && amount === null) return null;
  const tag = plan.tag === null ? row.tag : tagIn(row.tag, plan.tag, order);
  const source = placeIn(gaps, row.source, place);
  const facts = { style, tag, source, columnSpan: 1, rowSpan: 1, amount };
  const text = place.text < 0 ? null : (gaps.texts[place.text] ?? '');
  if (text === null) return filledCell(facts, NO_BOXES);
  if (isBlankText(text, textStyle)) return null;
  return textCell(facts, text, textStyle, gaps.starts[place.text] ?? 0);
}

function tagIn(
  parent: Tag,
  { role, properties }: Pick<Tag, 'role' | 'properties'>,
  order: number,
): Tag {
  return { role, parent, order, properties };
}

function ownAmount({ amount, place }: CellPlan, gaps: RowGaps): CellBox['amount'] {
  const value = decimalIn(gaps.texts[place.data] ?? '');
  return value === null || amount === null ? null : { name: amount.name, value };
}

const NO_BOXES: FilledCell['children'] = [];
