import { expect, test } from 'vitest';
import { defaultConfig, readConfig } from '../../src/config/read-config.ts';
import {
  countryNames,
  readCustomerFacts,
  type Traits,
} from '../../src/config/read-customer-facts.ts';
import { resolveSettings } from '../../src/config/resolve-settings.ts';

const TRAITS = {
  ...defaultConfig().fetch.traits,
  vatId: 'vat',
  language: 'lang',
  timeZone: 'tz',
  purchaseOrder: 'po',
  contact: 'who',
  addressLine: 'floor',
  recipients: 'mails',
  identifiers: { EIN: 'ein', SIREN: 'siren' },
};

const COUNTRIES = countryNames();

function factsOf(customer: object, traits: Traits = TRAITS) {
  const read = readCustomerFacts({ customerId: 'c', ...customer }, traits, COUNTRIES);
  if (!read.ok) throw new Error(JSON.stringify(read.failures));
  return { facts: read.value, warnings: read.warnings };
}

const FULL = {
  customerName: ' Müller GmbH ',
  customerEmail: 'ap@mueller.example',
  lifecycleStage: 'ACTIVE',
  address: { line1: 'Weg 1', city: 'Ulm', state: '', postalCode: '89073', country: 'Germany' },
  traits: {
    vat: 'DE123456789',
    lang: 'de-DE',
    tz: 'Europe/Berlin',
    po: 'PO-1',
    who: 'Buchhaltung',
    floor: '2. Stock',
    ein: '12-3456789',
  },
};

test('name, address, e-mail and traits become facts', () => {
  expect(factsOf(FULL)).toEqual({
    facts: {
      id: 'c',
      name: 'Müller GmbH',
      contact: 'Buchhaltung',
      address: {
        lines: ['Weg 1', '2. Stock'],
        postalCode: '89073',
        city: 'Ulm',
        state: '',
        country: 'DE',
      },
      vatId: 'DE123456789',
      identifiers: [{ label: 'EIN', value: '12-3456789' }],
      purchaseOrder: 'PO-1',
      recipients: ['ap@mueller.example'],
      locale: 'de-DE',
      timeZone: 'Europe/Berlin',
      test: false,
      lifecycleStage: 'active',
    },
    warnings: [],
  });
});

test('without a mapping no trait is read', () => {
  const { facts } = factsOf(FULL, defaultConfig().fetch.traits);
  expect([facts.vatId, facts.locale, facts.purchaseOrder, facts.identifiers]).toEqual([
    '',
    null,
    '',
    [],
  ]);
});

test.each([
  ['de', 'DE', []],
  ['DE', 'DE', []],
  ['United States', 'US', []],
  ['', '', []],
  ['Atlantis', '', ['Atlantis']],
])('the country %j is %j; one that nobody knows stays readable', (country, code, lines) => {
  expect(factsOf({ address: { country } }).facts.address).toMatchObject({ country: code, lines });
});

test('a language may be written with an underscore', () => {
  expect(factsOf({ traits: { lang: 'pt_BR' } }).facts.locale).toBe('pt-BR');
});

test('several addresses in one field are several recipients', () => {
  const mails = 'a@x.example; b@y.example, ';
  expect(factsOf({ ...FULL, traits: { mails } }).facts.recipients).toEqual([
    'a@x.example',
    'b@y.example',
  ]);
});

test('what cannot be used is left out with a warning that names it', () => {
  const traits = { vat: 'ATU1', lang: 'German', tz: 'Berlin', mails: 'nobody' };
  const { facts, warnings } = factsOf({ traits });
  expect([facts.vatId, facts.locale, facts.timeZone, facts.recipients]).toEqual([
    '',
    null,
    null,
    [],
  ]);
  expect(warnings.map(({ place, found }) => [place, found])).toEqual([
    ['customer c: VAT id', '"ATU1"'],
    ['customer c: e-mail address', '"nobody"'],
    ['customer c: language', '"German"'],
    ['customer c: time zone', '"Berlin"'],
  ]);
});

test('any nonsense is no customer or an empty one, and nothing throws', () => {
  for (const body of [undefined, null, 7, 'x', [], {}, { customerId: 7 }, { customerId: ' ' }])
    expect(readCustomerFacts(body, TRAITS, COUNTRIES).ok).toBe(false);
  const strange = { customerName: 7, customerEmail: null, address: [], traits: 'x', test: 'true' };
  expect(factsOf(strange).facts).toMatchObject({ name: '', recipients: [], test: false });
  const prototype = JSON.parse('{"traits":{"__proto__":{"vat":"DE123456789"}}}') as object;
  expect(factsOf(prototype).facts.vatId).toBe('');
});

test('the configuration wins over facts; facts win over what the file says for everybody', () => {
  const { facts } = factsOf(FULL);
  const settingsOf = (file: object) => {
    const config = readConfig(JSON.stringify(file), 'test');
    if (!config.ok) throw new Error(JSON.stringify(config.failures));
    const settings = resolveSettings(config.value, 'c', {}, facts);
    if (!settings.ok) throw new Error('no settings');
    return settings.value;
  };
  const silent = settingsOf({ locale: 'en-GB' });
  expect(silent).toMatchObject({ locale: 'de-DE', timeZone: 'Europe/Berlin', paper: 'A4' });
  expect(silent.customer).toMatchObject({
    name: 'Müller GmbH',
    vatId: 'DE123456789',
    kind: 'business',
    recipients: ['ap@mueller.example'],
  });
  const grouped = { groups: { g: { locale: 'fr-FR' } }, customers: { c: { group: 'g' } } };
  expect(settingsOf(grouped)).toMatchObject({ locale: 'fr-FR', customer: { name: 'Müller GmbH' } });
  const own = {
    name: 'M.',
    address: { city: 'Bonn' },
    recipients: ['x@y.example'],
    locale: 'it-IT',
  };
  const { customer, locale } = settingsOf({ customers: { c: own } });
  expect(locale).toBe('it-IT');
  expect(customer).toMatchObject({
    name: 'M.',
    recipients: ['x@y.example'],
    purchaseOrder: 'PO-1',
  });
  expect(customer.address).toMatchObject({ lines: [], city: 'Bonn', country: '' });
});
