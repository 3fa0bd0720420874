import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { resolveSettings } from '../../src/config/resolve-settings.ts';
import { isVatId } from '../../src/config/vat-id.ts';

const placesOf = (config: unknown) => {
  const outcome = readConfig(JSON.stringify(config), 'c.json');
  return outcome.ok ? [] : outcome.failures.map(({ place }) => place);
};

describe('VAT ids', () => {
  test.each([
    'DE123456789',
    'DE 123 456 789',
    'ATU12345675',
    'FR40303265045',
    'NL004495445B01',
    'EL123456789',
    'CHE-109.322.551 MWST',
    'IE1234567FA',
    'NO987654321MVA',
    'AE100000000000003',
  ])('%s can be one', (id) => expect(isVatId(id)).toBe(true));
  test.each([
    '',
    'DE12345678',
    '123456789',
    'ATX12345675',
    'CHE12',
    'GR123456789012345678901',
    '<b>',
  ])('“%s” can be none', (id) => expect(isVatId(id)).toBe(false));
});

describe('tax rules', () => {
  const rules = (...given: readonly unknown[]) => placesOf({ tax: { rules: given } });
  test.each([
    [{ category: 'S', rate: '19' }],
    [{ category: 'AE', countries: ['EU', '!DE'], reason: 'VATEX-EU-AE' }],
  ])('%o is one', (rule) => expect(rules(rule)).toEqual([]));
  test.each([
    [{ category: 'S' }, 'rate'],
    [{ category: 'S', rate: '0.00' }, 'rate'],
    [{ category: 'Z', rate: '5' }, 'rate'],
    [{ category: 'S', rate: '1e3' }, 'rate'],
    [{ category: 'S', rate: '-5' }, 'rate'],
    [{ category: 'X' }, 'category'],
    [{ category: 'E', countries: ['Germany'] }, 'countries[0]'],
    [{ category: 'E', wording: 'unknown' }, 'wording'],
    [{ category: 'E', reason: 'because' }, 'reason'],
  ])('%o is none: %s', (rule, key) => {
    expect(rules(rule)).toEqual([`c.json: tax.rules[0].${key}`]);
  });
});

test('links are https, and have no braces but their own', () => {
  const link = (text: string) => placesOf({ payment: { link: text } });
  expect(link('https://pay.example/{number}?a={amount}')).toEqual([]);
  for (const wrong of [
    'http://pay.example',
    'javascript:alert(1)',
    'https://pay.example/{secret}',
    'https://{customer}.example/',
    'https://pay.example/<script>',
  ]) {
    expect(link(wrong), wrong).toEqual(['c.json: payment.link']);
  }
});

test('days are days of the calendar', () => {
  const original = (date: string) =>
    placesOf({ documents: { uri: { kind: 'credit-note', original: { number: '1', date } } } });
  expect(original('2024-02-29')).toEqual([]);
  expect(original('2025-02-29')).toEqual(['c.json: documents.uri.original.date']);
});

test('whoever has a VAT id is a business, unless the configuration says otherwise', () => {
  const kindOf = (customer: object) => {
    const config = readConfig(JSON.stringify({ customers: { a: customer } }), 'c.json');
    const settings = config.ok ? resolveSettings(config.value, 'a') : config;
    return settings.ok && settings.value.customer.kind;
  };
  expect(kindOf({})).toBe('consumer');
  expect(kindOf({ vatId: 'DE123456789' })).toBe('business');
  expect(kindOf({ vatId: 'DE123456789', kind: 'consumer' })).toBe('consumer');
});
