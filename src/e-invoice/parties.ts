import type { Address, BankAccount } from '../config/settings.ts';
import type { SchemedIdentifier } from '../config/settings-e-invoice.ts';
import type { Contact, Party, PartyAddress, Payment, SchemedId } from './e-invoice.ts';
import type { EInvoiceSource } from './source.ts';

/** The scheme of e-mail addresses among electronic addresses (EAS). */
const EMAIL = 'EM';

/** BG-4. What is outside the scope of VAT names no VAT id (BR-O-02), so the seller is known by another number. */
export function sellerOf({ settings }: EInvoiceSource, outOfScope: boolean): Party {
  const { seller, eInvoice } = settings;
  const legalId = schemed(eInvoice.sellerLegalId);
  const number = text(seller.taxId);
  return {
    name: seller.name,
    tradingName: null,
    id: outOfScope && legalId === null && number !== null ? { value: number, scheme: null } : null,
    legalId,
    vatId: outOfScope ? null : text(seller.vatId),
    taxNumber: number,
    legalText: text(seller.registration.filter(Boolean).join('\n')),
    endpoint: schemed(eInvoice.sellerEndpoint) ?? emailAddress(seller.email),
    address: addressOf(seller.address),
    contact: contactOf(eInvoice.contact || seller.name, seller.phone, seller.email),
  };
}

/** BG-7. */
export function buyerOf({ settings, invoice }: EInvoiceSource, outOfScope: boolean): Party {
  const { customer, eInvoice } = settings;
  return {
    name: customer.name || invoice.key.customerId,
    tradingName: null,
    id: { value: invoice.key.customerId, scheme: null },
    legalId: schemed(eInvoice.buyerLegalId),
    vatId: outOfScope ? null : text(customer.vatId),
    taxNumber: null,
    legalText: null,
    endpoint: schemed(eInvoice.buyerEndpoint) ?? emailAddress(customer.recipients[0] ?? ''),
    address: addressOf(customer.address),
    contact: customer.contact === '' ? null : contactOf(customer.contact, '', ''),
  };
}

/** BG-16 with the account of this currency; null where none takes it. */
export function paymentOf({ settings, invoice, view }: EInvoiceSource): Payment | null {
  const { code } = invoice.columns.payment;
  const account = accountFor(settings.seller.bankAccounts, code);
  if (account === null) return null;
  const iban = account.iban.replaceAll(/\s/g, '');
  const other = account.details[0]?.value ?? '';
  const holder = account.holder || settings.seller.name;
  const means = { reference: view.number, holder: text(holder), bic: text(account.bic) };
  if (iban !== '') {
    const code58 = code === 'EUR' ? '58' : '30';
    return { ...means, code: code58, account: { kind: 'iban', value: iban } };
  }
  return other === '' ? null : { ...means, code: '30', account: { kind: 'other', value: other } };
}

/** The account of this currency; where there is none, one that takes any. */
function accountFor(accounts: readonly BankAccount[], currency: string): BankAccount | null {
  return (
    accounts.find((account) => account.currency === currency) ??
    accounts.find((account) => account.currency === null) ??
    null
  );
}

/** A postal address in at most three lines. */
export function addressOf({ lines, postalCode, city, state, country }: Address): PartyAddress {
  const [one = '', two = '', ...more] = lines.filter(Boolean);
  return {
    lines: [one, two, more.join(', ')].filter(Boolean),
    postalCode: text(postalCode),
    city: text(city),
    region: text(state),
    country,
  };
}

function contactOf(name: string, phone: string, email: string): Contact {
  return { name: text(name), phone: text(phone), email: text(email) };
}

function emailAddress(email: string): SchemedId | null {
  return email === '' ? null : { value: email, scheme: EMAIL };
}

function schemed(id: SchemedIdentifier | null): SchemedId | null {
  return id === null ? null : { value: id.value, scheme: text(id.scheme) };
}

function text(value: string): string | null {
  return value === '' ? null : value;
}
