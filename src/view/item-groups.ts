import type { Dimension, MeteredItem, Variant } from '../invoice/invoice.ts';
import { balance } from './balance.ts';
import type { ViewContext } from './context.ts';
import { itemLines, othersLine } from './item-lines.ts';
import { adjustmentLabel } from './item-notes.ts';
import { isSilentPart, largest, partAmount, wholePart, type ItemPart } from './item-part.ts';
import { dimensionList, dimensionName, itemName } from './names.ts';
import { cells, round, sumPrinted } from './printed.ts';
import { say } from './say.ts';
import { lineView, lineWithoutAmounts, type PrintedLine } from './sections.ts';

/** The lines of all items, within groups of the configured dimensions. */
export function groupedLines(context: ViewContext): readonly PrintedLine[] {
  const { invoice, settings } = context;
  const lines = linesWithin(invoice.items.map(wholePart), settings.usage.groupBy, context);
  const isGrouped = settings.usage.groupBy.length > 0;
  return isGrouped
    ? [...lines, ...invoice.items.flatMap((item) => adjustment(item, context))]
    : lines;
}

function linesWithin(
  parts: readonly ItemPart[],
  dimensions: readonly string[],
  context: ViewContext,
): readonly PrintedLine[] {
  const [dimension, ...inner] = dimensions;
  if (dimension === undefined) return partLines(parts, context);
  const groups = split(parts, dimension);
  if (groups.length === 1 && groups[0]?.value === null) return linesWithin(parts, inner, context);
  return groups.flatMap((group) => {
    const lines = linesWithin(group.parts, inner, context);
    return lines.length === 0 ? [] : enclose(headingOf(group, dimension, context), lines, context);
  });
}

/** Parts side by side: the largest, and one line for the others. */
function partLines(all: readonly ItemPart[], context: ViewContext): readonly PrintedLine[] {
  const { hideZero } = context.settings.usage;
  const parts = hideZero ? all.filter((part) => !isSilentPart(part)) : all;
  const { shown, rest } = largest(parts, context, partAmount);
  const lines: PrintedLine[] = [];
  for (const part of shown) for (const line of itemLines(part, context)) lines.push(line);
  if (rest.length === 0) return lines;
  const prices = rest.flatMap(({ variants, total }) =>
    total === null ? variants.map((variant) => variant.total.price) : [total.price],
  );
  return [...lines, othersLine(context, rest.length, { quantity: '', prices })];
}

/** Parts that share a value of a dimension; null for those that have none. */
interface Group {
  readonly value: string | null;
  readonly parts: readonly ItemPart[];
}

/** Parts by the value of a dimension, in the order in which values first occur; without a value last. */
function split(parts: readonly ItemPart[], dimension: string): readonly Group[] {
  const groups = new Map<string | null, ItemPart[]>();
  for (const part of parts) {
    for (const [value, variants] of byValue(part, dimension)) {
      const total = variants.length === 0 ? part.total : null;
      const group = groups.get(value) ?? [];
      group.push({ ...part, variants, total });
      groups.set(value, group);
    }
  }
  const all = [...groups].map(([value, group]) => ({ value, parts: group }));
  return [
    ...all.filter(({ value }) => value !== null),
    ...all.filter(({ value }) => value === null),
  ];
}

function byValue({ variants }: ItemPart, dimension: string): ReadonlyMap<string | null, Variant[]> {
  const values = new Map<string | null, Variant[]>();
  if (variants.length === 0) values.set(null, []);
  for (const variant of variants) {
    const value = variant.dimensions.find(({ name }) => name === dimension)?.value ?? null;
    const group = values.get(value) ?? [];
    group.push(variant);
    values.set(value, group);
  }
  return values;
}

function headingOf({ value }: Group, name: string, context: ViewContext): string {
  if (value !== null) return dimensionList([{ name, value } satisfies Dimension], context);
  return say(context.messages, 'group.without', { name: dimensionName(name, context) });
}

/** A group: its heading, its lines, and what they add up to as printed. */
function enclose(
  label: string,
  lines: readonly PrintedLine[],
  context: ViewContext,
): readonly PrintedLine[] {
  const counted = lines.flatMap((line) => (line.counted === null ? [] : [line.counted]));
  const printed = sumPrinted(context, counted);
  const total = say(context.messages, 'total.item', { name: label });
  const amounts = cells(context, printed);
  return [
    lineWithoutAmounts(context, { kind: 'dimension', label }),
    ...lines.map(({ view }) => ({ view, counted: null })),
    { view: lineView({ kind: 'dimensionTotal', label: total, amounts }), counted: printed },
  ];
}

/** What an item costs beside its variants, which are spread over the groups; nothing where that is but rounding. */
function adjustment(item: MeteredItem, context: ViewContext): readonly PrintedLine[] {
  if (item.variants.length === 0) return [];
  const lines = item.variants.map(({ total }) => round(context, total.price));
  const missing = balance(context, lines, round(context, item.total.price));
  if (missing === null || missing.rounded) return [];
  const { printed } = missing;
  const view = lineView({
    kind: 'single',
    label: itemName(item, context),
    notes: [adjustmentLabel(item, missing, context)],
    amounts: cells(context, printed),
  });
  return [{ view, counted: printed }];
}
