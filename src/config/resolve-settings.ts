import { failed, success, type Outcome } from '../failure.ts';
import { checkOverrides } from './check-overrides.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { joinFacts, layerOfFacts, type KnownCustomer } from './join-facts.ts';
import { mergeLayers, type Layer } from './merge-layers.ts';
import { paperOf } from './paper.ts';
import { speechSettings } from './schema-language.ts';
import { letterSettings } from './settings-mail.ts';
import { eInvoiceSettings } from './schema-e-invoice.ts';
import { usageSettings } from './schema-usage.ts';
import type { Config } from './schema.ts';
import type { Brand, Customer, Overrides, Settings } from './settings.ts';

/**
 * The settings of one customer's invoices: file, entity, brand, what the billing system knows of the customer, group, customer
 * and overrides merged in this order.
 */
export function resolveSettings(
  config: Config,
  customerId: string,
  overrides: Overrides = {},
  facts: CustomerFacts | null = null,
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
  const known = layerOfFacts(facts);
  const merged = mergeLayers([
    config,
    seller,
    brand ?? {},
    known,
    group ?? {},
    customer ?? {},
    chosen,
  ]);
  const layer = overrides.locale === undefined ? merged : { ...merged, languages: undefined };
  const billed = customerOf(customerId, joinFacts(customer, facts));
  const paper = layer.paper ?? paperOf(billed.address.country || seller.address.country);
  return success({
    seller: { ...seller, entity: entityKey ?? 'seller' },
    customer: billed,
    documents: config.documents,
    brand: brandOf(layer, brand?.name ?? ''),
    letter: letterSettings(layer.mail, seller),
    ...documentOf(layer),
    paper,
    ...documentSettings(overrides),
  });
}

/** What of the settings is about one document alone. */
export function documentSettings(
  overrides: Overrides,
): Pick<Settings, 'documentRecord' | 'revision' | 'sequence'> {
  return {
    documentRecord: recordOf(overrides),
    revision: overrides.revision ?? 1,
    sequence: { value: overrides.sequence ?? 'none', series: null },
  };
}

function documentOf(
  layer: Layer,
): Omit<
  Settings,
  | 'seller'
  | 'customer'
  | 'brand'
  | 'paper'
  | 'documents'
  | 'documentRecord'
  | 'revision'
  | 'sequence'
  | 'letter'
> {
  const { meters = {}, dimensions = {}, values = {} } = layer.names ?? {};
  const named = Object.entries(meters).map(([key, { name = null, unit = null }]) => [
    key,
    { name, unit },
  ]);
  return {
    template: layer.template ?? 'standard',
    ...speechSettings(layer),
    number: {
      pattern: layer.number?.pattern ?? 'INV-{date}-{hash}',
      creditNote: layer.number?.creditNote ?? 'CN-{date}-{hash}',
      receipt: layer.number?.receipt ?? 'RC-{date}-{hash}',
      statement: layer.number?.statement ?? 'ST-{date}-{hash}',
    },
    tax: taxOf(layer),
    eInvoice: eInvoiceSettings(layer.eInvoice),
    payment: {
      link: layer.payment?.link ?? '',
      codes: layer.payment?.codes ?? 'auto',
      referencePrefix: layer.payment?.referencePrefix ?? '',
    },
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

function customerOf(id: string, customer: KnownCustomer | undefined): Customer {
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
    vatId: customer?.vatId ?? '',
    kind: customer?.kind ?? (customer?.vatId ? 'business' : 'consumer'),
    identifiers: customer?.identifiers ?? [],
    purchaseOrder: customer?.purchaseOrder ?? '',
    recipients: customer?.recipients ?? [],
  };
}

function taxOf({ tax = {} }: Layer): Settings['tax'] {
  const { prices = 'exclusive', rules = [], title = 'auto', accounting = null } = tax;
  return { prices, rules, title, accounting };
}

/** What the command line says of the document; what it leaves out is left to the file. */
function recordOf(overrides: Overrides): Settings['documentRecord'] {
  const {
    kind,
    original,
    originalDate = '',
    paidOn = '',
    paidBy = '',
    paidReference = '',
  } = overrides;
  const isPaid = paidOn !== '' || paidBy !== '' || paidReference !== '';
  const record = {
    ...(kind === undefined ? {} : { kind }),
    ...(original === undefined ? {} : { original: { number: original, date: originalDate } }),
    ...(isPaid ? { paid: { date: paidOn, method: paidBy, reference: paidReference } } : {}),
  };
  return Object.keys(record).length === 0 ? null : record;
}

function overridesAsLayer({ template, locale, paper }: Overrides): Layer {
  return { template, locale, paper };
}

function own<T>(table: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
