import type { Big } from 'big.js';
import { isZeroDecimal } from '../money/decimal.ts';
import type { MeteredItem, Usage, Variant } from '../invoice/invoice.ts';
import { balance } from './balance.ts';
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
  const notes =
    variant === null ? [] : [variantName(variant, context), late(variant.lateArrivals, context)];
  const line = usageLine('single', itemName(item, context.settings), usage, context);
  const view = {
    ...line.view,
    unit: unitText(item, context),
    notes: [...notes, planNote(item, context)].filter(Boolean),
  };
  return [{ ...line, view }, ...tierLines(usage.tiers, context)];
}

/** An item with several variants: its name, each of them, a rounding row where needed, the item's total. */
function groupLines(
  item: MeteredItem,
  total: Printed,
  context: ViewContext,
): readonly PrintedLine[] {
  const name = itemName(item, context.settings);
  const notes = [planNote(item, context)].filter(Boolean);
  const head = lineWithoutAmounts(context, {
    kind: 'group',
    label: name,
    unit: unitText(item, context),
    notes,
  });
  const variants = item.variants.flatMap((variant) => variantLines(variant, name, context));
  const parts = item.variants.map((variant) => round(context, variant.total.price));
  const missing = balance(context, parts, total);
  const rounding =
    missing === null ? [] : [amountLine('rounding', missing.label, missing.printed, context)];
  return [head, ...variants, ...rounding, subtotal(item, name, total, context)];
}

function variantLines(
  variant: Variant,
  item: string,
  context: ViewContext,
): readonly PrintedLine[] {
  const label = variantName(variant, context) || item;
  const line = usageLine('line', label, variant.total, context);
  const notes = [late(variant.lateArrivals, context)].filter(Boolean);
  return [
    { view: { ...line.view, notes }, counted: null },
    ...tierLines(variant.total.tiers, context),
  ];
}

function subtotal(
  item: MeteredItem,
  name: string,
  total: Printed,
  context: ViewContext,
): PrintedLine {
  const label = say(context.messages, 'total.item', { name });
  const line = amountLine('subtotal', label, total, context);
  const notes = [tierSentence(item.total.tiers, context)].filter(Boolean);
  return {
    view: { ...line.view, notes, quantity: sayUnits(item.total.units, context) },
    counted: total,
  };
}

function usageLine(
  kind: LineView['kind'],
  label: string,
  usage: Usage,
  context: ViewContext,
): PrintedLine {
  const printed = round(context, usage.price);
  const line = amountLine(kind, label, printed, context).view;
  const quantity = sayUnits(usage.units, context);
  return { view: { ...line, quantity, unitPrice: sayUnitPrice(usage, context) }, counted: printed };
}

function amountLine(
  kind: LineView['kind'],
  label: string,
  printed: Printed,
  context: ViewContext,
): PrintedLine {
  return { view: { ...BLANK, kind, label, amounts: cells(context, printed) }, counted: null };
}

function unitText(item: MeteredItem, { settings, messages }: ViewContext): string {
  const unit = itemUnit(item, settings);
  return unit === '' ? '' : say(messages, 'line.unit', { unit });
}

function planNote(item: MeteredItem, { invoice, messages }: ViewContext): string {
  const other = item.planName !== '' && item.planName !== invoice.planName;
  return other ? say(messages, 'line.plan', { plan: item.planName }) : '';
}

function late(units: Big, context: ViewContext): string {
  return isZeroDecimal(units)
    ? ''
    : say(context.messages, 'line.late', { units: sayUnits(units, context) });
}
