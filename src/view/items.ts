import { isZeroDecimal } from '../money/decimal.ts';
import type { MeteredItem, Usage, Variant } from '../invoice/invoice.ts';
import { balance, type Balance } from './balance.ts';
import type { ViewContext } from './context.ts';
import type { LineView, SectionView } from './invoice-view.ts';
import { itemName, itemUnit, variantName } from './names.ts';
import { cells, isNothing, remainder, round, type Printed } from './printed.ts';
import { sayUnitPrice, sayUnits } from './quantities.ts';
import { say } from './say.ts';
import { BLANK, lineWithoutAmounts, section, type PrintedLine } from './sections.ts';
import { tierLines, tierSentence } from './tiers.ts';

/** Metered usage: each item with its variants, their tiers and what they cost. */
export function viewItems(context: ViewContext): SectionView {
  const { invoice, messages } = context;
  return section(
    context,
    say(messages, 'section.items'),
    invoice.items.flatMap((item) => itemLines(item, context)),
    { label: say(messages, 'total.items'), printed: round(context, invoice.totals.items) },
  );
}

function itemLines(item: MeteredItem, context: ViewContext): readonly PrintedLine[] {
  const [first, ...others] = item.variants;
  const total = round(context, item.total.price);
  if (first === undefined) return usageLines(item, null, item.total, context);
  const isWhole =
    others.length === 0 && isNothing(remainder([round(context, first.total.price)], total));
  return isWhole ? usageLines(item, first, first.total, context) : groupLines(item, total, context);
}

/** An item with one variant, on one line, and its tiers. */
function usageLines(
  item: MeteredItem,
  variant: Variant | null,
  usage: Usage,
  context: ViewContext,
): readonly PrintedLine[] {
  const own = variant === null ? [] : [variantName(variant, context), ...late(variant, context)];
  const notes = [...own, ...planNotes(item, context)].filter((note) => note !== '');
  const head = { kind: 'single', label: itemName(item, context), notes } as const;
  const line = usageLine({ ...head, unit: unitText(item, context) }, usage, context);
  return [line, ...tierLines(usage.tiers, context)];
}

/** An item with several variants: its name, each of them, a rounding row where needed, the item's total. */
function groupLines(
  item: MeteredItem,
  total: Printed,
  context: ViewContext,
): readonly PrintedLine[] {
  const label = itemName(item, context);
  const head = { kind: 'group', label, unit: unitText(item, context) } as const;
  const variants = item.variants.map((variant) => variantLine(variant, label, context));
  const parts = variants.flatMap(({ counted }) => (counted === null ? [] : [counted]));
  const missing = balance(context, parts, total);
  const rounding = missing === null ? [] : [roundingLine(missing, context)];
  return [
    lineWithoutAmounts(context, { ...head, notes: planNotes(item, context) }),
    ...variants.flatMap(({ view }, index) => [
      { view, counted: null },
      ...tierLines(item.variants[index]?.total.tiers ?? [], context),
    ]),
    ...rounding,
    subtotalLine(item, label, total, context),
  ];
}

function variantLine(variant: Variant, item: string, context: ViewContext): PrintedLine {
  const label = variantName(variant, context) || item;
  const notes = late(variant, context);
  return usageLine({ kind: 'line', label, notes, unit: '' }, variant.total, context);
}

/** The head of a line with a quantity, a unit price and amounts. */
type LineHead = Pick<LineView, 'kind' | 'label' | 'notes' | 'unit'>;

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

function roundingLine({ label, printed }: Balance, context: ViewContext): PrintedLine {
  const amounts = cells(context, printed);
  return { view: { ...BLANK, kind: 'rounding', label, amounts }, counted: null };
}

function subtotalLine(
  { total: { tiers, units } }: MeteredItem,
  name: string,
  total: Printed,
  context: ViewContext,
): PrintedLine {
  const label = say(context.messages, 'total.item', { name });
  const notes = [tierSentence(tiers, context)].filter((note) => note !== '');
  const quantity = sayUnits(units, context);
  const amounts = cells(context, total);
  return { view: { ...BLANK, kind: 'subtotal', label, notes, quantity, amounts }, counted: total };
}

function unitText(item: MeteredItem, { settings, messages }: ViewContext): string {
  const unit = itemUnit(item, settings);
  return unit === '' ? '' : say(messages, 'line.unit', { unit });
}

function planNotes(item: MeteredItem, { invoice, messages }: ViewContext): readonly string[] {
  const other = item.planName !== '' && item.planName !== invoice.planName;
  return other ? [say(messages, 'line.plan', { plan: item.planName })] : [];
}

function late({ lateArrivals }: Variant, context: ViewContext): readonly string[] {
  if (isZeroDecimal(lateArrivals)) return [];
  return [say(context.messages, 'line.late', { units: sayUnits(lateArrivals, context) })];
}
