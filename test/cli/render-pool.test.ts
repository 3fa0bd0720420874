import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openRenderPool, type Parcel } from '../../src/cli/render-pool.ts';
import { defaultConfig } from '../../src/config/read-config.ts';

const thread = pathToFileURL(resolve('test/cli/breaking-thread.mjs'));
const data = {
  config: defaultConfig(),
  folder: null,
  overrides: {},
  facts: new Map(),
  wanted: { strict: false, csv: false, format: 'pdf' },
  timings: false,
} as const;

const whole: Parcel = { invoiceUri: 'whole', origin: 'a.json', bytes: Uint8Array.of(1) };
const poison: Parcel = { invoiceUri: 'poison', origin: 'b.json', bytes: Uint8Array.of() };

test('an invoice that ends its thread fails by name; the others of its batch do not, nor those behind it', async () => {
  const pool = openRenderPool(data, { threads: 1, thread });
  const [first, second] = await Promise.all([
    pool.make([whole, poison, whole]),
    pool.make([whole]),
  ]);
  expect(first.map(({ invoiceUri }) => invoiceUri)).toEqual(['whole', 'poison', 'whole']);
  expect(first[1]?.outcome).toMatchObject({
    failures: [{ stage: 'run', place: 'b.json', found: 'no more room' }],
  });
  expect(first[0]?.outcome).toMatchObject({ failures: [] });
  expect(second).toMatchObject([{ outcome: { failures: [] } }]);
  await pool.close();
});
