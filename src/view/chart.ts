import { later, startOfDay } from '../calendar.ts';
import { ZERO, decimal } from '../money/decimal.ts';
import type { Decimal } from '../money/decimal.ts';
import { formatAmount } from '../money/format-money.ts';
import type { UnixSeconds } from '../invoice/invoice.ts';
import type { ChartView, MarkView } from './annex-view.ts';
import { axisFor, type Axis } from './chart-axis.ts';
import type { ViewContext } from './context.ts';
import { formatDay, formatShortDay } from './date-formats.ts';
import { say } from './say.ts';
import { sayUnits } from './quantities.ts';
import type { TimedUsage } from './usage-by-time.ts';

/** The drawing's own units; the sheet gives it its size. */
const WIDTH = 600;
const HEIGHT = 96;

/** How much of a day's room its column takes. */
const COLUMN = 0.62;

/** Days that still have columns of some width; longer periods have no chart. */
const MOST_DAYS = 100;

/** Days that are written under the columns. */
const MOST_LABELS = 6;
const LABEL_STEPS = [1, 2, 5, 7, 10, 14, 28] as const;

/** Figures from which numbers at the axis are written short: `1.5M`. */
const LONG = decimal('100000');

/** Nothing to see. */
export const NO_CHART: ChartView = {
  title: '',
  text: '',
  viewBox: '',
  bars: '',
  axis: '',
  ticks: [],
  days: [],
};

/** Usage per day of a billing period, as thin columns over an axis with round numbers. */
export function viewChart(
  context: ViewContext,
  name: string,
  used: readonly TimedUsage[],
): ChartView {
  const days = periodDays(context);
  const units = unitsByDay(days, used);
  const sizes = [...units.values()];
  const most = sizes.reduce((a, b) => (b.gt(a) ? b : a), ZERO);
  const least = sizes.reduce((a, b) => (b.lt(a) ? b : a), ZERO);
  if (days.length > MOST_DAYS || (most.eq(ZERO) && least.eq(ZERO))) return NO_CHART;
  const axis = axisFor(least, most);
  const title = say(context.messages, 'chart.title');
  return {
    title,
    text: textOf(context, `${title}: ${name}.`, used),
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    bars: barsOf(sizes, axis),
    axis: `M0 ${heightOf(ZERO, axis)}H${WIDTH}`,
    ticks: axis.ticks.map((tick) => tickOf(tick, axis, context)).reverse(),
    days: labelsOf(days, context),
  };
}

/** The days of UTC that the billing period has a part of. */
function periodDays({ invoice }: ViewContext): readonly UnixSeconds[] {
  const first = startOfDay(invoice.start);
  const days: UnixSeconds[] = [];
  for (let day = first; day < invoice.end && days.length <= MOST_DAYS; day = later(day, 1, 'day')) {
    days.push(day);
  }
  return days;
}

function unitsByDay(
  days: readonly UnixSeconds[],
  used: readonly TimedUsage[],
): ReadonlyMap<UnixSeconds, Decimal> {
  const units = new Map(days.map((day) => [day, ZERO]));
  for (const time of used) {
    const day = startOfDay(time.start);
    const known = units.get(day);
    if (known !== undefined) units.set(day, known.plus(time.units));
  }
  return units;
}

function barsOf(sizes: readonly Decimal[], axis: Axis): string {
  const room = WIDTH / sizes.length;
  const base = heightOf(ZERO, axis);
  const bars = sizes.map((size, index) => {
    if (size.eq(ZERO)) return '';
    const left = (index + (1 - COLUMN) / 2) * room;
    return `M${write(left)} ${base}V${heightOf(size, axis)}H${write(left + room * COLUMN)}V${base}Z`;
  });
  return bars.join('');
}

/** Where a value stands, from the top of the drawing. */
function heightOf(value: Decimal, axis: Axis): string {
  return write(shareFromTop(value, axis) * HEIGHT);
}

function shareFromTop(value: Decimal, { lowest, highest }: Axis): number {
  return Number(highest.minus(value).div(highest.minus(lowest)).round(6).toString());
}

function tickOf(tick: Decimal, axis: Axis, context: ViewContext): MarkView {
  const { numbers } = context.messages;
  const isLong = axis.highest.gte(LONG) || axis.lowest.neg().gte(LONG);
  const label = isLong
    ? numbers.compact().format(tick.toString() as Intl.StringNumericLiteral)
    : formatAmount(tick, numbers);
  return { label, place: percent(shareFromTop(tick, axis)) };
}

function labelsOf(days: readonly UnixSeconds[], { messages }: ViewContext): readonly MarkView[] {
  const step = LABEL_STEPS.find((each) => days.length / each <= MOST_LABELS) ?? days.length;
  return days.flatMap((day, index) =>
    index % step === 0
      ? [
          {
            label: formatShortDay(day, messages.dates),
            place: percent((index + 0.5) / days.length),
          },
        ]
      : [],
  );
}

function textOf(context: ViewContext, head: string, used: readonly TimedUsage[]): string {
  const { messages } = context;
  const days = used.map(({ start, units }) =>
    say(messages, 'chart.day', {
      day: formatDay(start, messages.dates),
      units: sayUnits(units, context),
    }),
  );
  return `${head} ${days.join('; ')}. ${say(messages, 'chart.none')}`;
}

function percent(share: number): string {
  return `${write(share * 100)}%`;
}

/** At most two decimals, without exponents. */
function write(value: number): string {
  return decimal(value).round(2).toString();
}
