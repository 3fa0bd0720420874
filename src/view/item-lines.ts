import type { Usage, Variant } from '../invoice/invoice.ts';
import { formatCount } from '../money/format-money.ts';
import { balance, type Balance } from './balance.ts';
import type { ViewContext } from './context.ts';
import type { LineView } from './invoice-view.ts';
import { adjustmentLabel, itemNotes, lateNotes, unitText } from './item-notes.ts';
import { largest, sumUnits, visibleVariants, type ItemPart } from './item-part.ts';
import { itemName, variantName } from './names.ts';
import { cells, isNothing, remainder, round, sumPrinted, type Printed } from './printed.ts';
import { sayUnitPrice, sayUnits } from './quantities.ts';
import { say } from './say.ts';
import { lineView, lineWithoutAmounts, type PrintedLine } from './sections.ts';
import { sumAmounts } from './sum-amounts.ts';
import { tierLines, tierSentence } from './tiers.ts';

/** An item, or a part of it, with its variants, their tiers and what they cost. */
export function itemLines(part: ItemPart, context: ViewContext): readonly PrintedLine[] {
  const variants = visibleVariants(part, context);
  const [first, ...others] = variants;
  if (first === undefined) return part.total === null ? [] : totalLines(part, part.total, context);
  const total = part.total === null ? null : round(context, part.total.price);
  const isWhole =
    others.length === 0 &&
    (total === null || isNothing(remainder([round(context, first.total.price)], total)));
  return isWhole ? singleLines(part, first, context) : groupLines(part, variants, context);
}

/** An item without variants. */
function totalLines(part: ItemPart, total: Usage, context: ViewContext): readonly PrintedLine[] {
  const head = headOf('single', part, itemNotes(part.item, context), context);
  return [usageLine(head, total, context), ...tierLines({ total, hours: [] }, context)];
}

/** An item with one variant, on one line, and its tiers. */
function singleLines(
  part: ItemPart,
  variant: Variant,
  context: ViewContext,
): readonly PrintedLine[] {
  const own = [variantName(variant, context), ...lateNotes(variant, context)];
  const notes = [...own, ...itemNotes(part.item, context)].filter((note) => note !== '');
  const head = headOf('single', part, notes, context);
  return [usageLine(head, variant.total, context), ...tierLines(variant, context)];
}

/** An item with several variants: its name, the largest of them, one line for the others, the item's total. */
function groupLines(
  part: ItemPart,
  variants: readonly Variant[],
  context: ViewContext,
): readonly PrintedLine[] {
  const { shown, rest } = largest(variants, context, (one) => one.total.price.payment.amount);
  const lines: PrintedLine[] = [];
  for (const variant of shown) lines.push(...variantLines(part, variant, context));
  if (rest.length > 0) lines.push(restLine(part, rest, context));
  const counted = lines.map((line) => line.counted).filter((printed) => printed !== null);
  const total =
    part.total === null ? sumPrinted(context, counted) : round(context, part.total.price);
  const missing = balance(context, counted, total);
  const head = headOf('group', part, itemNotes(part.item, context), context);
  return [
    lineWithoutAmounts(context, head),
    ...lines.map(({ view }) => ({ view, counted: null })),
    ...(missing === null ? [] : [roundingLine(part, missing, context)]),
    subtotalLine(part, variants, total, context),
  ];
}

function variantLines(part: ItemPart, variant: Variant, context: ViewContext): PrintedLine[] {
  const label = variantName(variant, context) || itemName(part.item, context);
  const head = { kind: 'line', label, notes: lateNotes(variant, context), unit: '' } as const;
  return [usageLine(head, variant.total, context), ...tierLines(variant, context)];
}

/** One line for the variants that are not among the largest. */
function restLine(part: ItemPart, rest: readonly Variant[], context: ViewContext): PrintedLine {
  const units = sumUnits(part, rest);
  const quantity = units === null ? '' : sayUnits(units, context);
  const prices = rest.map(({ total }) => total.price);
  return othersLine(context, rest.length, { quantity, prices });
}

/** What others there are of something, how much they used and what they cost. */
export function othersLine(
  context: ViewContext,
  count: number,
  { quantity, prices }: { readonly quantity: string; readonly prices: readonly Usage['price'][] },
): PrintedLine {
  const { messages } = context;
  const label = say(messages, 'line.rest', { count: formatCount(count, messages.numbers) });
  const printed = round(context, sumAmounts(prices, context));
  const notes = [say(messages, 'line.inAnnex')];
  const amounts = cells(context, printed);
  return { view: lineView({ kind: 'rest', label, notes, quantity, amounts }), counted: printed };
}

/** The head of a line with a quantity, a unit price and amounts. */
type LineHead = Pick<LineView, 'kind' | 'label' | 'notes' | 'unit'>;

function headOf(
  kind: LineView['kind'],
  { item }: ItemPart,
  notes: readonly string[],
  context: ViewContext,
): LineHead {
  return { kind, label: itemName(item, context), notes, unit: unitText(item, context) };
}

function usageLine(
  { kind, label, notes, unit }: LineHead,
  usage: Usage,
  context: ViewContext,
): PrintedLine {
  const printed = round(context, usage.price);
  const quantity = sayUnits(usage.units, context);
  const unitPrice = sayUnitPrice(usage, context);
  const amounts = cells(context, printed);
  return { view: { kind, label, notes, quantity, unit, unitPrice, amounts }, counted: printed };
}

function roundingLine({ item }: ItemPart, missing: Balance, context: ViewContext): PrintedLine {
  const label = adjustmentLabel(item, missing, context);
  const amounts = cells(context, missing.printed);
  return { view: lineView({ kind: 'rounding', label, amounts }), counted: null };
}

function subtotalLine(
  part: ItemPart,
  variants: readonly Variant[],
  printed: Printed,
  context: ViewContext,
): PrintedLine {
  const { item, total } = part;
  const label = say(context.messages, 'total.item', { name: itemName(item, context) });
  const notes = [tierSentence(total?.tiers ?? [], context)].filter((note) => note !== '');
  const units = total === null ? sumUnits(part, variants) : total.units;
  const quantity = units === null ? '' : sayUnits(units, context);
  const amounts = cells(context, printed);
  const view = lineView({ kind: 'subtotal', label, notes, quantity, amounts });
  return { view, counted: printed };
}
