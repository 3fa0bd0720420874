import type { Address, Identifier } from '../config/settings.ts';
import type { ViewContext } from './context.ts';
import { addressLines } from './address.ts';
import type { Messages } from './messages.ts';
import { fact } from './fact.ts';
import type { FactView, PartyView } from './invoice-view.ts';
import { say } from './say.ts';

/** Who sends the invoice. */
export function viewSeller(context: ViewContext): PartyView {
  const { settings, messages } = context;
  const { seller, customer } = settings;
  return {
    label: say(messages, 'party.seller'),
    name: seller.name,
    lines: linesOf(seller.address, customer.address.country, messages),
    contacts: [seller.email, seller.phone, seller.website].filter(Boolean),
    identifiers: [...taxIds(seller.vatId, seller.taxId, context), ...seller.identifiers]
      .map(({ label, value }) => fact(label, value))
      .filter(isFirst),
    legal: seller.registration.filter(Boolean),
  };
}

/** Who pays it; without a configured name, the customer's id. */
export function viewCustomer(context: ViewContext): PartyView {
  const { invoice, settings, messages } = context;
  const { customer, seller } = settings;
  const attention =
    customer.contact && say(messages, 'party.attention', { name: customer.contact });
  return {
    label: say(messages, 'party.customer'),
    name: customer.name || invoice.key.customerId,
    lines: [attention, ...linesOf(customer.address, seller.address.country, messages)].filter(
      Boolean,
    ),
    contacts: [],
    identifiers: [...taxIds(customer.vatId, '', context), ...customer.identifiers]
      .map(({ label, value }) => fact(label, value))
      .filter(isFirst),
    legal: [],
  };
}

/** The tax ids of the configuration by their names; the other identifiers follow, without what is said already. */
function taxIds(vatId: string, taxId: string, { messages }: ViewContext): readonly Identifier[] {
  const ids = [
    { label: say(messages, 'party.vatId'), value: vatId },
    { label: say(messages, 'party.taxId'), value: taxId },
  ];
  return ids.filter(({ value }) => value !== '');
}

function isFirst({ value }: FactView, index: number, all: readonly FactView[]): boolean {
  return all.findIndex((other) => other.value === value) === index;
}

/** Each party's country is named for the other one, where it is another. */
function linesOf(
  address: Address,
  home: string,
  { locale, countryName, memo }: Messages,
): readonly string[] {
  const key = `address ${home} ${JSON.stringify(address)}`;
  return memo(key, () => addressLines(address, { locale, countryName, home }));
}
