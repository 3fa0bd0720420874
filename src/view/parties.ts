import type { ViewContext } from './context.ts';
import { addressLines, type AddressReader } from './address.ts';
import type { Messages } from './messages.ts';
import { fact } from './fact.ts';
import type { PartyView } from './invoice-view.ts';
import { say } from './say.ts';

/** Who sends the invoice. */
export function viewSeller({ settings, messages }: ViewContext): PartyView {
  const { seller, customer } = settings;
  return {
    label: say(messages, 'party.seller'),
    name: seller.name,
    lines: addressLines(seller.address, readerIn(customer.address.country, messages)),
    contacts: [seller.email, seller.phone, seller.website].filter(Boolean),
    identifiers: seller.identifiers.map(({ label, value }) => fact(label, value)),
    legal: seller.registration.filter(Boolean),
  };
}

/** Who pays it; without a configured name, the customer's id. */
export function viewCustomer({ invoice, settings, messages }: ViewContext): PartyView {
  const { customer, seller } = settings;
  const attention =
    customer.contact && say(messages, 'party.attention', { name: customer.contact });
  return {
    label: say(messages, 'party.customer'),
    name: customer.name || invoice.key.customerId,
    lines: [
      attention,
      ...addressLines(customer.address, readerIn(seller.address.country, messages)),
    ].filter(Boolean),
    contacts: [],
    identifiers: customer.identifiers.map(({ label, value }) => fact(label, value)),
    legal: [],
  };
}

/** Each party's country is named for the other one, where it is another. */
function readerIn(home: string, { locale }: Messages): AddressReader {
  return { locale, home };
}
