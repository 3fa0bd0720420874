import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const failuresOf = (json: unknown) => {
  const outcome = readConfig(JSON.stringify(json), 'platen.config.json');
  return outcome.ok ? [] : outcome.failures;
};

test('an empty file gives every default', () => {
  const outcome = readConfig('{}', 'platen.config.json');
  expect(outcome.ok && outcome.value.seller.address.lines).toEqual([]);
});

test('an unknown key suggests the nearest one', () => {
  expect(failuresOf({ seler: {} })).toMatchObject([
    { place: 'platen.config.json: seler', found: 'seler', hint: 'Did you mean seller?' },
  ]);
});

test('an unknown key deep in a table suggests the nearest one of that level', () => {
  expect(failuresOf({ customers: { 'cus-1': { adress: {} } } })).toMatchObject([
    { place: 'platen.config.json: customers.cus-1.adress', hint: 'Did you mean address?' },
  ]);
  expect(failuresOf({ seller: { bankAccounts: [{ ibann: 'x' }] } })).toMatchObject([
    { place: 'platen.config.json: seller.bankAccounts[0].ibann', hint: 'Did you mean iban?' },
  ]);
});

test('everything wrong is reported at once, with place and value', () => {
  const failures = failuresOf({
    paper: 'A5',
    locale: 'not a locale',
    colors: { accent: 'red; } body { display: none' },
  });
  expect(failures.map((failure) => failure.place)).toEqual([
    'platen.config.json: locale',
    'platen.config.json: paper',
    'platen.config.json: colors.accent',
  ]);
  expect(failures[1]?.found).toBe('"A5"');
});

test('names that lead nowhere are reported', () => {
  const failures = failuresOf({ brand: 'x', customers: { a: { group: 'g' } }, brands: { y: {} } });
  expect(failures).toMatchObject([
    { place: 'platen.config.json: brand', expected: 'a key of brands: y', found: 'x' },
    { place: 'platen.config.json: customers.a.group', found: 'g' },
  ]);
});

test('text that is not JSON is named as such', () => {
  const outcome = readConfig('{ "seller": ', 'platen.config.json');
  expect(outcome).toMatchObject({
    ok: false,
    failures: [{ message: 'The configuration is not JSON' }],
  });
});

test('a value of the wrong kind is told in words of JSON', () => {
  const failures = failuresOf({
    seller: 3,
    customers: null,
    brands: [],
    terms: { days: -1 },
    number: { pattern: '' },
    colors: { '1x': 'red' },
    rounding: 'up',
  });
  expect(failures.map(({ place, expected }) => [place.split(': ')[1], expected])).toEqual([
    ['number.pattern', 'text that is not empty'],
    ['terms.days', 'at least 0'],
    ['rounding', 'half-up or half-even'],
    ['colors.1x', 'a name of letters, digits and hyphens that begins with a letter'],
    ['seller', 'an object'],
    ['brands', 'an object'],
    ['customers', 'an object'],
  ]);
});

test('a number pattern with an unknown placeholder is refused', () => {
  expect(failuresOf({ number: { pattern: 'A-{nr}-{hash}' } })).toMatchObject([
    { place: 'platen.config.json: number.pattern', found: '"A-{nr}-{hash}"' },
  ]);
  expect(failuresOf({ number: { pattern: '{customer}/{year}-{month}-{day}' } })).toEqual([]);
});
