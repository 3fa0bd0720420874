import type { Settings } from '../config/settings.ts';
import type { Dimension, MeteredItem, Variant } from '../invoice/invoice.ts';
import type { ViewContext } from './context.ts';
import { say } from './say.ts';

const BETWEEN = ' · ';

/** The name of an item: configured by its id or its meter, else the source's; never empty. */
export function itemName(item: MeteredItem, { settings, messages }: ViewContext): string {
  const known = meter(item, settings)?.name || item.name || item.meter || item.id;
  return known || say(messages, 'section.items');
}

/** The configured unit of an item's quantities; empty where there is none. */
export function itemUnit(item: MeteredItem, settings: Settings): string {
  return meter(item, settings)?.unit ?? '';
}

/** The source's label of a variant, else its dimensions but those that lines are grouped by; empty where it has neither. */
export function variantName({ label, dimensions }: Variant, context: ViewContext): string {
  const { groupBy } = context.settings.usage;
  if (groupBy.length === 0) return label || dimensionList(dimensions, context);
  const own = dimensions.filter(({ name }) => !groupBy.includes(name));
  if (own.length < dimensions.length) return dimensionList(own, context);
  return label || dimensionList(dimensions, context);
}

/** The configured name of a dimension, else the source's. */
export function dimensionName(name: string, { settings }: ViewContext): string {
  return own(settings.names.dimensions, name) ?? name;
}

/** `Region: Ireland · Class: Standard`. */
export function dimensionList(dimensions: readonly Dimension[], context: ViewContext): string {
  return dimensions.map((dimension) => dimensionText(dimension, context)).join(BETWEEN);
}

/** The same few dimensions come in line after line, and each is said once. */
function dimensionText({ name, value }: Dimension, context: ViewContext): string {
  const texts = context.dimensionTexts.get(name) ?? new Map<string, string>();
  const known = texts.get(value);
  if (known !== undefined) return known;
  const text = sayDimension({ name, value }, context);
  context.dimensionTexts.set(name, texts.set(value, text));
  return text;
}

function sayDimension({ name, value }: Dimension, context: ViewContext): string {
  const { settings, messages } = context;
  return say(messages, 'variant.dimension', {
    name: dimensionName(name, context),
    value: own(settings.names.values, `${name}=${value}`) ?? value,
  });
}

function meter(item: MeteredItem, { names }: Settings) {
  return byMeter(names.meters, item);
}

/** What a table has for an item, by its id or its meter. */
export function byMeter<T>(
  table: Readonly<Record<string, T>>,
  { id, meter }: MeteredItem,
): T | undefined {
  return own(table, id) ?? own(table, meter);
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
