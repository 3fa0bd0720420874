import { decimal, isZeroDecimal } from '../money/decimal.ts';
import { isNegative, money } from '../money/money.ts';
import type { MeteredItem, Variant } from '../invoice/invoice.ts';
import type { Balance } from './balance.ts';
import type { ViewContext } from './context.ts';
import { byMeter, itemUnit } from './names.ts';
import { isNothing, sayMoney } from './printed.ts';
import { sayUnits } from './quantities.ts';
import { say } from './say.ts';
import { NO_NOTES } from './sections.ts';

/** `in GB-hours`; empty where no unit is configured. */
export function unitText(item: MeteredItem, { settings, messages }: ViewContext): string {
  const unit = itemUnit(item, settings);
  return unit === '' ? '' : say(messages, 'line.unit', { unit });
}

/** Another plan than the invoice's, and what the plan grants or demands of the item. */
export function itemNotes(item: MeteredItem, context: ViewContext): readonly string[] {
  const { invoice, messages } = context;
  const isOther = item.planName !== '' && item.planName !== invoice.planName;
  const plan = isOther ? [say(messages, 'line.plan', { plan: item.planName })] : [];
  return [...plan, ...allowanceNotes(item, context)];
}

function allowanceNotes(item: MeteredItem, context: ViewContext): readonly string[] {
  const { invoice, settings, messages } = context;
  const { included = null, minimum = null } = byMeter(settings.usage.allowances, item) ?? {};
  const currency = invoice.columns.base ?? invoice.columns.payment;
  return [
    ...(included === null
      ? []
      : [say(messages, 'line.included', { units: sayUnits(decimal(included), context) })]),
    ...(minimum === null
      ? []
      : [say(messages, 'line.minimum', { amount: sayMoney(context, money(minimum, currency)) })]),
  ];
}

/** What arrived too late to be billed. */
export function lateNotes({ lateArrivals }: Variant, context: ViewContext): readonly string[] {
  if (isZeroDecimal(lateArrivals)) return NO_NOTES;
  return [say(context.messages, 'line.late', { units: sayUnits(lateArrivals, context) })];
}

/** What fills an item up to its total: its minimum where one is configured, else as the balance calls it. */
export function adjustmentLabel(
  item: MeteredItem,
  { label, rounded, printed }: Balance,
  { settings, messages }: ViewContext,
): string {
  const minimum = byMeter(settings.usage.allowances, item)?.minimum ?? null;
  const isRaised =
    !isNothing(printed) && printed.every((amount) => amount === null || !isNegative(amount));
  return !rounded && minimum !== null && isRaised ? say(messages, 'row.minimum') : label;
}
