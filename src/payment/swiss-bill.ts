import { formatReference } from 'swissqrbill/utils';
import type { Address, Customer } from '../config/settings.ts';
import { drawCode } from './draw-code.ts';
import { isQrIban, isSwissIban, plainIban } from './iban.ts';
import type { PaymentCode } from './payment-code.ts';
import { codeAmount, type PaymentRequest } from './request.ts';
import { creditorReference, qrReference } from './swiss-reference.ts';
import { swissText } from './swiss-text.ts';

/** What a Swiss QR-bill prints, and its code. */
export interface SwissBill {
  readonly code: PaymentCode;
  readonly iban: string;
  readonly creditor: readonly string[];
  /** Empty where the address is not known in full: then there is a field to fill in. */
  readonly debtor: readonly string[];
  /** In its groups; empty without one. */
  readonly reference: string;
  readonly message: string;
  readonly currency: string;
  /** `1 234.50`. */
  readonly amount: string;
}

/** Who pays, and the digits that the bank wants in front of a QR reference. */
export interface SwissDetails {
  readonly customer: Customer;
  readonly referencePrefix: string;
}

/** Name, street, postal code, town and country, as the code holds them. */
interface Party {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/**
 * A QR-bill by the Swiss Implementation Guidelines (version 2.3, structured addresses). Null where there can be none:
 * another currency than CHF and EUR, no Swiss or Liechtenstein IBAN, or no full address of the creditor.
 */
export function swissBill(request: PaymentRequest, details: SwissDetails): SwissBill | null {
  const { account, seller, number } = request;
  const iban = plainIban(account.iban);
  const amount = codeAmount(request.amount);
  const { code: currency } = request.amount.currency;
  if (!['CHF', 'EUR'].includes(currency) || amount === null) return null;
  if (iban === null || !isSwissIban(iban)) return null;
  const creditor = partyOf(account.holder || seller.name, seller.address);
  if (creditor === null) return null;
  const debtor = partyOf(details.customer.name, details.customer.address);
  const reference = isQrIban(iban)
    ? qrReference(number, details.referencePrefix)
    : creditorReference(number);
  const message = swissText(number, 140);
  const fields = { iban, creditor, debtor, amount, currency, reference, message };
  const code = drawCode(payload(fields), 25);
  if (code === null) return null;
  return {
    code,
    iban,
    creditor: partyLines(creditor),
    debtor: debtor === null ? [] : partyLines(debtor),
    reference: reference === null ? '' : formatReference(reference),
    message,
    currency,
    amount: amount.replace(/\B(?=(\d{3})+\.)/g, ' '),
  };
}

interface Payload {
  readonly iban: string;
  readonly creditor: Party;
  readonly debtor: Party | null;
  readonly amount: string;
  readonly currency: string;
  readonly reference: string | null;
  readonly message: string;
}

/** Section 4.2.2: the ultimate creditor is reserved, and empty. */
function payload({ iban, creditor, debtor, amount, currency, reference, message }: Payload) {
  const kind = reference === null ? 'NON' : reference.startsWith('RF') ? 'SCOR' : 'QRR';
  return [
    ...['SPC', '0200', '1', iban],
    ...partyFields(creditor),
    ...Array<string>(7).fill(''),
    ...[amount, currency],
    ...(debtor === null ? Array<string>(7).fill('') : partyFields(debtor)),
    ...[kind, reference ?? '', message, 'EPD'],
  ].join('\n');
}

function partyFields({ name, street, postalCode, city, country }: Party): readonly string[] {
  return ['S', name, street, '', postalCode, city, country];
}

function partyOf(name: string, address: Address): Party | null {
  const party = {
    name: swissText(name, 70),
    street: swissText(address.lines[0] ?? '', 70),
    postalCode: swissText(address.postalCode, 16),
    city: swissText(address.city, 35),
    country: address.country,
  };
  const isKnown = [party.name, party.postalCode, party.city, party.country].every(Boolean);
  return isKnown ? party : null;
}

/** Section 3.5.4: on paper a foreign country stands before the postal code. */
function partyLines({ name, street, postalCode, city, country }: Party): readonly string[] {
  const place = `${postalCode} ${city}`;
  return [name, street, country === 'CH' ? place : `${country}-${place}`].filter(Boolean);
}
