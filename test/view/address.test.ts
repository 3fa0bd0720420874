import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressLines } from '../../src/view/address.ts';
import { nameCountries } from '../../src/view/country-names.ts';

const full = { lines: ['1 Main St'], postalCode: '12345', city: 'Town', state: 'ST' };
const readerOf = (locale: string, home: string) => ({
  locale,
  home,
  countryName: nameCountries(locale, null),
});
const abroad = readerOf('en', 'XX');

test.each([
  ['US', ['1 Main St', 'Town, ST 12345', 'UNITED STATES']],
  ['GB', ['1 Main St', 'Town', '12345', 'ST', 'UNITED KINGDOM']],
  ['DE', ['1 Main St', '12345 Town', 'ST', 'GERMANY']],
  ['IT', ['1 Main St', '12345 Town ST', 'ITALY']],
  ['JP', ['1 Main St, Town, ST', '12345', 'JAPAN']],
  ['BR', ['1 Main St', 'Town-ST', '12345', 'BRAZIL']],
  ['SE', ['1 Main St', 'SE-12345 Town', 'ST', 'SWEDEN']],
  ['AE', ['1 Main St', 'Town, ST', '12345', 'UNITED ARAB EMIRATES']],
])('%s', (country, lines) => {
  expect(addressLines({ ...full, country }, abroad)).toEqual(lines);
});

test('Japanese script goes from the large to the small', () => {
  const address = {
    lines: ['丸の内1-1'],
    postalCode: '100-0005',
    city: '千代田区',
    state: '東京都',
    country: 'JP',
  };
  expect(addressLines(address, readerOf('ja', 'JP'))).toEqual([
    '〒100-0005',
    '東京都千代田区',
    '丸の内1-1',
  ]);
});

test('at home the country is not named, and its prefix is left out', () => {
  const address = { ...full, state: '', postalCode: 'SE-211 20', country: 'SE' };
  expect(addressLines(address, readerOf('sv', 'SE'))).toEqual(['1 Main St', '211 20 Town']);
  expect(addressLines(address, readerOf('sv', ''))).toEqual([
    '1 Main St',
    'SE-211 20 Town',
    'SVERIGE',
  ]);
});

test('abroad the country is named in the reader’s language', () => {
  const lines = (locale: string) =>
    addressLines({ ...full, country: 'DE' }, readerOf(locale, 'FR'));
  expect(['fr', 'de', 'ja'].map((locale) => lines(locale).at(-1))).toEqual([
    'ALLEMAGNE',
    'DEUTSCHLAND',
    'ドイツ',
  ]);
});

const COUNTRIES = 'AE AR AT AU BE BR CA CH CL CN CZ DE DK EG ES FI FR GB GR HK IE IL IN IT JP KR'
  .concat(' KY MX NL NO PL PT RO RU SA SE SG TH TR TW UA US VN ZA')
  .split(' ');

test('no part is lost, whatever the country and whatever else is missing', () => {
  const part = fc.constantFrom('', 'part');
  fc.assert(
    fc.property(fc.constantFrom(...COUNTRIES, ''), part, part, part, part, (country, ...given) => {
      const [line = '', postalCode = '', city = '', state = ''] = given.map((has, index) =>
        has === '' ? '' : ['1 Main St', '54321', 'Town', 'Region'][index],
      );
      const address = { lines: [line], postalCode, city, state, country };
      const text = addressLines(address, abroad).join('|');
      for (const each of [line, postalCode, city, state]) expect(text).toContain(each);
      expect(text).not.toMatch(/\|\||[,-] *(?:\||$)|^\||\|$/);
    }),
  );
});
