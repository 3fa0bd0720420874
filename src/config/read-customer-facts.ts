import { failed, failure, success, type Failure, type Outcome } from '../failure.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { isLocale, isTimeZone } from './schema-language.ts';
import type { FetchSettings } from './schema-fetch.ts';
import type { Address } from './settings.ts';
import { isVatId } from './vat-id.ts';

/** Which traits hold what. */
export type Traits = FetchSettings['traits'];

type Fields = Readonly<Record<string, unknown>>;

const LONGEST_TEXT = 500;
const MAIL_ADDRESS = /^[^\s@<>,;"()[\]\\]+@[^\s@<>,;"()[\]\\]+\.[^\s@<>,;"()[\]\\]+$/;

/** Codes of countries, and what they are called in English, in lower case. */
export type CountryNames = ReadonlyMap<string, string>;

/** The names that an address may have in place of a country's code. */
export function countryNames(): CountryNames {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return new Map(
    codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined
        ? []
        : [
            [code.toLowerCase(), code],
            [name.toLowerCase(), code],
          ];
    }),
  );
}

/** Facts of one of Amberflo's customers; what cannot be used is left out with a warning. */
export function readCustomerFacts(
  body: unknown,
  traits: Traits,
  countries: CountryNames,
): Outcome<CustomerFacts> {
  const customer = fieldsOf(body);
  const id = textOf(customer['customerId']);
  if (id === '') return failed([noCustomer(body)]);
  const trait = traitsOf(customer);
  const { usable, warnings } = sieve(`customer ${id}`);
  const identifiers = Object.entries(traits.identifiers)
    .map(([label, name]) => ({ label, value: trait(name) }))
    .filter(({ value }) => value !== '');
  const facts: CustomerFacts = {
    id,
    name: textOf(customer['customerName']),
    contact: trait(traits.contact),
    address: addressOf(customer['address'], trait(traits.addressLine), countries),
    vatId: usable('VAT id', trait(traits.vatId), VAT_ID),
    identifiers,
    purchaseOrder: trait(traits.purchaseOrder),
    recipients: (trait(traits.recipients) || textOf(customer['customerEmail']))
      .split(/[,;]/)
      .map((one) => usable('e-mail address', one.trim(), MAIL))
      .filter((one) => one !== ''),
    locale: usable('language', trait(traits.language).replaceAll('_', '-'), LANGUAGE) || null,
    timeZone: usable('time zone', trait(traits.timeZone), TIME_ZONE) || null,
    test: customer['test'] === true,
    lifecycleStage: textOf(customer['lifecycleStage']).toLowerCase(),
  };
  return success(facts, warnings);
}

function traitsOf(customer: Fields): (name: string | undefined) => string {
  const own = fieldsOf(customer['traits']);
  return (name) => (name === undefined ? '' : textOf(own[name]));
}

/** Lets values pass that fit, and gathers a warning for each that does not. */
function sieve(place: string) {
  const warnings: Failure[] = [];
  const usable = (name: string, value: string, check: Check) => {
    if (value === '' || check.fits(value)) return value;
    warnings.push(unusable(`${place}: ${name}`, value, check.expected));
    return '';
  };
  return { usable, warnings };
}

interface Check {
  readonly expected: string;
  fits(value: string): boolean;
}

const VAT_ID: Check = { expected: 'a VAT id with its country prefix', fits: isVatId };
/** Any word of eight letters has the form of a tag: a language’s name is none. */
const LANGUAGE: Check = {
  expected: 'a language tag such as de-DE',
  fits: (value) => /^[a-z]{2,3}(?:-|$)/i.test(value) && isLocale(value),
};
const TIME_ZONE: Check = { expected: 'a time zone such as Europe/Berlin', fits: isTimeZone };
const MAIL: Check = {
  expected: 'an e-mail address',
  fits: (value) => value.length <= 254 && MAIL_ADDRESS.test(value),
};

/** A country that is no code and no name stays readable as the last line. */
function addressOf(value: unknown, secondLine: string, countries: CountryNames): Address {
  const fields = fieldsOf(value);
  const part = (name: string) => textOf(fields[name]);
  const written = part('country');
  const country = countries.get(written.toLowerCase()) ?? '';
  const lines = [part('line1'), part('line2'), secondLine, country === '' ? written : ''];
  return {
    lines: lines.filter((line) => line !== ''),
    postalCode: part('postalCode'),
    city: part('city'),
    state: part('state'),
    country,
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, LONGEST_TEXT) : '';
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (Object.assign(Object.create(null), value) as Fields)
    : {};
}

function unusable(place: string, value: string, expected: string): Failure {
  const found = JSON.stringify(value.slice(0, 60));
  const hint = 'Correct it in Amberflo, or set it in the configuration under customers.';
  return failure('config', place, 'What Amberflo knows cannot be used', { expected, found, hint });
}

function noCustomer(body: unknown): Failure {
  return failure('config', 'customers', 'This is not a customer', {
    expected: 'an object with a customerId',
    found: body === null ? 'null' : typeof body,
  });
}
