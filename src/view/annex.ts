import { isZeroDecimal } from '../money/decimal.ts';
import type { MeteredItem, Variant } from '../invoice/invoice.ts';
import { alignFigures } from './alignment.ts';
import type { AnnexView, ItemAnnexView } from './annex-view.ts';
import { NO_CHART, viewChart } from './chart.ts';
import type { ViewContext } from './context.ts';
import { formatDay, formatHour, hasDate } from './date-formats.ts';
import type { SectionView } from './invoice-view.ts';
import { unitText } from './item-notes.ts';
import { viewAllItems } from './items.ts';
import { itemName, variantName } from './names.ts';
import { balance } from './balance.ts';
import { cells, isNothing, round, type Printed } from './printed.ts';
import { sayUnits } from './quantities.ts';
import { say } from './say.ts';
import { lineView, lineWithoutAmounts, section, type PrintedLine } from './sections.ts';
import { usageByTime, withoutTime, type TimedUsage } from './usage-by-time.ts';

/** The annex: every line where the bill shows the largest only, and usage by time where configured. */
export function viewAnnex(context: ViewContext, items: SectionView): AnnexView {
  const { messages, settings, invoice } = context;
  const { annex } = settings.usage;
  const isCut = items.rows.some(({ kind }) => kind === 'rest');
  const all = isCut ? viewAllItems(context) : { title: '', rows: [], totals: [] };
  const timed = annex === 'none' ? [] : invoice.items.filter(hasTimes);
  const lines = isCut ? { ...all, title: say(messages, 'annex.lines') } : all;
  if (!isCut && timed.length === 0) return { title: '', lines, items: [], note: '' };
  return {
    title: say(messages, 'annex.title'),
    lines: { ...lines, rows: alignFigures(lines.rows, messages) },
    items: timed.map((item) => viewItem(item, ungrouped(context))),
    note: timed.length === 0 ? '' : say(messages, annex === 'hours' ? 'annex.hours' : 'annex.days'),
  };
}

/** Names of variants say all of their dimensions here. */
function ungrouped(context: ViewContext): ViewContext {
  const { settings } = context;
  return { ...context, settings: { ...settings, usage: { ...settings.usage, groupBy: [] } } };
}

function hasTimes({ variants }: MeteredItem): boolean {
  return variants.some(({ hours }) => hours.some(({ start }) => start !== null && hasDate(start)));
}

function viewItem(item: MeteredItem, context: ViewContext): ItemAnnexView {
  const name = itemName(item, context);
  const hours = item.variants.flatMap((variant) => variant.hours);
  const days = usageByTime({ hours }, 'days');
  const chart = days.length === 0 ? NO_CHART : viewChart(context, name, days);
  const [first, ...others] = item.variants;
  const lines =
    first !== undefined && others.length === 0
      ? timeLines(first, context)
      : item.variants.flatMap((variant) => variantLines(variant, name, context));
  const label = say(context.messages, 'total.item', { name });
  const total = { label, printed: round(context, item.total.price) };
  const { rows, totals } = section(context, name, lines, total);
  return {
    unit: unitText(item, context),
    chart,
    section: { title: name, rows: alignFigures(rows, context.messages), totals },
  };
}

/** The times of a variant, within a head and a total of its own. */
function variantLines(
  variant: Variant,
  item: string,
  context: ViewContext,
): readonly PrintedLine[] {
  const { messages } = context;
  const name = variantName(variant, context) || item;
  const lines = timeLines(variant, context);
  const counted = lines.flatMap((line) => (line.counted === null ? [] : [line.counted]));
  const printed = round(context, variant.total.price);
  const missing = balance(context, counted, printed);
  const rounding =
    missing === null ? [] : [rowOf('rounding', missing.label, missing.printed, context)];
  return [
    lineWithoutAmounts(context, { kind: 'group', label: name }),
    ...lines.map(({ view }) => ({ view, counted: null })),
    ...rounding.map(({ view }) => ({ view, counted: null })),
    withQuantity(
      rowOf('subtotal', say(messages, 'total.item', { name }), printed, context),
      sayUnits(variant.total.units, context),
    ),
  ];
}

function timeLines(variant: Variant, context: ViewContext): readonly PrintedLine[] {
  const { dates } = context.messages;
  const { annex } = context.settings.usage;
  const unit = annex === 'hours' ? 'hours' : 'days';
  const times = usageByTime(variant, unit).filter(({ start }) => hasDate(start));
  const format = unit === 'hours' ? formatHour : formatDay;
  const rest = withoutTime(variant.total, times);
  const lines = times.map((time) => usageLine(format(time.start, dates), time, context));
  const isWhole = isNothing(round(context, rest.price));
  return isWhole
    ? lines
    : [...lines, usageLine(say(context.messages, 'annex.rest'), rest, context)];
}

function usageLine(
  label: string,
  { units, price }: Pick<TimedUsage, 'units' | 'price'>,
  context: ViewContext,
): PrintedLine {
  const line = rowOf('line', label, round(context, price), context);
  return isZeroDecimal(units) ? line : withQuantity(line, sayUnits(units, context));
}

function rowOf(
  kind: 'line' | 'rounding' | 'subtotal',
  label: string,
  printed: Printed,
  context: ViewContext,
): PrintedLine {
  return { view: lineView({ kind, label, amounts: cells(context, printed) }), counted: printed };
}

function withQuantity({ view, counted }: PrintedLine, quantity: string): PrintedLine {
  return { view: { ...view, quantity }, counted };
}
