import { expect, test } from 'vitest';
import { defaultConfig, readConfig } from '../../src/config/read-config.ts';
import { resolveSettings } from '../../src/config/resolve-settings.ts';

const resolve = (json: unknown, customer = 'cus-1', overrides = {}) => {
  const config = readConfig(JSON.stringify(json), 'c');
  if (!config.ok) throw new Error(JSON.stringify(config.failures));
  const settings = resolveSettings(config.value, customer, overrides);
  if (!settings.ok) throw new Error(settings.failures[0]?.message);
  return settings.value;
};

test('with no file the customer is named by its id and the paper is A4', () => {
  const settings = resolve({});
  expect(settings.customer.name).toBe('cus-1');
  expect(settings).toMatchObject({
    paper: 'A4',
    locale: 'en',
    template: 'standard',
    rounding: 'half-up',
  });
});

test('file, entity, brand, group, customer and command line win in this order', () => {
  const levels = {
    seller: { locale: 'fr' },
    brands: { b: { locale: 'it' } },
    groups: { g: { locale: 'de' } },
  };
  const root = { locale: 'en-GB', ...levels, brand: 'b' };
  expect(resolve({ locale: 'en-GB' }).locale).toBe('en-GB');
  expect(resolve({ locale: 'en-GB', seller: { locale: 'fr' } }).locale).toBe('fr');
  expect(resolve(root).locale).toBe('it');
  expect(resolve({ ...root, customers: { 'cus-1': { group: 'g' } } }).locale).toBe('de');
  const customers = { 'cus-1': { group: 'g', locale: 'es' } };
  expect(resolve({ ...root, customers }).locale).toBe('es');
  expect(resolve({ ...root, customers }, 'cus-1', { locale: 'pl' }).locale).toBe('pl');
});

test('tables are merged key by key', () => {
  const settings = resolve({
    colors: { accent: 'red', ink: 'black' },
    customers: { 'cus-1': { colors: { accent: 'blue' } } },
  });
  expect(settings.brand.colors).toEqual({ accent: 'blue', ink: 'black' });
});

test('a customer in the United States gets Letter unless it is told otherwise', () => {
  const address = { country: 'US' };
  expect(resolve({ customers: { 'cus-1': { address } } }).paper).toBe('Letter');
  expect(resolve({ customers: { 'cus-1': { address, paper: 'A4' } } }).paper).toBe('A4');
});

test('a customer may be sold to by another entity', () => {
  const settings = resolve({
    seller: { name: 'One' },
    entities: { two: { name: 'Two' } },
    customers: { 'cus-1': { entity: 'two' } },
  });
  expect(settings.seller.name).toBe('Two');
});

test('a customer id that names a property of every object is only a name', () => {
  expect(resolve({}, 'constructor').customer.name).toBe('constructor');
});

test.each([
  [{ locale: 'xx_YY' }, '--locale'],
  [{ locale: '' }, '--locale'],
  [{ template: '../etc' }, '--template'],
  [{ paper: 'A5' as 'A4' }, '--paper'],
  [{ brand: 'none' }, '--brand'],
])('what the command line cannot say is a failure: %j', (overrides, place) => {
  const outcome = resolveSettings(defaultConfig(), 'cus-1', overrides);
  expect(outcome).toMatchObject({ ok: false, failures: [{ stage: 'config', place }] });
});
