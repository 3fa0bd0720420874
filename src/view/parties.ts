import type { ViewContext } from './context.ts';
import { addressLines } from './address.ts';
import { fact } from './fact.ts';
import type { PartyView } from './invoice-view.ts';
import { say } from './say.ts';

/** Who sends the invoice. */
export function viewSeller({ settings, messages }: ViewContext): PartyView {
  const { seller } = settings;
  return {
    label: say(messages, 'party.seller'),
    name: seller.name,
    lines: addressLines(seller.address, messages.locale),
    contacts: [seller.email, seller.phone, seller.website].filter(Boolean),
    identifiers: seller.identifiers.map(({ label, value }) => fact(label, value)),
    legal: seller.registration.filter(Boolean),
  };
}

/** Who pays it; without a configured name, the customer's id. */
export function viewCustomer({ invoice, settings, messages }: ViewContext): PartyView {
  const { customer } = settings;
  const attention =
    customer.contact && say(messages, 'party.attention', { name: customer.contact });
  return {
    label: say(messages, 'party.customer'),
    name: customer.name || invoice.key.customerId,
    lines: [attention, ...addressLines(customer.address, messages.locale)].filter(Boolean),
    contacts: [],
    identifiers: customer.identifiers.map(({ label, value }) => fact(label, value)),
    legal: [],
  };
}
