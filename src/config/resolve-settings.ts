import { failed, success, type Outcome } from '../failure.ts';
import { checkOverrides } from './check-overrides.ts';
import { mergeLayers, type Layer } from './merge-layers.ts';
import { paperOf } from './paper.ts';
import { usageSettings } from './schema-usage.ts';
import type { Config } from './schema.ts';
import type { Brand, Customer, Overrides, Settings } from './settings.ts';

/** The settings of one customer's invoices: file, entity, brand, group, customer and overrides merged in this order. */
export function resolveSettings(
  config: Config,
  customerId: string,
  overrides: Overrides = {},
): Outcome<Settings> {
  const wrong = checkOverrides(overrides, config);
  if (wrong.length > 0) return failed(wrong);
  const customer = own(config.customers, customerId);
  const group = own(config.groups, customer?.group);
  const entityKey = customer?.entity ?? group?.entity ?? config.entity;
  const seller = own(config.entities, entityKey) ?? config.seller;
  const brandKey =
    overrides.brand ?? customer?.brand ?? group?.brand ?? seller.brand ?? config.brand;
  const brand = own(config.brands, brandKey);
  const chosen = overridesAsLayer(overrides);
  const layer = mergeLayers([config, seller, brand ?? {}, group ?? {}, customer ?? {}, chosen]);
  const billed = customerOf(customerId, customer);
  const paper = layer.paper ?? paperOf(billed.address.country || seller.address.country);
  return success({
    seller,
    customer: billed,
    brand: brandOf(layer, brand?.name ?? ''),
    ...documentOf(layer),
    paper,
  });
}

function documentOf(layer: Layer): Omit<Settings, 'seller' | 'customer' | 'brand' | 'paper'> {
  const { meters = {}, dimensions = {}, values = {} } = layer.names ?? {};
  const named = Object.entries(meters).map(([key, { name = null, unit = null }]) => [
    key,
    { name, unit },
  ]);
  return {
    template: layer.template ?? 'standard',
    locale: Intl.getCanonicalLocales(layer.locale ?? 'en')[0] ?? 'en',
    number: { pattern: layer.number?.pattern ?? 'INV-{date}-{hash}' },
    terms: { days: layer.terms?.days ?? null, text: layer.terms?.text ?? '' },
    names: { meters: Object.fromEntries(named), dimensions, values },
    rounding: layer.rounding ?? 'half-up',
    reconcile: layer.reconcile ?? 'warn',
    negatives: layer.negatives ?? 'minus',
    usage: usageSettings(layer.usage),
    creditDigits: layer.creditDigits ?? 2,
    showExternalStatus: layer.showExternalStatus ?? false,
  };
}

function brandOf(layer: Layer, name: string): Brand {
  const { body = '', heading = '' } = layer.fonts ?? {};
  return {
    name,
    logo: layer.logo ?? null,
    colors: layer.colors ?? {},
    fonts: { body, heading },
    texts: layer.texts ?? {},
  };
}

function customerOf(id: string, customer: Config['customers'][string] | undefined): Customer {
  const address = customer?.address ?? {
    lines: [],
    postalCode: '',
    city: '',
    state: '',
    country: '',
  };
  return {
    id,
    name: customer?.name || id,
    contact: customer?.contact ?? '',
    address,
    identifiers: customer?.identifiers ?? [],
    purchaseOrder: customer?.purchaseOrder ?? '',
    recipients: customer?.recipients ?? [],
  };
}

function overridesAsLayer({ template, locale, paper }: Overrides): Layer {
  return { template, locale, paper };
}

function own<T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
