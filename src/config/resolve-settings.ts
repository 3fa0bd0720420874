import { failed, failure, success, type Outcome } from '../failure.ts';
import { mergeLayers, type Layer } from './merge-layers.ts';
import { paperOf } from './paper.ts';
import type { Config } from './schema.ts';
import type { Brand, Customer, Settings } from './settings.ts';

/** What the command line may decide for every invoice; wins over the file. */
export interface Overrides {
  readonly brand?: string | undefined;
  readonly template?: string | undefined;
  readonly locale?: string | undefined;
  readonly paper?: 'A4' | 'Letter' | undefined;
}

/** The settings of one customer's invoices: file, entity, brand, group, customer and overrides merged in this order. */
export function resolveSettings(
  config: Config,
  customerId: string,
  overrides: Overrides = {},
): Outcome<Settings> {
  const customer = own(config.customers, customerId);
  const group = own(config.groups, customer?.group);
  const entityKey = customer?.entity ?? group?.entity ?? config.entity;
  const seller = own(config.entities, entityKey) ?? config.seller;
  const brandKey =
    overrides.brand ?? customer?.brand ?? group?.brand ?? seller.brand ?? config.brand;
  const brand = own(config.brands, brandKey);
  if (brandKey !== undefined && brand === undefined) return unknownBrand(config, brandKey);
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

function unknownBrand(config: Config, found: string): Outcome<never> {
  const expected = `a key of brands: ${Object.keys(config.brands).join(', ') || '(none yet)'}`;
  const hint = `Add brands.${found} to the configuration or name another brand.`;
  return failed([failure('config', 'brand', 'There is no such brand', { expected, found, hint })]);
}

function own<T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
