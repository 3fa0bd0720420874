import type { Dimension, MeteredItem, Variant } from '../invoice/invoice.ts';
import type { Property } from './e-invoice.ts';
import type { EInvoiceSource } from './source.ts';

/** What an item is called: by the configuration, else by the source; never empty. */
export function itemName(item: MeteredItem, source: EInvoiceSource): string {
  const { meters } = source.settings.names;
  const known = own(meters, item.id) ?? own(meters, item.meter);
  return known?.name || item.name || item.meter || item.id || word(source, 'section.items', '');
}

/** The dimensions of a variant with their configured names. */
export function propertiesOf(variant: Variant | null, source: EInvoiceSource): Property[] {
  const { dimensions, values } = source.settings.names;
  const property = ({ name, value }: Dimension) => ({
    name: own(dimensions, name) ?? name,
    value: own(values, `${name}=${value}`) ?? value,
  });
  return (variant?.dimensions ?? []).map(property).filter(({ name, value }) => name && value);
}

/** The code of what an item is counted in (BT-130); C62 is "one". */
export function unitOf(item: MeteredItem, { settings }: EInvoiceSource): string {
  const { units } = settings.eInvoice;
  return own(units, item.id) ?? own(units, item.meter) ?? 'C62';
}

/** A word of the page in the customer's language; the second stands in where there is none. */
export function word({ view }: EInvoiceSource, key: string, otherwise: string): string {
  return own(view.messages, key) || otherwise;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
