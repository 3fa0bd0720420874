import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plainFormOf } from '../../src/invoice/plain-form.ts';
import { invoiceSchema } from '../../src/invoice/schema.ts';
import { unknownFieldsOf } from '../../src/invoice/unknown-fields.ts';

const invoices = JSON.parse(readFileSync('examples/amberflo-invoices.json', 'utf8')) as unknown[];
const isPlain = plainFormOf(invoiceSchema);
const unknownFields = unknownFieldsOf(invoiceSchema);

type Body = Record<string, unknown>;

/** Every place of a value, as the object that holds it and its key. */
function places(value: unknown): (readonly [holder: Body, key: string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Body;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...places(holder[key])]);
}

test('the sample invoices are plain', () => {
  for (const invoice of invoices) expect(isPlain(invoice)).toBe(true);
});

test.each([
  ['an unknown field', { news: 1 }],
  ['space around a text', { planName: ' Plan ' }],
  ['a missing field', { planName: undefined }],
  ['a text for a number', { availablePrepaidLeft: '1' }],
  ['a currency that is none', { paymentCurrencyInfo: { paymentCurrency: 'XYZ' } }],
])('an invoice with %s is not plain', (_, change) => {
  expect(isPlain({ ...(invoices[0] as Body), ...change })).toBe(false);
});

test('what is plain is what the schema makes of it, without unknown fields', () => {
  const change = fc.constantFrom<unknown>(
    ...[undefined, null, '', ' a ', ' ', 'a', 0, -1, 1.5, 1e21, NaN, true, [], {}, [1], { a: 1 }],
    ...[{ a: 'b' }, { a: null }, 1_700_000_000, 'USD', 'EURO'],
  );
  fc.assert(
    fc.property(fc.nat(), fc.nat(), change, fc.boolean(), (which, where, value, isNew) => {
      const invoice = structuredClone(invoices[which % invoices.length]);
      const all = places(invoice);
      const [holder, key] = all[where % all.length] ?? [{}, ''];
      holder[isNew && !Array.isArray(holder) ? 'news' : key] = value;
      fc.pre(isPlain(invoice));
      const result = invoiceSchema.safeParse(invoice);
      expect(result.data).toEqual(invoice);
      expect(unknownFields(invoice, '$')).toEqual([]);
    }),
    { numRuns: 500, maxSkipsPerRun: 100 },
  );
});
