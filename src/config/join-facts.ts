import type { CustomerFacts } from './customer-facts.ts';
import type { Layer } from './merge-layers.ts';
import type { Config } from './schema.ts';

type CustomerConfig = Config['customers'][string];

/** What facts say of a document: below groups and customers, above the rest, which speaks of no customer. */
export function layerOfFacts(facts: CustomerFacts | null): Layer {
  if (facts === null) return {};
  const { locale, timeZone } = facts;
  return { locale: locale ?? undefined, timeZone: timeZone ?? undefined };
}

/** What is known of a customer, from either side. */
export type KnownCustomer = Pick<
  CustomerConfig,
  'name' | 'contact' | 'address' | 'vatId' | 'kind' | 'identifiers' | 'purchaseOrder' | 'recipients'
>;

/** A customer of the configuration with facts wherever it says nothing; an address is taken whole or not at all. */
export function joinFacts(
  customer: CustomerConfig | undefined,
  facts: CustomerFacts | null,
): KnownCustomer | undefined {
  if (facts === null) return customer;
  const own: Partial<CustomerConfig> = customer ?? {};
  const { address } = own;
  return {
    name: own.name || facts.name,
    contact: own.contact || facts.contact,
    address: address !== undefined && isWritten(address) ? address : factsAddress(facts),
    vatId: own.vatId || facts.vatId,
    kind: own.kind,
    identifiers: listOf(own.identifiers, facts.identifiers),
    purchaseOrder: own.purchaseOrder || facts.purchaseOrder,
    recipients: listOf(own.recipients, facts.recipients),
  };
}

function factsAddress({ address }: CustomerFacts): CustomerConfig['address'] {
  return { ...address, lines: [...address.lines] };
}

function listOf<T>(own: T[] | undefined, known: readonly T[]): T[] {
  return own === undefined || own.length === 0 ? [...known] : own;
}

function isWritten(address: CustomerConfig['address']): boolean {
  const { lines, postalCode, city, state, country } = address;
  return lines.length > 0 || [postalCode, city, state, country].some((part) => part !== '');
}
