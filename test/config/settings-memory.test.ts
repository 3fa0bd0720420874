import { expect, test } from 'vitest';
import type { CustomerFacts } from '../../src/config/customer-facts.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { resolveSettings } from '../../src/config/resolve-settings.ts';
import { rememberSettings } from '../../src/config/settings-memory.ts';
import type { Overrides } from '../../src/config/settings.ts';

function configOf(json: unknown) {
  const config = readConfig(JSON.stringify(json), 'c');
  if (!config.ok) throw new Error(JSON.stringify(config.failures));
  return config.value;
}

const factsOf = (name: string): CustomerFacts => ({
  id: 'one',
  name,
  contact: '',
  address: { lines: [], postalCode: '', city: '', state: '', country: '' },
  vatId: '',
  identifiers: [],
  purchaseOrder: '',
  recipients: [],
  locale: null,
  timeZone: null,
  test: false,
  lifecycleStage: '',
});

test('what is remembered is what would be resolved, whatever was asked before', () => {
  const configs = [configOf({}), configOf({ locale: 'de', customers: { one: { name: 'One' } } })];
  const all: readonly Overrides[] = [
    {},
    { locale: 'fr' },
    { brand: 'none' },
    { template: 'plain', revision: 2, sequence: 7 },
    { kind: 'credit-note', original: 'A', originalDate: '2025-01-31' },
    { originalDate: 'yesterday' },
    { kind: 'receipt', paidOn: '2025-02-28', paidBy: 'card', paidReference: 'R' },
    { paidOn: 'tomorrow', paper: 'Letter' },
  ];
  const remember = rememberSettings();
  for (const config of [...configs, ...configs]) {
    for (const customer of ['one', 'two', 'one']) {
      for (const facts of [null, factsOf('Her'), factsOf('Him')]) {
        for (const overrides of all) {
          const asked = [config, customer, overrides, facts] as const;
          expect(remember(...asked)).toEqual(resolveSettings(...asked));
        }
      }
    }
  }
});

test('one customer’s settings are made once for all documents', () => {
  const remember = rememberSettings();
  const config = configOf({});
  const [first, second] = [1, 2].map((sequence) => remember(config, 'one', { sequence }));
  if (!first?.ok || !second?.ok) throw new Error('no settings');
  expect(first.value.usage).toBe(second.value.usage);
  expect(second.value.sequence.value).toBe(2);
});

test('more customers than are kept are resolved all the same', () => {
  const remember = rememberSettings();
  const config = configOf({});
  for (let index = 0; index < 1200; index++) {
    const outcome = remember(config, `customer ${index}`);
    expect(outcome.ok && outcome.value.customer.id).toBe(`customer ${index}`);
  }
});
