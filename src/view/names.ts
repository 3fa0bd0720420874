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

/** The source's label of a variant, else its dimensions; empty where it has neither. */
export function variantName({ label, dimensions }: Variant, context: ViewContext): string {
  return label || dimensionList(dimensions, context);
}

/** `Region: Ireland · Class: Standard`. */
export function dimensionList(dimensions: readonly Dimension[], context: ViewContext): string {
  return dimensions.map((dimension) => dimensionText(dimension, context)).join(BETWEEN);
}

function dimensionText({ name, value }: Dimension, { settings, messages }: ViewContext): string {
  const { dimensions, values } = settings.names;
  return say(messages, 'variant.dimension', {
    name: own(dimensions, name) ?? name,
    value: own(values, `${name}=${value}`) ?? value,
  });
}

function meter({ id, meter }: MeteredItem, { names }: Settings) {
  return own(names.meters, id) ?? own(names.meters, meter);
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
