import type { Element } from '../markup/element.ts';
import { lastName, type PatternedRow } from '../markup/patterned-row.ts';
import { placeIn, type PatternNode, type RowGaps } from '../markup/row-pattern.ts';
import type { StyledNode } from '../style/style-cache.ts';
import { isShared } from '../style/style-element.ts';
import type { Style } from '../style/style.ts';
import { decimalIn } from './amount.ts';
import type { CellAmount, CellBox, FilledCell, RowBox } from './box.ts';
import { anonymous, askFor, type Build, type Frame } from './build.ts';
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

/** Plans by the style of the row, for all documents: a template has the same rows in each. */
export type RowPlans = WeakMap<PatternedRow['pattern'], WeakMap<StyledNode, RowPlan>>;

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
  const plans = build.rowPlans.get(pattern) ?? new WeakMap<StyledNode, RowPlan>();
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
  const { style, tag } = box;
  const own = tag === row.tag ? null : { role: tag.role, properties: tag.properties };
  const textStyle = anonymous(build, style, 'inline');
  const last = data < 0 ? null : lastName(element.attributes);
  if (last === 'data-total') return null;
  const isAmountOwn = last === 'data-amount';
  const amount = box.amount === null ? null : plannedTotal(element, isAmountOwn);
  return { place, style, textStyle, tag: own, amount, isAmountOwn };
}

/** What a cell adds to a running total, in the words of the pattern: those of the box are of one document. */
function plannedTotal({ attributes }: Element, isAmountOwn: boolean): CellAmount {
  const value = isAmountOwn ? '' : (attributes['data-amount'] ?? '').trim();
  return { name: attributes['data-total'] ?? '', value };
}

/** Ask for the families of a plan's cells, once in each document. */
export function askForFamilies(plan: RowPlan, gaps: RowGaps, row: Place, build: Build): void {
  if (build.askedPlans.has(plan)) return;
  build.askedPlans.add(plan);
  for (const { style, place } of plan)
    askFor(build, style.fontFamily, placeIn(gaps, row.source, place));
}

/** The row that cells stand in. */
type Place = Pick<RowBox, 'tag' | 'source'>;

/** Whether a row may have its cells by the plan: none of them is blank, and each amount of its own is a decimal. */
export function fitsPlan(plan: RowPlan, gaps: RowGaps): boolean {
  for (const { place, textStyle, isAmountOwn } of plan) {
    if (place.text >= 0 && isBlankText(gaps.texts[place.text] ?? '', textStyle)) return false;
    if (isAmountOwn && decimalIn(gaps.texts[place.data] ?? '') === null) return false;
  }
  return true;
}

/** The cells of a row that fits its plan, their tags in order behind that of the row. */
export function plannedCells(plan: RowPlan, gaps: RowGaps, row: Place): readonly CellBox[] {
  let { order } = row.tag;
  return plan.map((each) => {
    if (each.tag !== null) order += 1;
    return plannedCell(each, gaps, row, order);
  });
}

/** What these cells add to running totals. */
export function plannedAmounts(plan: RowPlan, gaps: RowGaps): readonly CellAmount[] {
  const amounts: CellAmount[] = [];
  for (const each of plan) {
    const amount = plannedAmount(each, gaps);
    if (amount !== null) amounts.push(amount);
  }
  return amounts;
}

/** How many tags a row of a plan has beside its own. */
export function tagsIn(plan: RowPlan): number {
  let count = 0;
  for (const { tag } of plan) if (tag !== null) count += 1;
  return count;
}

function plannedCell(plan: CellPlan, gaps: RowGaps, row: Place, order: number): CellBox {
  const { place, style, textStyle } = plan;
  const amount = plannedAmount(plan, gaps);
  const tag = plan.tag === null ? row.tag : tagIn(row.tag, plan.tag, order);
  const source = placeIn(gaps, row.source, place);
  const facts = { style, tag, source, columnSpan: 1, rowSpan: 1, amount };
  const text = place.text < 0 ? null : (gaps.texts[place.text] ?? '');
  if (text === null) return filledCell(facts, NO_BOXES);
  return textCell(facts, text, textStyle, gaps.starts[place.text] ?? 0);
}

function tagIn(
  parent: Tag,
  { role, properties }: Pick<Tag, 'role' | 'properties'>,
  order: number,
): Tag {
  return { role, parent, order, properties };
}

function plannedAmount({ amount, place, isAmountOwn }: CellPlan, gaps: RowGaps): CellAmount | null {
  if (amount === null || !isAmountOwn) return amount;
  return { name: amount.name, value: (gaps.texts[place.data] ?? '').trim() };
}

const NO_BOXES: FilledCell['children'] = [];
