import { describe, expect, test } from 'vitest';
import { changed, failuresOf, invoiceOf, parse, sample } from './sample.ts';
import type { Json } from './sample.ts';

describe('hostile input', () => {
  test('names of the prototype are names like others', () => {
    const hostile = JSON.parse('{"__proto__":"a","constructor":"b","toString":"c"}') as Json;
    const tiers = JSON.parse('{"__proto__":1,"constructor":2}') as Json;
    const body = changed((invoice) => {
      invoice.productItemInvoices[0].productItemVariants[0].itemDimensions = hostile;
      invoice.productItemInvoices[0].totalBill.meteredUnitsPerTier = tiers;
    });
    const [item] = invoiceOf(body).items;
    expect(item?.variants[0]?.dimensions.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
    expect(item?.total.tiers.map(({ key }) => key)).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });

  test('a prototype key with a wrong value is a failure', () => {
    const body = changed((invoice) => {
      invoice.productItemInvoices[0].productItemVariants[0].itemDimensions =
        JSON.parse('{"__proto__":{"x":1}}');
    });
    expect(failuresOf(body)).toMatchObject([
      { found: 'an object with x', expected: 'a string or null' },
    ]);
  });

  test('__proto__ as a field is an unknown field', () => {
    const body = JSON.parse(
      JSON.stringify(sample('september')).replace('{', '{"__proto__":{"planName":"x"},'),
    ) as Json;
    expect(parse(body)).toMatchObject({
      ok: true,
      warnings: [{ place: '__proto__' }],
      value: { planName: 'Scale Monthly' },
    });
  });

  test('a field cannot come from the prototype', () => {
    const body = JSON.parse(
      `{"__proto__":${JSON.stringify(sample('september'))},"planName":"x"}`,
    ) as Json;
    expect(failuresOf(body).length).toBeGreaterThan(5);
  });

  test('10,000 levels below an unknown field are not walked', () => {
    const deep = JSON.parse(`${'{"a":['.repeat(10_000)}1${']}'.repeat(10_000)}`) as Json;
    const outcome = parse(changed((invoice) => (invoice.extra = deep)));
    expect(outcome).toMatchObject({ ok: true, warnings: [{ place: 'extra' }] });
    expect(failuresOf(changed((invoice) => (invoice.planName = deep)))).toMatchObject([
      { found: 'an object with a' },
    ]);
  });

  test('huge strings are cut in messages and kept as names', () => {
    const huge = 'x'.repeat(1e6);
    expect(
      failuresOf(changed((invoice) => (invoice.totalBill.prepaid = huge)))[0]?.found?.length,
    ).toBeLessThan(80);
    expect(invoiceOf(changed((invoice) => (invoice.planName = huge))).planName).toHaveLength(1e6);
    const named = changed((invoice) => (invoice[huge] = 1));
    expect(parse(named).warnings[0]?.place.length).toBeLessThan(80);
  });

  test('thousands of failures are counted, not listed', () => {
    const failures = failuresOf(
      changed((invoice) => (invoice.productPlanFees = Array(5000).fill(null))),
    );
    expect(failures).toHaveLength(201);
    expect(failures.at(-1)?.message).toBe('There are 4800 more like these');
  });
});
